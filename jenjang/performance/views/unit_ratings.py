"""Predikat unit: the agency's spread, one unit with its pattern, the organisation's predicate, meetings, handing over."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from jenjang.accounts.access import requires
from jenjang.accounts.queries import user_can
from jenjang.kernel import clock
from jenjang.kernel.queries import law_on
from jenjang.organization.queries import unit as unit_by_key
from jenjang.performance import (
    calibrating,
    presenters_distribution,
    queries_distribution,
    queries_unit_ratings,
    releasing,
    scopes,
    starting,
    unit_predicates,
)
from jenjang.performance.appraisers import chain
from jenjang.performance.forms_distribution import (
    CalibrationForm,
    ChoosePeopleForm,
    DistributionFilterForm,
    ExceptionForm,
    UnitPredicateForm,
)
from jenjang.performance.models import PerformanceYear
from jenjang.performance.periods import Period
from jenjang.performance.permissions import CALIBRATE, DISTRIBUTION, UNIT_AGREE
from jenjang.performance.queries_distribution import Spread
from jenjang.performance.queries_team_rating import year_and_period
from jenjang.ui import paging
from jenjang.ui.answering import answered, found_or_404, user_of
from jenjang.ui.forms import Form
from jenjang.ui.page import posted, render_page

if TYPE_CHECKING:
    from jenjang.accounts.models import User
    from jenjang.organization.models import OrgUnit

MOST_ON_A_PAGE = 40


@dataclass(frozen=True, slots=True)
class Place:
    """Unit dan masa that an address names, and the unit's spread there."""

    unit: OrgUnit
    year: PerformanceYear
    period: Period
    spread: Spread

    @property
    def facts(self) -> dict[str, Any]:
        """As the actions take them."""
        return {"unit": self.unit, "year": self.year, "period": self.period}

    @property
    def url(self) -> str:
        return presenters_distribution.address(self.spread, self.year, self.period)


@requires(DISTRIBUTION)
@require_safe
def listing(request: HttpRequest) -> HttpResponse:
    """Sebaran predikat seinstansi, unit by unit."""
    today, user = clock.today(), user_of(request)
    form = DistributionFilterForm(request.GET, sets=user_can(user, UNIT_AGREE, today))
    periods = queries_unit_ratings.counted_periods(today)
    asked = (request.GET.get("tahun", ""), request.GET.get("masa", ""))
    chosen = next((one for one in periods if (str(one[0].year), str(one[1].number)) == asked), None)
    chosen = chosen or queries_unit_ratings.default_period(periods, today)
    if chosen is None:
        return render_page(request, "performance/units/nothing.html")
    given, within = form.chosen, scopes.units_in_care(user)
    found = queries_distribution.spreads(chosen[0], chosen[1].number, law_on(today), within)
    if given.get("saya"):
        found = _set_by(user, found, today)
    page = paging.sheet(request, presenters_distribution.narrowed(found, given.get("q", ""), given.get("keadaan", "")))
    context = {
        "form": form,
        "page": page,
        "period": chosen[1],
        "rows": presenters_distribution.rows_of(page.rows, *chosen),
        "heads": presenters_distribution.HEADS,
        "chips": presenters_distribution.period_chips(periods, chosen, given),
        "year": chosen[0],
    }
    return render_page(request, "performance/units/listing.html", context)


def _set_by(user: User, found: list[Spread], day: date) -> list[Spread]:
    mine = unit_predicates.set_by(user, [one.unit for one in found], chain(day))
    return [one for one in found if one.unit.pk in mine]


@requires(DISTRIBUTION)
@require_safe
def unit(request: HttpRequest, year: int, period: int, unit: int) -> HttpResponse:
    """Satu unit: pattern, people, exceptions, meetings."""
    place = _place_or_404(request, year, period, unit)
    user, spread = user_of(request), place.spread
    predicate = presenters_distribution.known_predicate(request.GET.get("predikat", ""))
    people = queries_unit_ratings.people_of(unit, place.year, period, predicate)
    total = spread.predicates[predicate] if predicate else spread.people
    page = paging.sheet(request, people, total=total)
    may_release = releasing.may_release(user, spread)
    powers = _powers(place, user)
    context = {
        **_context(place),
        **powers,
        "page": page,
        "people": presenters_distribution.people_rows(page.rows),
        "links": presenters_distribution.predicate_links(spread, predicate),
        "chosen": predicate,
        "may_release": may_release,
        "step": presenters_distribution.step_of(spread, place.year, may_release, **powers),
        **_decided(place),
    }
    return render_page(request, "performance/units/unit.html", context)


def _powers(place: Place, user: User) -> dict[str, bool]:
    """What the reader may do with the unit: nothing any more in a year that is declared over."""
    is_running = place.year.state == "berjalan"
    return {
        "sets": is_running and unit_predicates.sets_predicate(user, place.unit, clock.today()),
        "acts": is_running and scopes.acts_for(user, place.unit.pk),
    }


def _decided(place: Place) -> dict[str, Any]:
    """What was decided about the unit in the period."""
    where = (place.unit.pk, place.year, place.period.number)
    predicates, exceptions = queries_unit_ratings.predicates_of(*where), queries_unit_ratings.exceptions_of(*where)
    return {
        "events": presenters_distribution.decided_events(predicates, exceptions),
        "meetings": queries_unit_ratings.calibrations_of(*where),
    }


@requires(UNIT_AGREE)
def set_predicate(request: HttpRequest, year: int, period: int, unit: int) -> HttpResponse:
    """Menetapkan predikat organisasi, one level above the unit."""
    place = _place_or_404(request, year, period, unit)
    user, today = user_of(request), clock.today()
    found_or_404(unit_predicates.sets_predicate(user, place.unit, today) or None)
    form = UnitPredicateForm(posted(request))
    context = {**_context(place), "checked": unit_predicates.may_set(user, place.unit, place.period, today)}
    return answered(
        request, form, "performance/units/predicate.html", context,
        lambda: unit_predicates.set_predicate(**place.facts, **form.cleaned_data, by=user, on=today), then=place.url,
    )  # fmt: skip


@requires(CALIBRATE)
def make_exception(request: HttpRequest, year: int, period: int, unit: int) -> HttpResponse:
    """Mengecualikan pola distribusi dengan alasan."""
    place = _acting_or_404(request, year, period, unit)
    form = ExceptionForm(posted(request))
    return answered(
        request, form, "performance/units/exception.html", _context(place),
        lambda: unit_predicates.make_exception(
            **place.facts, reason=form.cleaned_data["reason"], by=user_of(request), on=clock.today()
        ),
        then=place.url,
    )  # fmt: skip


@requires(CALIBRATE)
def calibrate(request: HttpRequest, year: int, period: int, unit: int) -> HttpResponse:
    """Mencatat rapat kalibrasi; of a large unit, first who is spoken of."""
    place = _acting_or_404(request, year, period, unit)
    people = queries_unit_ratings.discussable(user_of(request), unit, place.year, period)
    if len(people) > MOST_ON_A_PAGE:
        choosing = ChoosePeopleForm(request.GET if "orang" in request.GET else None, people=people)
        chosen = choosing.cleaned_data["orang"] if choosing.is_valid() else []
        if not 0 < len(chosen) <= MOST_ON_A_PAGE:
            context = {**_context(place), "form": choosing, "most": MOST_ON_A_PAGE, "many": len(chosen)}
            return render_page(request, "performance/units/choose.html", context)
        people = queries_unit_ratings.named(people, chosen)
    form = CalibrationForm(posted(request), people=people)
    return answered(
        request, form, "performance/units/calibrate.html", {**_context(place), "rows": presenters_distribution.meeting_rows(form)},
        lambda: calibrating.calibrate(
            **place.facts, meeting=form.meeting(), changes=form.changes(), by=user_of(request), on=clock.today()
        ),
        then=place.url,
    )  # fmt: skip


@requires(DISTRIBUTION)
@require_safe
def calibration(request: HttpRequest, year: int, period: int, unit: int, pk: int) -> HttpResponse:
    """Satu rapat kalibrasi: who was there, what was said, before and after."""
    place = _place_or_404(request, year, period, unit)
    meeting = found_or_404(queries_unit_ratings.calibration_of(pk, unit, place.year, period))
    context = {
        **_context(place),
        "meeting": meeting,
        "changes": presenters_distribution.change_rows(queries_unit_ratings.changes_of(meeting)),
    }
    return render_page(request, "performance/units/calibration.html", context)


@requires(CALIBRATE)
def release(request: HttpRequest, year: int, period: int, unit: int) -> HttpResponse:
    """Menyerahkan semua hasil unit yang sudah dinilai, in the background."""
    place, form = _acting_or_404(request, year, period, unit), Form(posted(request))
    checked = releasing.may_release(user_of(request), place.spread)
    return answered(
        request, form, "performance/units/release.html", {**_context(place), "checked": checked},
        lambda: starting.start_release(
            unit=unit, year=place.year, period=place.period, by=user_of(request), on=clock.today()
        ),
    )  # fmt: skip


def _place_or_404(request: HttpRequest, year: int, number: int, key: int) -> Place:
    """Unit and period, or the same answer for none and for a unit out of scope."""
    opened, period = found_or_404(year_and_period(year, number))
    found = unit_by_key(key)
    if found is not None and not scopes.cares_for(user_of(request), key) and not _is_above(request, found):
        found = None
    unit = found_or_404(found)
    spread = found_or_404(queries_distribution.spread_of(key, opened, number, law_on(clock.today())))
    return Place(unit, opened, period, spread)


def _is_above(request: HttpRequest, found: Any) -> bool:
    """Who sets a unit's predicate sees it, whatever else."""
    return unit_predicates.sets_predicate(user_of(request), found, clock.today())


def _acting_or_404(request: HttpRequest, year: int, period: int, unit: int) -> Place:
    """A unit that the user may calibrate and hand over."""
    place = _place_or_404(request, year, period, unit)
    found_or_404(scopes.acts_for(user_of(request), unit) or None)
    return place


def _context(place: Place) -> dict[str, Any]:
    spread = place.spread
    return {
        "place": place,
        "spread": spread,
        "standing": presenters_distribution.standing_tag(spread),
        "organisation": presenters_distribution.organisation_words(spread),
        "pattern": presenters_distribution.pattern_words(spread),
        "findings": spread.decision.findings if spread.decision else [],
        "facts": presenters_distribution.head_facts(spread),
        "counts": spread.counts,
    }
