"""Membuka dan mengumumkan lowongan: the officer's first steps. What is published is sealed; a change voids the runs."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from django.db import transaction

from jenjang import ledger
from jenjang.competency.queries import standard_of
from jenjang.kernel import actions as kernel
from jenjang.kernel import clock, policy
from jenjang.law.codes import PositionKind
from jenjang.law.decisions import Decision, Finding
from jenjang.law.errors import Refused
from jenjang.law.parameters import LawOn
from jenjang.law.spans import days_between
from jenjang.selection import moves
from jenjang.selection.criteria import Terms
from jenjang.selection.lawbooks import keep_law
from jenjang.selection.models import (
    CallExtension,
    Criteria,
    CriteriaDraft,
    Method,
    PlannedStep,
    Run,
    RunVoid,
    Vacancy,
)

if TYPE_CHECKING:
    from jenjang.accounts.models import User
    from jenjang.organization.models import Seat

BOARD_KINDS = (PositionKind.ADMINISTRATOR, PositionKind.SUPERVISOR)
OPEN_KINDS = (PositionKind.JPT_PRATAMA,)
NUMBER_SERIES, NUMBER_FORM = "lowongan", "L-{year}-{n:04}"


def method_for(kind: str) -> Method | None:
    """Who fills a kind of position: the board, open selection, or (None) neither in this program."""
    if kind in BOARD_KINDS:
        return Method("tim_penilai")
    return Method("seleksi_terbuka") if kind in OPEN_KINDS else None


@transaction.atomic
def open_vacancy(
    *,
    seat: Seat,
    by: User,
    on: date,
    vacant_from: date | None = None,
    call_from: date | None = None,
    call_until: date | None = None,
) -> Vacancy:
    """Membuka lowongan atas satu jabatan. The way of filling follows from the kind of position."""
    decision = opening_findings(seat)
    method = method_for(seat.kind)
    if method is None or not decision.allowed:
        raise Refused(decision)
    with ledger.attributed(by=by):
        number = kernel.next_number(series=NUMBER_SERIES, form=NUMBER_FORM, year=on.year, by=by)
        vacancy = Vacancy.objects.create(
            number=number.text, seat=seat, method=method, position_kind=seat.kind, title=seat.title,
            unit_name=seat.unit.name, echelon=seat.echelon, vacant_from=vacant_from, call_from=call_from,
            call_until=call_until, opened_by=by,
        )  # fmt: skip
        draft_terms(vacancy=vacancy, terms=default_terms(vacancy, policy.law_on(on), on), by=by)
    return vacancy


def opening_findings(seat: Seat) -> Decision[None]:
    """May a vacancy be opened on this seat?"""
    method = method_for(seat.kind)
    label = PositionKind.of(seat.kind).label if seat.kind in PositionKind._value2member_map_ else seat.kind
    kinds = "Administrator, pengawas, dan JPT Pratama diisi di sini; jabatan ini {}."
    running = Vacancy.objects.filter(seat=seat).exclude(
        pk__in=[one.pk for one in Vacancy.objects.filter(seat=seat) if is_over(one)]
    )
    return Decision(
        [
            Finding(method is not None, (kinds, label), ("pp-11-2017#198",), "jenis"),
            Finding(bool(seat.echelon), "Eselon jabatan harus terisi.", ("pp-100-2000#5",), "eselon"),
            Finding(seat.closed_on is None, "Jabatan belum ditutup.", (), "terbuka"),
            Finding(not running.exists(), "Belum ada lowongan lain yang berjalan atas jabatan ini.", (), "tunggal"),
        ],
        None,
    )


def is_over(vacancy: Vacancy) -> bool:
    """Whether nothing follows any more."""
    return moves.state_of(vacancy) in moves.machine_of(vacancy).ends


def default_terms(vacancy: Vacancy, law: LawOn, on: date) -> Terms:
    """What the law and the policy say before the officer adds anything."""
    weights = law["seleksi.bobot"].value if vacancy.method == Method.OPEN else _board_weights(vacancy, law)
    return Terms(
        method=vacancy.method,
        position_kind=vacancy.position_kind,
        echelon=vacancy.echelon,
        standard=standard_of(vacancy.seat, on, law).levels,
        weights={name: Decimal(weight) for name, weight in weights.items()},
        tie_break=tuple(law["seleksi.urutan_seri"].value),
        missing=law["talenta.data_kosong"].value,
    )


def _board_weights(vacancy: Vacancy, law: LawOn) -> dict[str, Decimal]:
    talent = Decimal(law["talenta.jabatan_target.bobot_talenta"].value[vacancy.position_kind])
    axes = law["talenta.bobot.sumbu"].value
    return {
        "kinerja": talent * axes["kinerja"] / 100,
        "potensial": talent * axes["potensial"] / 100,
        "teknis": 100 - talent,
    }


def drafted(vacancy: Vacancy, on: date, law: LawOn | None = None) -> Terms:
    """Rancangan kriteria, with the competency standard as the seat has it today: it is often set after the opening."""
    terms = Terms.from_text(CriteriaDraft.objects.get(vacancy=vacancy).content)
    return replace(terms, standard=standard_of(vacancy.seat, on, law or policy.law_on(on)).levels or terms.standard)


@transaction.atomic
def draft_terms(*, vacancy: Vacancy, terms: Terms, by: User) -> CriteriaDraft:
    """Menyimpan rancangan kriteria."""
    draft, _ = CriteriaDraft.objects.update_or_create(
        vacancy=vacancy, defaults={"content": terms.as_text(), "changed_by": by, "changed_at": clock.now()}
    )
    return draft


@transaction.atomic
def plan(*, vacancy: Vacancy, steps: dict[str, date], by: User) -> None:
    """Menyusun jadwal: a day for each step; steps that are not named lose theirs."""
    PlannedStep.objects.filter(vacancy=vacancy).delete()
    PlannedStep.objects.bulk_create(
        PlannedStep(vacancy=vacancy, state=state, due_on=day) for state, day in steps.items()
    )


@transaction.atomic
def schedule_call(*, vacancy: Vacancy, call_from: date, call_until: date, by: User) -> Vacancy:
    """Menetapkan masa pengumuman, while nothing has been published."""
    vacancy = Vacancy.objects.select_for_update().get(pk=vacancy.pk)
    vacancy.call_from, vacancy.call_until = call_from, call_until
    vacancy.save(update_fields=["call_from", "call_until"])
    return vacancy


def publishing_findings(vacancy: Vacancy, terms: Terms, law: LawOn) -> Decision[None]:
    """May these criteria be published?"""
    total = sum(terms.weights.values())
    findings = [
        Finding(total == 100, ("Jumlah bobot {}; harus 100.", total), law["seleksi.jumlah_bobot"].cites, "bobot"),
        Finding(
            bool(terms.standard),
            "Standar kompetensi jabatan sudah diisi."
            if terms.standard
            else "Standar kompetensi jabatan belum diisi. Tetapkan di halaman jabatan itu, di Peta jabatan.",
            ("permenpanrb-38-2017#lampiran",),
            "standar",
        ),
    ]
    if vacancy.method == Method.OPEN:
        findings.append(_call_is_long_enough(vacancy, law))
    return Decision(findings, None)


def shortest_call(law: LawOn) -> int:
    """Lama pengumuman paling singkat, in days."""
    days: int = law["seleksi.pengumuman_hari"].value
    return days


def _call_is_long_enough(vacancy: Vacancy, law: LawOn) -> Finding:
    least = law["seleksi.pengumuman_hari"]
    if vacancy.call_from is None or vacancy.call_until is None:
        return Finding(False, "Masa pengumuman belum diisi.", least.cites, "pengumuman")
    # What is not published yet nobody has read: days before today do not count.
    begins = vacancy.call_from if vacancy.criteria.exists() else max(vacancy.call_from, law.day)
    days = max(days_between(begins, vacancy.call_until), 0)
    past = begins > vacancy.call_from
    said = (
        "Pengumuman {} hari, dihitung sejak hari diumumkan; paling singkat {}."
        if past
        else "Pengumuman {} hari; paling singkat {}."
    )
    return Finding(days >= least.value, (said, days, least.value), least.cites, "pengumuman")


@transaction.atomic
def publish(*, vacancy: Vacancy, by: User, on: date, reason: str = "") -> Criteria:
    """Mengumumkan kriteria: sealed from here on. A later version says why, and voids the runs made under the earlier."""
    CriteriaDraft.objects.select_for_update().get(vacancy=vacancy)
    steps = tuple((step.state, step.due_on.isoformat()) for step in vacancy.steps.all())
    terms = replace(drafted(vacancy, on), steps=steps)
    decision = publishing_findings(vacancy, terms, policy.law_on(on))
    if not decision.allowed:
        raise Refused(decision)
    moves.move(vacancy, "diumumkan", by=by, reason=reason)
    version = Criteria.objects.filter(vacancy=vacancy).count() + 1
    with ledger.attributed(by=by):
        criteria = Criteria.objects.create(
            vacancy=vacancy, version=version, content=terms.as_text(), law_on=on, law_snapshot=keep_law(),
            policy_version=policy.policy_on(on), published_by=by, reason=reason.strip(),
        )  # fmt: skip
        void_runs(vacancy, by=by, reason=f"Kriteria versi {version}: {reason.strip()}")
    return criteria


def void_runs(vacancy: Vacancy, *, by: User, reason: str) -> int:
    """Membatalkan penghitungan yang masih berlaku; stands inside `ledger.attributed`."""
    runs = Run.objects.filter(vacancy=vacancy, void=None, superseded_by=None)
    return len(RunVoid.objects.bulk_create(RunVoid(run=run, reason=reason, by=by) for run in runs))


@transaction.atomic
def extend_call(*, vacancy: Vacancy, until: date, reason: str, by: User, on: date) -> CallExtension:
    """Memperpanjang pengumuman seleksi terbuka, for example when too few applied."""
    vacancy = Vacancy.objects.select_for_update().get(pk=vacancy.pk)
    longer = vacancy.call_until is not None and until > vacancy.call_until
    findings = [
        Finding(moves.state_of(vacancy) == "diumumkan", "Lowongan sedang diumumkan.", (), "status"),
        Finding(longer, "Hari baru harus sesudah batas yang lama.", (), "until"),
        Finding(
            not longer or until >= on,
            ("Hari ini {}; batas yang baru tidak boleh hari yang sudah lewat.", on),
            (),
            "until",
        ),
        Finding(bool(reason.strip()), "Tulis alasan perpanjangan.", (), "reason"),
    ]
    if not (decision := Decision(findings, None)).allowed:
        raise Refused(decision)
    with ledger.attributed(by=by):
        extension = CallExtension.objects.create(vacancy=vacancy, until=until, reason=reason.strip(), by=by)
    vacancy.call_until = until
    vacancy.save(update_fields=["call_until"])
    return extension
