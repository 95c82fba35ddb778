"""Lingkup kinerja: as whom somebody appraises, and whose SKP and evaluations somebody may read."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from django.db.models import Q, QuerySet

from jenjang.accounts.queries import Powers, once, powers_of
from jenjang.accounts.roles import Role
from jenjang.organization.queries import subtree_ids, units_by_siasn_id
from jenjang.performance.models import SKP, Evaluation
from jenjang.personnel.queries import own_person, units_led_by
from jenjang.personnel.queries_service import seats_filled_by
from jenjang.personnel.scopes import SEE_ALL, units_of

if TYPE_CHECKING:
    from jenjang.accounts.models import User
    from jenjang.personnel.models import Employee


def powers(user: User) -> Powers:
    """What a user may do today; asked once a request."""
    found: Powers = getattr(user, "powers", None) or powers_of(user)
    return found


def own_employee(user: User) -> Employee | None:
    """The person behind an account; asked once a request."""
    return own_person(user)


def appraises(user: User, skp: SKP) -> bool:
    """Whether this user is the pejabat penilai kinerja of an SKP. Nobody is of the own."""
    person = own_employee(user)
    if person is not None and person.pk == skp.employee_id:
        return False
    if skp.by_authority:
        return Role.APPOINTING_AUTHORITY in powers(user).roles
    return person is not None and skp.appraiser_id == person.pk


def appraised_by(user: User) -> QuerySet[SKP]:
    """SKP yang dinilai oleh pengguna ini."""
    person = own_employee(user)
    mine = Q(appraiser=person) if person else Q(pk__in=[])
    if Role.APPOINTING_AUTHORITY in powers(user).roles:
        mine |= Q(by_authority=True)
    found = SKP.objects.filter(mine)
    return found.exclude(employee=person) if person else found


def judged_by(user: User, objection: str = "") -> Q:
    """Keberatan that a user rules on: what is addressed to him.

    Once the addressee has left service, whoever fills the seat now, or the head of the region.
    """
    held, acting = seats_filled_by(user, powers(user).day)
    gone = Q(**{f"{objection}to__current__active": False})
    seat = f"{objection}to__current__seat__in"
    heir = gone & (Q(**{seat: held}) | Q(**{seat: acting}))
    heir &= ~Q(**{f"{objection}evaluation__skp__appraiser__user": user}) & ~Q(**{f"{objection}employee__user": user})
    found = Q(**{f"{objection}to__user": user}) | heir
    if Role.APPOINTING_AUTHORITY in powers(user).roles:
        found |= Q(**{f"{objection}pk__isnull": False, f"{objection}to": None}) | gone
    return found


def visible_skps(user: User) -> QuerySet[SKP]:
    """SKP yang boleh dibaca: one's own, those one appraises, those of the units one leads or cares for, or all."""
    return SKP.objects.filter(_visible(user, "employee", "appraiser", "by_authority", "unit"))


def visible_evaluations(user: User) -> QuerySet[Evaluation]:
    """Evaluasi yang boleh dibaca, by the same measure."""
    return Evaluation.objects.filter(_visible(user, "employee", "skp__appraiser", "skp__by_authority", "unit"))


def reads(user: User, skp: SKP) -> bool:
    """Whether somebody may read an SKP: the same measure, for one that is at hand."""
    person = own_employee(user)
    is_own = person is not None and person.pk == skp.employee_id
    return is_own or appraises(user, skp) or cares_for(user, skp.unit_id)


def units_in_care(user: User) -> list[int] | None:
    """The units whose people one works with; None means all."""
    held = powers(user)
    if any("" in held.scopes(role) for role in SEE_ALL):
        return None
    return once(user, "kinerja.unit", lambda: units_of(user, held))


def cares_for(user: User, unit: int) -> bool:
    """Whether a unit is among those one leads or cares for."""
    units = units_in_care(user)
    return units is None or unit in units


def acts_for(user: User, unit: int) -> bool:
    """Whether somebody may calibrate a unit and hand over its results: who leads it or one above, or the personnel office."""
    held = powers(user)
    office = held.scopes(Role.PERSONNEL_OFFICER)
    if "" in office:
        return True
    roots = set(units_by_siasn_id(office).values()) if office else set()
    return unit in subtree_ids(roots | units_led_by(user, held.day))


def _visible(user: User, owner: str, appraiser: str, authority: str, unit: str) -> Q:
    units = units_in_care(user)
    if units is None:
        return Q()
    person = own_employee(user)
    seen = Q(**{f"{unit}__in": units})
    if person is not None:
        seen |= Q(**{owner: person}) | Q(**{appraiser: person})
    if Role.APPOINTING_AUTHORITY in powers(user).roles:
        seen |= Q(**{authority: True})
    return seen


def is_running(skp: SKP, day: date) -> bool:
    """Whether the position of an SKP is held on a day."""
    return skp.effective_from <= day and (skp.until is None or day <= skp.until)
