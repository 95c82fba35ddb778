"""Lingkup tim kerja: which teams somebody reads, leads, is in, and for which consents one is asked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db.models import Q, QuerySet

from jenjang.accounts.roles import Role
from jenjang.performance.scopes import own_employee, powers, units_in_care
from jenjang.projects.models import Consent, Contribution, MemberRole, Membership, Project

if TYPE_CHECKING:
    from jenjang.accounts.models import User
    from jenjang.personnel.models import Employee

IN_TEAM = ("aktif", "selesai")


def visible_projects(user: User) -> QuerySet[Project]:
    """Tim yang boleh dibaca: one's own, those one was asked about, those of units in care; a draft only by its lead."""
    person, units = own_employee(user), units_in_care(user)
    handed_in = ~Q(state="rancangan")
    seen = handed_in if units is None else handed_in & Q(pk__in=_of_units(units))
    if person is not None:
        seen |= Q(lead=person) | (handed_in & Q(pk__in=_of_person(person)))
    if Role.APPOINTING_AUTHORITY in powers(user).roles:
        seen |= handed_in & Q(
            pk__in=Membership.objects.filter(consents__asked_of=None, consents__isnull=False).values("project")
        )
    return Project.objects.filter(seen)


def led_by(user: User) -> QuerySet[Project]:
    """Tim yang dipimpin pengguna ini."""
    person = own_employee(user)
    return Project.objects.filter(lead=person) if person else Project.objects.none()


def memberships_of(user: User) -> QuerySet[Membership]:
    """Keanggotaan pengguna ini, also those that are only proposed."""
    return Membership.objects.filter(employee__user=user)


def consents_for(user: User) -> QuerySet[Consent]:
    """Persetujuan yang diminta dari pengguna ini, answered or not."""
    asked = Q(asked_of__user=user)
    if Role.APPOINTING_AUTHORITY in powers(user).roles:
        asked |= Q(asked_of=None)
    return Consent.objects.filter(asked)


def confirms(user: User) -> QuerySet[Contribution]:
    """Kontribusi yang dikonfirmasi pengguna ini: the lead those of members, the lead's own whoever consented to the lead."""
    of_members = Q(membership__project__lead__user=user) & ~Q(membership__employee__user=user)
    of_leads = Q(membership__role=MemberRole.LEAD) & Q(membership__in=_agreed_by(user))
    found = Contribution.objects.filter(of_members | of_leads)
    return found.exclude(membership__employee__user=user)


def _agreed_by(user: User) -> QuerySet[Consent]:
    return consents_for(user).filter(state="disetujui").values("membership")


def _of_units(units: list[int]) -> QuerySet[Membership]:
    return Membership.objects.filter(Q(unit__in=units) | Q(project__unit__in=units)).values("project")


def _of_person(person: Employee) -> QuerySet[Membership]:
    return Membership.objects.filter(Q(employee=person) | Q(consents__asked_of=person)).values("project")
