"""Peran: who holds which, who proposed and who approved it; proposing, approving, revoking."""

from http import HTTPStatus
from typing import cast

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from jenjang.accounts import actions, permissions, presenters, queries, revoking
from jenjang.accounts.access import requires
from jenjang.accounts.forms import ProposalForm, ReasonForm, SettlementForm
from jenjang.accounts.models import GrantProposal, User
from jenjang.law.errors import Refused
from jenjang.ui.page import posted
from jenjang.ui.paging import sheet


@requires(permissions.ROLE_VIEW)
def roles(request: HttpRequest) -> HttpResponse:
    """Peran: proposals that wait, grants in force, acting officials."""
    user = cast(User, request.user)
    page = sheet(request, queries.standing_grants(request.GET.get("q", "")))
    context = {
        "proposals": presenters.proposal_lines(queries.open_proposals(), user),
        "page": page,
        "grants": presenters.with_units(page),
        "q": request.GET.get("q", "")[:100],
        "delegations": queries.running_delegations(),
        "may_grant": user.powers.allow(permissions.ROLE_GRANT),
    }
    return render(request, "accounts/roles.html", context)


@requires(permissions.ROLE_GRANT)
def propose(request: HttpRequest) -> HttpResponse:
    """Usulkan peran."""
    form = ProposalForm(posted(request))
    if request.method == "POST" and form.is_valid():
        try:
            actions.propose_from_form(data=form.cleaned_data, by=cast(User, request.user))
        except actions.UnknownAccount as unknown:
            form.add_refusal(str(unknown), unknown.field)
        except Refused as refusal:
            form.add_decision(refusal.decision)
        else:
            messages.success(request, "Usulan tercatat. Peran berlaku setelah orang lain menyetujuinya.")
            return redirect("accounts:roles")
    return render(request, "accounts/propose.html", {"form": form}, status=_status(form))


@requires(permissions.ROLE_GRANT, fresh=True)
def proposal(request: HttpRequest, pk: int) -> HttpResponse:
    """Satu usulan: approve it, or turn it down with a reason."""
    user = cast(User, request.user)
    found = queries.proposal_or_404(pk)
    form = SettlementForm(posted(request))
    problems: list[str] = []
    if form.is_valid():
        try:
            messages.success(request, _settled(found, form, user))
        except Refused as refusal:
            problems = [finding.reason for finding in refusal.decision.objections]
        else:
            return redirect("accounts:roles")
    context = {
        "proposal": found,
        "form": form,
        "problems": problems,
        "objections": actions.may_approve(found, user).objections,
    }
    return render(request, "accounts/proposal.html", context, status=HTTPStatus.CONFLICT if problems else _status(form))


def _settled(found: GrantProposal, form: SettlementForm, by: User) -> str:
    if form.approves:
        actions.approve_proposal(proposal=found, by=by)
        return "Peran disetujui dan disegel."
    actions.reject_proposal(proposal=found, by=by, answer=form.cleaned_data["reason"])
    return "Usulan tidak dilanjutkan."


@requires(permissions.ROLE_GRANT, fresh=True)
def revoke(request: HttpRequest, pk: int) -> HttpResponse:
    """Cabut peran."""
    grant = queries.grant_or_404(pk)
    form = ReasonForm(posted(request))
    if request.method == "POST" and form.is_valid():
        try:
            revoking.revoke(grant=grant, by=cast(User, request.user), reason=form.cleaned_data["reason"])
        except Refused as refusal:
            form.add_decision(refusal.decision)
        else:
            messages.success(request, "Peran dicabut mulai hari ini.")
            return redirect("accounts:roles")
    return render(request, "accounts/revoke.html", {"form": form, "grant": grant}, status=_status(form))


@requires(permissions.ROLE_GRANT, fresh=True)
def end_delegation(request: HttpRequest, pk: int) -> HttpResponse:
    """Akhiri Plt/Plh sebelum waktunya."""
    delegation = queries.delegation_or_404(pk)
    form = ReasonForm(posted(request))
    if request.method == "POST" and form.is_valid():
        try:
            revoking.end_delegation(
                delegation=delegation, by=cast(User, request.user), reason=form.cleaned_data["reason"]
            )
        except Refused as refusal:
            form.add_decision(refusal.decision)
        else:
            messages.success(request, "Pelaksanaan tugas berakhir hari ini.")
            return redirect("accounts:roles")
    return render(
        request, "accounts/end_delegation.html", {"form": form, "delegation": delegation}, status=_status(form)
    )


def _status(form: ProposalForm | ReasonForm) -> int:
    wrong = form.is_bound and (bool(form.errors) or bool(form.objections))
    return HTTPStatus.UNPROCESSABLE_ENTITY if wrong else HTTPStatus.OK
