"""Yang tertutup bagi seorang penilai: candidates whom a member may not open, wherever in the file they are told of."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db.models import Q

from jenjang.accounts.queries import roles_held
from jenjang.accounts.roles import Role
from jenjang.law.decisions import Finding
from jenjang.selection.hands import Persons
from jenjang.selection.models import Candidate, PanelMember, Recusal, RunEntry, Tie, Vacancy

if TYPE_CHECKING:
    from jenjang.accounts.models import User

ASSESSORS = frozenset({Role.BOARD, Role.PANEL})
CITES = ("uu-30-2014#43",)
CLOSED = "Tertutup bagi Anda: ada hubungan antara Anda dan calon ini."
_KEYS = ("candidate__employee_id", "candidate__application_id", "candidate__application__employee_id")


@dataclass(frozen=True, slots=True)
class Barred:
    """Calon yang tertutup: by employee and by application, as lines of a ranking and names of a list have them."""

    employees: frozenset[int] = frozenset()
    applications: frozenset[int] = frozenset()

    def __bool__(self) -> bool:
        return bool(self.employees or self.applications)

    def covers(self, one: RunEntry | Candidate | None) -> bool:
        """Whether this line or candidate is closed."""
        return one is not None and (one.employee_id in self.employees or one.application_id in self.applications)

    def opening(self) -> Finding:
        """Whether all of the file may be taken along: what holds everybody's facts holds those of who is closed."""
        said = "Berkas ini memuat calon yang tidak Anda nilai karena hubungan atau kepentingan. Petugas BKPSDM, Inspektorat, atau anggota lain dapat mengunduhnya."
        return Finding(not self, said, CITES, "tertutup")


def barred_from(user: User, vacancy: Vacancy, is_member: bool | None = None) -> Barred:
    """Who is tied to a member, from whom the member stepped back, and where a possible tie waits for a ruling.

    From whichever account that may assess the member looks; `is_member` if it is known already.
    """
    if is_member is False and not roles_held(user) & ASSESSORS:
        return Barred()
    members = list(PanelMember.objects.filter(panel__vacancy=vacancy).select_related("user"))
    if not members:
        return Barred()
    persons = Persons()
    persons.meet([user, *(one.user for one in members)])
    own = [one.pk for one in members if persons.are_one(one.user, user)]
    if not own:
        return Barred()
    tied = Tie.objects.filter(Q(ruling=None) | Q(ruling__holds=True), member__in=own)
    rows = tied.values_list(*_KEYS).union(Recusal.objects.filter(member__in=own).values_list(*_KEYS))
    found = list(rows)
    return Barred(
        frozenset(key for employee, _, applied in found for key in (employee, applied) if key),
        frozenset(application for _, application, _ in found if application),
    )
