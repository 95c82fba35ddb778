"""Dua orang yang berbeda: who took the earlier steps, and that nobody takes two, also through delegation or a second account."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from jenjang.accounts.models import DelegationKind, User
from jenjang.accounts.permissions import Permission
from jenjang.accounts.queries import are_two_people, powers_of, same_person, user_can
from jenjang.accounts.roles import Role
from jenjang.kernel import clock
from jenjang.law.decisions import Finding
from jenjang.personnel.models import EmployeeCurrent
from jenjang.selection.models import Candidate, Proposal, Shortlist, Vacancy

CITES = ("uu-30-2014#42",)
TITLES = {Role.COMPETENT_OFFICER: "Pejabat yang Berwenang", Role.APPOINTING_AUTHORITY: "Pejabat Pembina Kepegawaian"}


@dataclass(frozen=True, slots=True)
class Hand:
    """Satu langkah yang sudah diambil, by whom and when."""

    step: str
    user: User
    on: date


def hands_of(vacancy: Vacancy) -> list[Hand]:
    """Langkah yang masih berlaku: the three names put forward last, and what was proposed with them."""
    names = Shortlist.objects.filter(vacancy=vacancy).select_related("by").first()
    if names is None:
        return []
    found = [Hand("Tiga nama diajukan", names.by, clock.day_of(names.at))]
    proposal = Proposal.objects.filter(shortlist=names).select_related("by").first()
    if proposal is not None:
        found.append(Hand("Usul ditandatangani", proposal.by, clock.day_of(proposal.at)))
    return found


def another_person(hands: list[Hand], by: User, on: date) -> list[Finding]:
    """Nobody takes two steps. The days of both steps count: who acted for another then is that other."""
    return [
        Finding(
            all(are_two_people(hand.user, by, day) for day in {hand.on, on}),
            ("{} oleh {}; langkah ini harus oleh orang lain.", hand.step, hand.user.name),
            CITES,
            "orang_lain",
        )
        for hand in hands
    ]


def not_about_oneself(candidates: list[Candidate], by: User) -> Finding:
    """Nobody proposes or appoints oneself."""
    users = [one.employee.user for one in candidates if one.employee and one.employee.user]
    external = [one.application.external for one in candidates if one.application and one.application.external]
    users += [one.user for one in external if one.user]
    own = any(same_person(user, by) for user in users)
    return Finding(not own, "Yang memutus bukan salah satu calon.", CITES, "diri_sendiri")


def holds_the_office(by: User, permission: Permission, on: date) -> Finding:
    """The office, on this day: what is reserved for the holder, nobody does as Plt or Plh."""
    return Finding(
        user_can(by, permission, on), ("{} adalah wewenang jabatan yang tidak Anda pegang.", permission.label), CITES,
        "wewenang",
    )  # fmt: skip


def not_for_a_day(by: User, role: Role, on: date) -> Finding:
    """Pelaksana harian only keeps the desk: a proposal is for the holder or the Plt."""
    powers = powers_of(by, on)
    kinds = {item.kind for item in powers.acting if item.role is role}
    daily = role not in powers.own and kinds == {DelegationKind.PLH}
    return Finding(not daily, "Pelaksana harian (Plh.) tidak mengusulkan pengangkatan.", CITES, "plh")


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
