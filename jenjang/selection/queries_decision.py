"""Bacaan meja putusan: the three names with their bars, what was checked, the way of the papers. Counted queries."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from django.db.models import Count

from jenjang.accounts.queries import powers_of
from jenjang.accounts.roles import Role
from jenjang.law.decisions import Finding
from jenjang.law.parameters import LawOn
from jenjang.law.spans import days_between, full_months
from jenjang.selection import queries
from jenjang.selection.barred import Barred
from jenjang.selection.bench import PEOPLE, name_of
from jenjang.selection.explaining import LABELS, engine_of
from jenjang.selection.hands import TITLES
from jenjang.selection.inputs import Inputs
from jenjang.selection.models import (
    Candidate,
    Decree,
    DecreeKind,
    PanelMember,
    PanelSeat,
    RunEntry,
    Shortlist,
    ShortlistName,
    Vacancy,
)
from jenjang.selection.officials import interests_in, relations
from jenjang.selection.proposals import candidates_of
from jenjang.selection.queries_open import passed_count
from jenjang.selection.ranking import Engine
from jenjang.ui.parts import Part

if TYPE_CHECKING:
    from jenjang.accounts.models import User

OPEN_TO_PERSON = (DecreeKind.EXTRACT, DecreeKind.OATH, DecreeKind.INAUGURATION)


@dataclass(slots=True)
class Name:
    """Satu dari tiga nama, as the page shows it."""

    candidate: int
    place: int
    rank: int
    name: str
    detail: str
    score: Decimal | None
    strength: str
    parts: list[Part]


OPEN_TO_ALL = Barred()


def three_names(
    shortlist: Shortlist, on: date, names: list[ShortlistName] | None = None, closed: Barred = OPEN_TO_ALL
) -> list[Name]:
    """The three, each with the parts of the score but who is closed to the reader; `names` if they were read already."""
    related = [f"candidate__{name}" for name in PEOPLE]
    names = names or list(ShortlistName.objects.filter(shortlist=shortlist).select_related(*related))
    engine = engine_of(shortlist.run)
    return [
        _name(one, entry, engine, on, is_closed=closed.covers(one.candidate))
        for one, entry in zip(names, _entries(shortlist, names), strict=True)
    ]  # fmt: skip


def _name(one: ShortlistName, entry: RunEntry, engine: Engine, on: date, is_closed: bool) -> Name:
    """One of the three; of who is closed to the reader only who it is."""
    who = name_of(one.candidate)
    if is_closed:
        return Name(one.candidate_id, one.place, one.rank, who, _detail(one.candidate, on, ""), None, "", [])
    detail = _detail(one.candidate, on, _move(entry, engine))
    parts = _parts(entry, engine.terms.weights)
    return Name(one.candidate_id, one.place, one.rank, who, detail, one.score, one.strength, parts)


def _move(entry: RunEntry, engine: Engine) -> str:
    return engine.eligibility.move_of(Inputs.from_text(entry.inputs)).lower()


def _entries(shortlist: Shortlist, names: list[ShortlistName]) -> list[RunEntry]:
    entries = list(RunEntry.objects.filter(run=shortlist.run, rank__in=[one.rank for one in names]))
    return [
        next(
            entry for entry in entries
            if (one.candidate.employee_id and entry.employee_id == one.candidate.employee_id)
            or (one.candidate.application_id and entry.application_id == one.candidate.application_id)
        )
        for one in names
    ]  # fmt: skip


def _parts(entry: RunEntry, weights: Mapping[str, Decimal]) -> list[Part]:
    points = json.loads(entry.components or "{}")
    return [Part(LABELS[code], Decimal(value), weights.get(code)) for code, value in points.items()]


def _detail(candidate: Candidate, on: date, move: str) -> str:
    application = candidate.application
    employee = candidate.employee or (application.employee if application else None)
    if employee is None:
        agency = application.external.agency_name if application and application.external else ""
        return " · ".join(word for word in (agency, move) if word)
    current = employee.current
    age = full_months(current.birth_date, on) if current.birth_date else 0
    words = [current.title, f"{age // 12} tahun {age % 12} bulan" if age else ""]
    words += [f"pensiun {current.retires_on.year}" if current.retires_on else "", move]
    return " · ".join(word for word in words if word)


def already_checked(vacancy: Vacancy, law: LawOn) -> list[Finding]:
    """Sudah diperiksa: what stands behind the three names, told as findings. No family, no names of who stepped back."""
    found = []
    if vacancy.call_from and vacancy.call_until:
        passed = passed_count(vacancy)
        least = law["seleksi.pengumuman_hari"]
        days = days_between(vacancy.call_from, vacancy.call_until)
        found.append(
            Finding(days >= least.value, f"Pengumuman {days} hari, {passed} pelamar memenuhi syarat.", least.cites)
        )
    everybody = list(PanelMember.objects.filter(panel__vacancy=vacancy).annotate(stepped_back=Count("recusals")))
    members = [one for one in everybody if one.seat != PanelSeat.RESERVE]
    inside = sum(one.internal for one in members)
    found.append(
        Finding(bool(members), f"Tim {len(members)} orang, {inside} dari dalam instansi.", ("pp-11-2017#198",))
    )
    recusals = sum(one.stepped_back for one in everybody)
    said = f"{recusals} kali anggota mundur dari seorang calon." if recusals else "Tidak ada anggota yang harus mundur."
    found.append(Finding(True, said, ("uu-30-2014#43",)))
    return found


@dataclass(slots=True)
class Aside:
    """Pejabat yang mundur, or whose relation to one of the three waits for an officer's word."""

    official: User
    office: str
    is_barred: bool
    waiting: list[tuple[int, str, str]]


def stepping_aside(shortlist: Shortlist, on: date, law: LawOn) -> list[Aside]:
    """Siapa yang tidak mengusulkan atau memutus tiga nama ini: told to officers, without why."""
    declared = interests_in(shortlist)
    if not declared:
        return []
    three = candidates_of(shortlist)
    found = []
    for official in {row.by_id: row.by for row in declared}.values():
        ties = relations(three, official, law) or []
        barred = any(row.by_id == official.pk and row.candidate_id for row in declared)
        waiting = [(one.candidate.pk, name_of(one.candidate), one.words) for one in ties if not one.certain]
        found.append(Aside(official, _office_of(official, on), barred or any(one.certain for one in ties), waiting))
    return [one for one in found if one.is_barred or one.waiting]


def _office_of(official: User, on: date) -> str:
    roles = powers_of(official, on).roles
    return next((title for role, title in TITLES.items() if role in roles), "")


def decrees_of(vacancy: Vacancy) -> list[Decree]:
    """Naskah lowongan, the oldest first."""
    return list(Decree.objects.filter(vacancy=vacancy).select_related("document").order_by("pk"))


def decree_for(user: User, key: int) -> Decree | None:
    """A paper that somebody may have: officers all, the appointed person the own extract and minutes."""
    found = Decree.objects.select_related("vacancy", "document", "decision__chosen__employee", "decision__chosen__application__external").filter(pk=key).first()  # fmt: skip
    if found is None:
        return None
    if _is_about(found, user) and found.kind in OPEN_TO_PERSON:
        return found
    roles: Any = user.powers.roles if hasattr(user, "powers") else frozenset()
    sees = bool(roles & queries.SEE_ALL) or (
        bool(roles & {Role.BOARD, Role.PANEL})
        and PanelMember.objects.filter(panel__vacancy=found.vacancy, user=user).exists()
    )
    return found if sees else None


def own_papers(user: User, vacancy: Vacancy) -> list[Decree]:
    """Naskah milik sendiri dalam satu lowongan."""
    return [one for one in decrees_of(vacancy) if one.kind in OPEN_TO_PERSON and _is_about(one, user)]


def _is_about(decree: Decree, user: User) -> bool:
    chosen = decree.decision.chosen if decree.decision else None
    if chosen is None:
        return False
    external = chosen.application.external if chosen.application else None
    owner = chosen.employee.user_id if chosen.employee else external.user_id if external else None
    return owner is not None and owner == user.pk
