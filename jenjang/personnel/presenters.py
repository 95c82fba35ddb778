"""Penyaji kepegawaian: records as words, lines, lanes and links."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import zip_longest
from typing import Any

from django.urls import reverse

from jenjang.kernel import clock
from jenjang.kernel.histories import Correction, HistoryRecord, Source
from jenjang.law.catalogue import evaluate
from jenjang.law.spans import add_years, full_months
from jenjang.organization.trees import BEFORE_RECORDS
from jenjang.personnel.histories import KINDS, full_name, position_in_words, rank_in_words
from jenjang.personnel.kinds import HistoryKind
from jenjang.personnel.kinds import kind as kind_named
from jenjang.personnel.models import IdentityRecord
from jenjang.personnel.models.requests import RequestState
from jenjang.personnel.projection import retirement_age
from jenjang.personnel.queries import ProfileState
from jenjang.ui import formats
from jenjang.ui.parts import Lane, Span

LATE_MONTHS = 3
MONTHS_A_YEAR = 12
BY_HAND = {str(Source.OFFICER), str(Source.DECISION)}


@dataclass(frozen=True, slots=True)
class Line:
    """One dated line of a history."""

    record: int
    since: str
    text: str
    decree: str
    recorded: str
    source: str
    late: str = ""
    gone: str = ""
    note: str = ""
    scan_url: str = ""
    correct_url: str = ""
    cancel_url: str = ""
    ask_url: str = ""


def lines(kind: HistoryKind, rows: Iterable[Any], nip: str, *, may_change: bool, may_ask: bool) -> list[Line]:
    """Rows as lines, newest first; replaced ones stay, marked."""
    rows = list(rows)
    replaced = {row.supersedes_id: row for row in rows if row.supersedes_id}
    return [_line(kind, row, replaced.get(row.pk), nip, may_change, may_ask) for row in rows]


def _line(kind: HistoryKind, row: Any, by: Any, nip: str, may_change: bool, may_ask: bool) -> Line:
    stands = by is None and row.correction != Correction.CANCELLED
    where = {"nip": nip, "kind": kind.code, "record": row.pk}
    return Line(
        record=row.pk,
        since=_since(row),
        text=kind.summary(row),
        decree=decree_in_words(row),
        recorded=formats.short_date(clock.day_of(row.recorded_at)),
        source=row.get_source_display(),
        late=late_in_words(row),
        gone=_gone(row, by),
        note=row.reason,
        scan_url=reverse("personnel:scan", kwargs=where) if row.document_id else "",
        correct_url=reverse("personnel:correct", kwargs=where) if may_change and stands else "",
        cancel_url=reverse("personnel:cancel", kwargs=where) if may_change and stands else "",
        ask_url=reverse("personnel:ask", kwargs=where) if may_ask and stands and kind.correctable else "",
    )


def _since(row: Any) -> str:
    until = getattr(row, "until", None)
    begun = formats.short_date(row.effective_from)
    return f"{begun} – {formats.short_date(until)}" if until else begun


def _gone(row: Any, by: Any) -> str:
    if row.correction == Correction.CANCELLED:
        return "membatalkan catatan sebelumnya"
    if by is None:
        return ""
    return "dibatalkan" if by.correction == Correction.CANCELLED else "diganti oleh koreksi"


def decree_in_words(row: HistoryRecord) -> str:
    """Keputusan Wali Kota 821.2/1/2020, 2 Jan 2020."""
    number = " ".join(filter(None, (row.decree_by, row.decree_number)))
    return ", ".join(filter(None, (number, formats.short_date(row.decree_date) if row.decree_date else "")))


def late_in_words(row: HistoryRecord) -> str:
    """How late an officer recorded a fact; rows of an import say nothing about that."""
    months = full_months(row.effective_from, clock.day_of(row.recorded_at))
    if row.source not in BY_HAND or row.correction or months < LATE_MONTHS:
        return ""
    years = months // MONTHS_A_YEAR
    return f"terlambat {years} tahun" if years else f"terlambat {months} bulan"


def service_in_words(state: ProfileState) -> str:
    """Masa kerja golongan on the day: what the decree counted, and the time since."""
    rank = state.rank
    if rank is None:
        return "belum ada data"
    months = rank.service_years * MONTHS_A_YEAR + rank.service_months + full_months(rank.effective_from, state.day)
    return f"{months // MONTHS_A_YEAR} tahun {months % MONTHS_A_YEAR} bulan"


def retirement_in_words(state: ProfileState) -> str:
    """58 tahun, 1 Februari 2044; it says so where that day is over and nobody recorded an end."""
    if state.position is None or state.identity is None:
        return "belum ada data"
    post = state.position
    born = state.identity.birth_date
    age = retirement_age(post.kind, post.career_level, post.title.lower().startswith("guru"), born, state.day)
    if age is None:
        return "belum dapat dihitung: peraturan hari itu atau data jabatan belum lengkap"
    reached = add_years(born, age)
    first = date(reached.year + reached.month // MONTHS_A_YEAR, reached.month % MONTHS_A_YEAR + 1, 1)
    overdue = first <= state.day and state.status is not None and state.status.active
    return f"{age} tahun, {formats.long_date(first)}{'; sudah tercapai' if overdue else ''}"


def base_salary_in_words(state: ProfileState) -> str:
    """Gaji pokok by the law of the day (rule `gaji.pokok`)."""
    if state.rank is None or state.status is None:
        return "belum ada data"
    months = state.rank.service_years * MONTHS_A_YEAR + state.rank.service_months
    years = (months + full_months(state.rank.effective_from, state.day)) // MONTHS_A_YEAR
    facts = {"status": state.status.status, "grade": state.rank.grade, "service_years": years}
    answer = evaluate("gaji.pokok", state.day.isoformat(), facts)
    if "result" in answer:
        return formats.rupiah(answer["result"]["amount"])
    lacking = "tabel gaji hari itu belum tercatat" if answer["error"]["field"] == "on" else "data belum lengkap"
    return f"belum dapat dihitung: {lacking}"


def facts_of(state: ProfileState) -> list[tuple[str, str]]:
    """The state of the day as label and value."""
    position = state.position
    unit = (position.unit.name if position.unit else position.unit_name) if position else ""
    return [
        ("Status", f"{state.status.status}, {state.status.standing}" if state.status else "belum ada data"),
        ("Pangkat", rank_in_words(state.rank.grade) if state.rank else "belum ada data"),
        ("Jabatan", position.title if position else "belum ada data"),
        ("Unit", unit or "belum ada data"),
        *(("Tugas lain", position_in_words(row)) for row in state.acting),
        ("Masa kerja golongan", service_in_words(state)),
        ("Gaji pokok", base_salary_in_words(state)),
        ("Batas usia pensiun", retirement_in_words(state)),
    ]


def dated(rows: Iterable[Any]) -> list[tuple[Any, str]]:
    """Records of a unit or a seat, each with its first day; what stood before all records has none."""
    return [
        (row, formats.short_date(row.effective_from) if row.effective_from > BEFORE_RECORDS else "tidak tercatat")
        for row in rows
    ]


def seat_row(seat: Any) -> dict[str, Any]:
    """One seat of the position map as a row of a sheet."""
    return {
        "title": seat.title, "unit": seat.unit.name, "kind": KINDS.get(seat.kind, seat.kind), "echelon": seat.echelon,
        "job_class": seat.job_class, "need": seat.need, "filled": seat.filled, "next_retirement": seat.next_retirement,
    }  # fmt: skip


def name_of(state: ProfileState) -> str:
    return full_name(state.identity) if state.identity else "Belum tercatat"


def personal_data(identity: IdentityRecord, contact: Any, opened: bool) -> list[tuple[str, str]]:
    """Data pribadi, masked unless it was opened just now."""
    born = f"{identity.birth_place or '–'}, {formats.long_date(identity.birth_date)}"
    hidden = [("NIK", identity.nik)]
    if contact is not None:
        hidden += [
            ("NPWP", contact.tax_number), ("BPJS", contact.health_insurance), ("Telepon", contact.phone),
            ("E-mail", contact.email), ("Alamat", contact.address),
        ]  # fmt: skip
    shown = [
        ("Tempat, tanggal lahir", born),
        ("Agama", identity.religion or "–"),
        ("Status kawin", identity.marital or "–"),
    ]
    return [
        *shown,
        *((label, (value if opened else formats.masked(value)) if value else "–") for label, value in hidden),
    ]


def lanes_of(
    state: ProfileState, ranks: Sequence[Any], positions: Sequence[Any], years: Sequence[Any]
) -> dict[str, Any]:
    """Garis waktu: rank, post and predicate on one scale of years. Given oldest first."""
    definitive = [row for row in positions if row.assignment == "definitif"]
    rows = [
        Lane("Pangkat", _spans([(row.grade, row.effective_from, None) for row in ranks])),
        Lane("Jabatan", _spans([(row.title, row.effective_from, row.until) for row in definitive])),
        Lane("Predikat", tuple(Span(label, date(year, 1, 1), date(year, 12, 31)) for year, label in years)),
    ]
    starts = [span.start for lane in rows for span in lane.spans]
    first = date(min(starts).year, 1, 1) if starts else state.day
    last = max([clock.today(), state.day])
    label = f"Garis waktu {first.year} sampai {last.year}; garis tegak pada {formats.long_date(state.day)}."
    return {"lanes": rows, "first": first, "last": last, "label": label}


def _spans(parts: Sequence[tuple[str, date, date | None]]) -> tuple[Span, ...]:
    """Each stretch ends where the next begins."""
    following = [start for _, start, _ in parts[1:]]
    return tuple(Span(label, start, until or after) for (label, start, until), after in zip_longest(parts, following))


def request_facts(item: Any) -> dict[str, Any]:
    """A correction request, old beside new, in words."""
    found = kind_named(item.kind)
    label = found.label_of(item.field) if found else item.field
    words = (lambda value: found.value_in_words(item.field, value)) if found else str
    return {
        "request": item,
        "name": item.employee.current.full_name,
        "nip": item.employee.nip,
        "kind": found.label if found else item.kind,
        "label": label,
        "old": words(item.old_value) or "–",
        "new": words(item.new_value) or "–",
        "state": RequestState(item.state).label if item.state else "",
        "waits": item.state == RequestState.SUBMITTED,
        "answer": item.answer,
    }
