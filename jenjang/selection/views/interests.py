"""Kepentingan pejabat: declared before proposing or deciding; a possible relation is settled by an officer."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse

from jenjang.accounts.access import requires
from jenjang.accounts.queries import account_or_404
from jenjang.kernel import clock, policy
from jenjang.selection import interests, officials, proposals
from jenjang.selection.bench import name_of
from jenjang.selection.forms_decision import InterestForm
from jenjang.selection.forms_panel import RulingForm
from jenjang.selection.links import decision_url
from jenjang.selection.models import Interest
from jenjang.selection.officials import Relation
from jenjang.selection.permissions import INTEREST_DECLARE, PANEL_FORM
from jenjang.selection.presenters_decision import kin_words
from jenjang.selection.views.common import answered, in_file, vacancy_or_404
from jenjang.ui.answering import user_of
from jenjang.ui.page import posted


@requires(INTEREST_DECLARE)
def declare(request: HttpRequest, number: str) -> HttpResponse:
    """Pernyataan kepentingan pejabat: one tick, or what there is about each of the three."""
    vacancy, user, law = vacancy_or_404(request, number), user_of(request), policy.law_on(clock.today())
    shortlist = proposals.standing_shortlist(vacancy)
    if shortlist is None or vacancy.state not in interests.OPEN:
        raise Http404
    three = proposals.candidates_of(shortlist)
    found = officials.relations(three, user, law) or []
    people = [(one, name_of(one)) for one in three]
    form = InterestForm(posted(request), people=people, degrees=kin_words(law), initial=_known(found))
    return answered(
        request, form, "selection/decision/interest.html", {**in_file(request, vacancy, "putusan"), "found": found},
        lambda: interests.declare(vacancy=vacancy, interests=form.interests(), by=user, on=clock.today()),
        then=decision_url(vacancy),
    )  # fmt: skip


def _known(found: list[Relation]) -> dict[str, Any]:
    """What the records tell already stands in the form."""
    initial: dict[str, Any] = {}
    for one in found:
        if one.certain:
            initial[f"jenis-{one.candidate.pk}"] = str(Interest.FAMILY)
            initial[f"uraian-{one.candidate.pk}"] = f"Ia {one.words} saya."
    return initial


@requires(PANEL_FORM)
def settle(request: HttpRequest, number: str, account: int, pk: int) -> HttpResponse:
    """Menegaskan hubungan seorang pejabat dengan seorang calon."""
    vacancy, official, today = vacancy_or_404(request, number), account_or_404(account), clock.today()
    found = interests.unsettled(vacancy, official, pk, today)
    if found is None:
        raise Http404
    form = RulingForm(posted(request))
    context = {**in_file(request, vacancy, "putusan"), "official": official, "relation": found, "name": name_of(found.candidate)}  # fmt: skip
    return answered(
        request, form, "selection/decision/settle.html", context,
        lambda: interests.settle(
            vacancy=vacancy, official=official, candidate=pk, holds=form.cleaned_data["holds"] == "ya",
            reason=form.cleaned_data["reason"], by=user_of(request), on=today,
        ),
        then=decision_url(vacancy),
    )  # fmt: skip
