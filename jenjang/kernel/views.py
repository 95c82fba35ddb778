"""Pages of the ground: a job's progress and the agency's policy. Who may open them: config/pages.py."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from jenjang.kernel import clock, hooks, policy, presenters, queries
from jenjang.kernel.forms import AdoptionForm, DiscardForm, PolicyForm, ReturnForm
from jenjang.kernel.models import PolicyDraftState
from jenjang.law.errors import Refused
from jenjang.ui.forms import Form
from jenjang.ui.page import posted, render_page

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
    powers = hooks.policy_powers(request.user)
    context = {
        "versions": queries.versions(),
        "in_force": in_force,
        "drafts": policy.drafts_in_work()[:20] if powers.see else (),
        "parameters": presenters.policy_parts(policy.overview(policy.read_values(in_force.values) if in_force else {})),
        "may_draft": powers.draft,
    }
    return render_page(request, "kernel/policies.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def new_policy(request: Request) -> HttpResponseBase:
    """Merancang kebijakan, beginning from the values now in force."""
    in_force = queries.policy_on(clock.today())
    form = PolicyForm(posted(request), values=policy.read_values(in_force.values) if in_force else None)
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
    form = PolicyForm(posted(request), values=policy.read_values(draft.values), initial=initial)
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
    return _draft_page(request, pk)


@require_POST
def propose_policy(request: Request, pk: int) -> HttpResponseBase:
    draft = get_object_or_404(policy.drafts(), pk=pk)
    try:
        policy.propose_draft(draft=draft, by=request.user)
    except Refused as refusal:
        return _draft_page(request, pk, refusal=refusal)
    return redirect(draft)


@require_POST
def adopt_policy(request: Request, pk: int) -> HttpResponseBase:
    """Menetapkan kebijakan dengan keputusan."""
    draft = get_object_or_404(policy.drafts(), pk=pk)
    form = AdoptionForm(request.POST)
    if not form.is_valid():
        return _draft_page(request, pk, adoption=form)
    try:
        facts = {name: form.cleaned_data[name] for name in ("decree_number", "decree_date")}
        policy.adopt_policy(draft=draft, by=request.user, on=clock.today(), **facts)
    except Refused as refusal:
        form.add_decision(refusal.decision)
        return _draft_page(request, pk, adoption=form)
    return redirect("kernel:policies")


@require_POST
def return_policy(request: Request, pk: int) -> HttpResponseBase:
    """Mengembalikan usulan kepada perancang."""
    draft = get_object_or_404(policy.drafts(), pk=pk)
    form = ReturnForm(request.POST)
    if not form.is_valid():
        return _draft_page(request, pk, returning=form)
    try:
        policy.return_draft(draft=draft, reason=form.cleaned_data["reason"], by=request.user)
    except Refused as refusal:
        form.add_decision(refusal.decision)
        return _draft_page(request, pk, returning=form)
    return redirect(draft)


@require_POST
def discard_policy(request: Request, pk: int) -> HttpResponseBase:
    """Membuang rancangan, with a reason; it stays on record."""
    draft = get_object_or_404(policy.drafts(), pk=pk)
    form = DiscardForm(request.POST, prefix="buang")
    if not form.is_valid():
        return _draft_page(request, pk, discarding=form)
    try:
        policy.discard_draft(draft=draft, reason=form.cleaned_data["reason"], by=request.user)
    except Refused as refusal:
        form.add_decision(refusal.decision)
        return _draft_page(request, pk, discarding=form)
    messages.success(request, f"Rancangan “{draft.title}” dibuang.")
    return redirect("kernel:policies")


def _draft_page(request: Request, pk: int, *, refusal: Refused | None = None, **given: Form) -> HttpResponse:
    powers = hooks.policy_powers(request.user)
    draft = get_object_or_404(policy.drafts_for(powers.see), pk=pk)
    forms = {"adoption": AdoptionForm(), "returning": ReturnForm(), "discarding": DiscardForm(prefix="buang")} | given
    context = {
        "draft": draft,
        "lines": policy.comparison(policy.read_values(draft.values)),
        "steps": presenters.draft_steps(policy.steps_of(draft)),
        "state": PolicyDraftState(draft.state),
        "refusal": refusal.decision if refusal else None,
        "powers": powers,
        **forms,
    }
    return render_page(request, "kernel/policy_draft.html", context, status=422 if given or refusal else 200)
