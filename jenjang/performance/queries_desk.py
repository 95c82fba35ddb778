"""Bacaan meja: the own SKP of a running year and those that wait for one's agreement, in one query for the home page."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from django.db.models import Exists, F, OuterRef, Q, QuerySet, Value

from jenjang.accounts.queries import once
from jenjang.accounts.roles import Role
from jenjang.performance import scopes
from jenjang.performance.models import SKP, SKPTransition
from jenjang.personnel.queries import employees_at_work

if TYPE_CHECKING:
    from jenjang.accounts.models import User
    from jenjang.personnel.models import Employee

OWN, WAITS = "milik", "menunggu"
WRITTEN = ("rancangan", "perubahan")


class DeskRow(NamedTuple):
    """Satu SKP di meja seseorang, with what is known of its owner today."""

    what: str
    pk: int
    state: str
    title: str
    effective_from: date
    version: int
    until: date | None
    year: int
    name: str
    post: str
    post_since: date | None
    active: bool
    unit: int | None

    @property
    def url(self) -> str:
        return f"/kinerja/skp/{self.pk}/"

    @property
    def has_moved(self) -> bool:
        """Whether its position is held no longer; asked of the newest."""
        since = self.post_since if self.active and self.unit else None
        return since is not None and self.effective_from < since and since.year <= self.year


_COLUMNS = (
    "what", "pk", "state", "title", "effective_from", "version", "until", "year__year",
    "employee__current__full_name", "employee__current__title", "employee__current__position_since", "employee__current__active",
    "employee__current__unit",
)  # fmt: skip


def desk_of(user: User, day: date) -> list[DeskRow]:
    """What of SKP is on somebody's desk; asked once a request."""
    return once(user, f"kinerja.meja.{day}", lambda: _rows(user, day))


def _rows(user: User, day: date) -> list[DeskRow]:
    own = _running().filter(employee__user=user, year__year=day.year).annotate(what=Value(OWN))
    waits = waiting_plans(user).annotate(what=Value(WAITS))
    rows = own.values_list(*_COLUMNS).union(waits.values_list(*_COLUMNS), all=True)
    return sorted((DeskRow._make(row) for row in rows), key=lambda row: (row.effective_from, row.pk))


def _running() -> QuerySet[SKP]:
    return SKP.objects.filter(year__state="berjalan").exclude(state="dibatalkan").order_by()


def plans_to_write(user: User, day: date) -> QuerySet[SKP]:
    """The own SKP of this year that is not handed in, or for a position that is held no longer."""
    own = _running().filter(employee__user=user, year__year=day.year)
    moved = Q(
        employee__current__active=True, employee__current__unit__isnull=False,
        employee__current__position_since__gt=F("effective_from"),
        employee__current__position_since__year__lte=F("year__year"),
    )  # fmt: skip
    return own.filter(Q(state__in=WRITTEN) | moved)


def without_plan(user: User, day: date) -> QuerySet[Employee]:
    """The person behind an account, as long as there is no SKP of this year that goes on."""
    own = _running().filter(employee=OuterRef("pk"), year__year=day.year, until=None)
    return employees_at_work(user).filter(~Exists(own))


def waiting_plans(user: User) -> QuerySet[SKP]:
    """SKP orang lain that wait for this user's agreement."""
    mine = Q(appraiser__user=user)
    if Role.APPOINTING_AUTHORITY in scopes.powers(user).roles:
        mine |= Q(by_authority=True)
    return _running().filter(mine, state="diajukan").exclude(employee__user=user)


def sent_back_because(pk: int) -> str | None:
    """Why somebody else sent an SKP back last; None when nobody has."""
    last = SKPTransition.objects.filter(skp=pk).order_by("-sequence").select_related("skp__employee").first()
    if last is None or last.from_state != "diajukan" or last.actor_id in (None, last.skp.employee.user_id):
        return None
    return last.reason
