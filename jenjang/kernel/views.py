"""Pages of the ground: a job's progress and the agency's policy. Who may open them: config/pages.py."""

from typing import Any

from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from jenjang.kernel import clock, hooks, policy, queries
from jenjang.kernel.forms import AdoptionForm, PolicyForm, ReturnForm
from jenjang.law.errors import Refused
from jenjang.ui.page import render_page

Request = Any  # an HttpRequest whose user has signed in


@require_safe
def job(request: Request, pk: int) -> HttpResponse:
    """Pekerjaan latar: its progress, to its owner only."""
    found = get_object_or_404(queries.jobs_of(request.user), pk=pk)
    return render_page(request, "kernel/job.html", {"job": found})


@require_safe
def policies(request: Request) -> HttpResponse:
    """Kebijakan instansi: versions in force and past, and open drafts."""
    in_force = queries.policy_on(clock.today())
    may_draft, _ = hooks.policy_powers(request.user)
    context = {
        "versions": queries.versions(),
        "in_force": in_force,
        "drafts": policy.drafts()[:20],
        "may_draft": may_draft,
    }
    return render_page(request, "kernel/policies.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def new_policy(request: Request) -> HttpResponseBase:
    """Merancang kebijakan, beginning from the values now in force."""
    in_force = queries.policy_on(clock.today())
    form = PolicyForm(request.POST or None, values=policy.read_values(in_force.values) if in_force else None)
    if request.method == "POST" and form.is_valid():
        try:
            facts = {name: form.cleaned_data[name] for name in ("title", "since")}
            return redirect(policy.draft_policy(values=form.policy_values, by=request.user, **facts))
        except Refused as refusal:
            form.add_decision(refusal.decision)
    return render_page(request, "kernel/policy_form.html", {"form": form}, status=422 if form.is_bound else 200)


@require_http_methods(["GET", "HEAD", "POST"])
def change_policy(request: Request, pk: int) -> HttpResponseBase:
    """Mengubah rancangan."""
    draft = get_object_or_404(policy.drafts(), pk=pk)
    initial = {"title": draft.title, "since": draft.since}
    form = PolicyForm(request.POST or None, values=policy.read_values(draft.values), initial=initial)
    if request.method == "POST" and form.is_valid():
        try:
            facts = {name: form.cleaned_data[name] for name in ("title", "since")}
            return redirect(policy.change_draft(draft=draft, values=form.policy_values, by=request.user, **facts))
        except Refused as refusal:
            form.add_decision(refusal.decision)
    context = {"form": form, "draft": draft}
    return render_page(request, "kernel/policy_form.html", context, status=422 if form.is_bound else 200)


@require_safe
def policy_draft(request: Request, pk: int) -> HttpResponse:
    """Rancangan kebijakan: its values beside the national defaults, and what may be done with it."""
    return _draft_page(request, pk, AdoptionForm(), ReturnForm())


@require_POST
def propose_policy(request: Request, pk: int) -> HttpResponseBase:
    draft = get_object_or_404(policy.drafts(), pk=pk)
    try:
        policy.propose_draft(draft=draft, by=request.user)
    except Refused as refusal:
        form = AdoptionForm()
        return _draft_page(request, pk, form, ReturnForm(), refusal)
    return redirect(draft)


@require_POST
def adopt_policy(request: Request, pk: int) -> HttpResponseBase:
    """Menetapkan kebijakan dengan keputusan."""
    draft = get_object_or_404(policy.drafts(), pk=pk)
    form = AdoptionForm(request.POST)
    if not form.is_valid():
        return _draft_page(request, pk, form, ReturnForm())
    try:
        facts = {name: form.cleaned_data[name] for name in ("decree_number", "decree_date")}
        policy.adopt_policy(draft=draft, by=request.user, on=clock.today(), **facts)
    except Refused as refusal:
        form.add_decision(refusal.decision)
        return _draft_page(request, pk, form, ReturnForm())
    return redirect("kernel:policies")


@require_POST
def return_policy(request: Request, pk: int) -> HttpResponseBase:
    """Mengembalikan usulan kepada perancang."""
    draft = get_object_or_404(policy.drafts(), pk=pk)
    form = ReturnForm(request.POST)
    if not form.is_valid():
        return _draft_page(request, pk, AdoptionForm(), form)
    try:
        policy.return_draft(draft=draft, reason=form.cleaned_data["reason"], by=request.user)
    except Refused as refusal:
        form.add_decision(refusal.decision)
        return _draft_page(request, pk, AdoptionForm(), form)
    return redirect(draft)


def _draft_page(
    request: Request, pk: int, adoption: AdoptionForm, returning: ReturnForm, refusal: Refused | None = None
) -> HttpResponse:
    draft = get_object_or_404(policy.drafts(), pk=pk)
    may_draft, may_adopt = hooks.policy_powers(request.user)
    context = {
        "draft": draft,
        "lines": policy.comparison(policy.read_values(draft.values)),
        "adoption": adoption,
        "returning": returning,
        "refusal": refusal.decision if refusal else None,
        "may_draft": may_draft,
        "may_adopt": may_adopt,
    }
    is_wrong = adoption.is_bound or returning.is_bound or refusal is not None
    return render_page(request, "kernel/policy_draft.html", context, status=422 if is_wrong else 200)
