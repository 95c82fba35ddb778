"""Sesudah diserahkan: signing, objecting, ruling, and amendments that two people make."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.views.decorators.http import require_safe

from jenjang.accounts.access import requires
from jenjang.kernel import actions as kernel
from jenjang.kernel import clock, documents
from jenjang.kernel.queries import law_on
from jenjang.performance import (
    handing,
    presenters_amending,
    presenters_evaluating,
    presenters_rating,
    queries_amending,
    queries_evaluating,
)
from jenjang.performance.forms_evaluating import (
    AmendmentForm,
    AppraisalObjectionForm,
    ObjectionRulingForm,
    SettlementForm,
)
from jenjang.performance.models import AppraisalObjection, Evaluation
from jenjang.performance.permissions import AMEND, OWN, RULE_OBJECTION
from jenjang.performance.queries_evaluating import Reading
from jenjang.performance.states import FINAL
from jenjang.performance.views.evaluating import context_of, reading_for
from jenjang.ui import paging
from jenjang.ui.answering import answered, found_or_404, user_of
from jenjang.ui.forms import Form
from jenjang.ui.page import posted, render_page


@requires(OWN)
def sign(request: HttpRequest, pk: int) -> HttpResponse:
    """Menandatangani, with a plain statement of what that means."""
    reading = _own(request, pk)
    if request.method != "POST" and reading.evaluation.state != "dirilis":
        return redirect(reading.evaluation)
    form = Form(posted(request))
    return answered(
        request, form, "performance/evaluating/sign.html", _with_result(reading),
        lambda: handing.sign(evaluation=reading.evaluation, by=user_of(request)),
        then=reading.evaluation.get_absolute_url(),
    )  # fmt: skip


@requires(OWN)
def object_to(request: HttpRequest, pk: int) -> HttpResponse:
    """Mengajukan keberatan within the clock, with reasons and evidence."""
    reading = _own(request, pk)
    if request.method != "POST" and reading.evaluation.state != "dirilis":
        return redirect(reading.evaluation)
    form = AppraisalObjectionForm(posted(request), request.FILES or None)
    has_superior, superior = queries_evaluating.superior_named(reading.evaluation, reading.day)
    context = {
        **_with_result(reading),
        "checked": handing.may_object(reading.evaluation, reading.day),
        "clock": presenters_evaluating.objection_clock(reading),
        "superior": presenters_evaluating.superior_words(has_superior, superior),
    }
    return answered(
        request, form, "performance/evaluating/object.html", context, lambda: _object(request, reading.evaluation, form),
        then=reading.evaluation.get_absolute_url(),
    )  # fmt: skip


def _object(request: HttpRequest, found: Evaluation, form: AppraisalObjectionForm) -> AppraisalObjection:
    given, by = form.cleaned_data, user_of(request)
    evidence = kernel.store_document(given["evidence"], by=by) if given["evidence"] else None
    return handing.object_to(evaluation=found, words=given["words"], evidence=evidence, by=by, on=clock.today())


@requires(OWN)
@require_safe
def objection_paper(request: HttpRequest, pk: int) -> HttpResponseBase:
    """Bukti keberatan: for the person, the appraiser, who rules, and whoever oversees."""
    found = found_or_404(queries_evaluating.evaluation_for(user_of(request), pk))
    objection = getattr(found, "objection", None)
    if objection is None or objection.evidence is None:
        raise Http404
    return documents.send(objection.evidence, inline=True)


@requires(RULE_OBJECTION)
def rule(request: HttpRequest, pk: int) -> HttpResponse:
    """Memutus keberatan: both were heard, the word is final."""
    found = found_or_404(queries_evaluating.evaluation_for(user_of(request), pk))
    reading = reading_for(request, found)
    if not reading.rules or reading.objection is None:
        raise Http404
    if request.method != "POST" and found.state != "keberatan":
        return redirect(found)
    form = ObjectionRulingForm(posted(request))
    context = {
        **_with_result(reading),
        "appraiser": presenters_rating.appraiser_name(found.skp),
        "relation": queries_evaluating.relation_to(found, user_of(request), reading.day),
        "lines": presenters_evaluating.result_lines(reading),
        "values": presenters_evaluating.value_lines(reading),
    }
    return answered(
        request, form, "performance/evaluating/rule.html", context, lambda: _rule(request, reading, form),
        then=found.get_absolute_url(),
    )  # fmt: skip


def _rule(request: HttpRequest, reading: Reading, form: ObjectionRulingForm) -> None:
    given = form.cleaned_data
    handing.rule_on(
        objection=found_or_404(reading.objection), granted=given["outcome"] == "terima", heard=given["heard"],
        words=given["words"], by=user_of(request), on=clock.today(), **form.ratings(),
    )  # fmt: skip


@requires(AMEND)
def amend(request: HttpRequest, pk: int) -> HttpResponse:
    """Mengusulkan perubahan hasil yang sudah final."""
    found = found_or_404(queries_evaluating.evaluation_for(user_of(request), pk))
    reading = reading_for(request, found)
    if not reading.may_amend:
        raise Http404
    if request.method != "POST" and found.state not in FINAL:
        return redirect(found)
    form = AmendmentForm(posted(request))
    return answered(
        request, form, "performance/evaluating/amend.html", _with_result(reading),
        lambda: handing.propose_amendment(
            evaluation=found, **form.ratings(), reason=form.cleaned_data["reason"], by=user_of(request)
        ),
        then=found.get_absolute_url(),
    )  # fmt: skip


@requires(AMEND)
@require_safe
def amendments(request: HttpRequest) -> HttpResponse:
    """Usul perubahan: those that wait first, then what was settled."""
    state = request.GET.get("keadaan", "")
    found = queries_amending.amendments(user_of(request), state)
    page = paging.sheet(request, found)
    rows = [presenters_amending.row_of(one, user_of(request), clock.today()) for one in page]
    context = {"page": page, "rows": rows, "chips": presenters_amending.chips(state)}
    return render_page(request, "performance/evaluating/amendments.html", context)


@requires(AMEND, fresh=True)
def settle(request: HttpRequest, pk: int) -> HttpResponse:
    """Menyetujui atau menolak usul perubahan, as the second person."""
    user, today = user_of(request), clock.today()
    found = found_or_404(queries_amending.amendment_for(user, pk))
    form = SettlementForm(posted(request))
    context = {
        "proposal": found,
        "shown": presenters_amending.shown(found, law_on(today)),
        "checked": queries_amending.may_settle(found, user, today),
    }
    return answered(
        request, form, "performance/evaluating/settle.html", context,
        lambda: handing.settle_amendment(
            proposal=found, approve=form.cleaned_data["outcome"] == "setuju", answer=form.cleaned_data["answer"], by=user,
            on=today,
        ),
        then=found.evaluation.get_absolute_url(),
    )  # fmt: skip


def _own(request: HttpRequest, pk: int) -> Reading:
    """One's own evaluation once it was handed over; the same answer for none, for another's, and before that."""
    reading = reading_for(request, found_or_404(queries_evaluating.own_evaluation(user_of(request), pk)))
    if not reading.sees_rating:
        raise Http404
    return reading


def _with_result(reading: Reading) -> dict[str, object]:
    return {**context_of(reading), "quadrant": presenters_evaluating.shown_quadrant(reading)}
