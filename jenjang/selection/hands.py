"""Dua orang yang berbeda: who took the earlier steps, and that nobody takes two, also through delegation or a second account."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from jenjang.accounts.hooks import is_one_person, keys_of_persons
from jenjang.accounts.models import DelegationKind
from jenjang.accounts.permissions import Permission
from jenjang.accounts.queries import delegations_on, powers_of, user_can
from jenjang.accounts.roles import Role
from jenjang.kernel import clock
from jenjang.law.decisions import Finding
from jenjang.personnel.models import EmployeeCurrent, IdentityRecord
from jenjang.selection.models import Candidate, Proposal, Shortlist, Vacancy

if TYPE_CHECKING:
    from jenjang.accounts.models import User

CITES = ("uu-30-2014#42",)
TITLES = {Role.COMPETENT_OFFICER: "Pejabat yang Berwenang", Role.APPOINTING_AUTHORITY: "Pejabat Pembina Kepegawaian"}


@dataclass(frozen=True, slots=True)
class Hand:
    """Satu langkah yang sudah diambil, by whom and when."""

    step: str
    user: User
    on: date


def hands_of(shortlist: Shortlist | None, proposal: Proposal | None) -> list[Hand]:
    """Langkah yang masih berlaku: the three names put forward last, and what was proposed with them."""
    if shortlist is None:
        return []
    found = [Hand("Tiga nama diajukan", shortlist.by, clock.day_of(shortlist.at))]
    if proposal is not None:
        found.append(Hand("Usul ditandatangani", proposal.by, clock.day_of(proposal.at)))
    return found


def hands_in(vacancy: Vacancy) -> list[Hand]:
    """The same, read for a vacancy."""
    shortlist = Shortlist.objects.filter(vacancy=vacancy).select_related("by").first()
    return hands_of(shortlist, Proposal.objects.filter(shortlist=shortlist).select_related("by").first())


class Persons:
    """Orang di balik akun: the natural persons behind accounts on given days, each asked once."""

    def __init__(self) -> None:
        self._keys: dict[int, frozenset[str]] = {}
        self._principals: dict[date, dict[int, list[User]]] = {}

    def meet(self, users: Iterable[User]) -> None:
        """Ask for all of them together who was not asked for yet."""
        strangers = {user.pk: user for user in users if user.pk not in self._keys}
        if strangers:
            self._keys |= keys_of_persons(strangers.values())

    def keys(self, user: User) -> frozenset[str]:
        """All names of one person."""
        self.meet([user])
        return self._keys[user.pk]

    def are_one(self, user: User, other: User) -> bool:
        """Whether two accounts belong to one person."""
        self.meet([user, other])
        return is_one_person(self._keys[user.pk], self._keys[other.pk])

    def behind(self, user: User, day: date) -> list[frozenset[str]]:
        """The person, and all for whom the person acts on the day."""
        if day not in self._principals:
            running = self._principals[day] = {}
            for item in delegations_on(day).select_related("principal"):
                running.setdefault(item.delegate_id, []).append(item.principal)
        people = [user, *self._principals[day].get(user.pk, [])]
        self.meet(people)
        return list(map(self.keys, people))

    def meet_on(self, user: User, other: User, day: date) -> bool:
        """Whether the same person stands behind both on a day."""
        others = self.behind(other, day)
        return any(is_one_person(one, two) for one in self.behind(user, day) for two in others)


def another_person(hands: list[Hand], by: User, on: date, persons: Persons | None = None) -> list[Finding]:
    """Nobody takes two steps. The days of both steps count: who acted for another then is that other."""
    persons = persons or Persons()
    found = []
    for hand in hands:
        other = not any(persons.meet_on(hand.user, by, day) for day in {hand.on, on})
        said = "{} oleh {}, bukan Anda." if other else "{} oleh {}; langkah ini harus oleh orang lain."
        found.append(Finding(other, (said, hand.step, hand.user.name), CITES, "orang_lain"))
    return found


def not_about_oneself(candidates: list[Candidate], by: User, persons: Persons | None = None) -> Finding:
    """Nobody proposes or appoints oneself, also not a candidate who has no account."""
    own = (persons or Persons()).keys(by) & _keys_of(candidates)
    said = "Anda salah seorang calon; yang memutus harus orang lain." if own else "Anda bukan salah seorang calon."
    return Finding(not own, said, CITES, "diri_sendiri")


def _keys_of(candidates: list[Candidate]) -> frozenset[str]:
    """The names of all candidates, in one query however many they are."""
    applications = [one.application for one in candidates if one.application]
    employees = [one.employee for one in [*candidates, *applications] if one.employee]
    outside = [one.external for one in applications if one.external]
    rows = IdentityRecord.objects.filter(employee__in=[one.pk for one in employees]).current(clock.today())
    keys = {f"nik:{nik}" for nik in rows.values_list("nik", flat=True) if nik}
    keys |= {f"nik:{one.nik}" for one in outside if one.nik} | {f"nip:{one.nip}" for one in [*employees, *outside]}
    keys |= {f"pegawai:{one.pk}" for one in employees} | {f"akun:{one.user_id}" for one in [*employees, *outside]}
    return frozenset(keys)


def holds_the_office(by: User, permission: Permission, on: date) -> Finding:
    """The office, on this day: what is reserved for the holder, nobody does as Plt or Plh."""
    held = user_can(by, permission, on)
    said = "{}: wewenang jabatan Anda." if held else "{} adalah wewenang jabatan yang tidak Anda pegang."
    return Finding(held, (said, permission.label), CITES, "wewenang")


def not_for_a_day(by: User, role: Role, on: date) -> Finding:
    """Pelaksana harian only keeps the desk: a proposal is for the holder or the Plt."""
    powers = powers_of(by, on)
    kinds = {item.kind for item in powers.acting if item.role is role}
    daily = role not in powers.own and kinds == {DelegationKind.PLH}
    said = "Pelaksana harian (Plh.) tidak mengusulkan pengangkatan." if daily else "Anda bukan pelaksana harian (Plh.)."
    return Finding(not daily, said, CITES, "plh")


def capacity_of(by: User, role: Role, on: date) -> str:
    """Bertindak sebagai: the office held, or "Plt." and the office of whom one acts for."""
    powers = powers_of(by, on)
    if role in powers.own:
        return _office(by, role)
    acting = next((item for item in powers.acting if item.role is role), None)
    return f"{acting.kind.value.capitalize()}. {_office(acting.principal, role)}" if acting else TITLES[role]


def _office(user: User, role: Role) -> str:
    title = EmployeeCurrent.objects.filter(employee__user=user).values_list("title", flat=True).first()
    return title or TITLES[role]
