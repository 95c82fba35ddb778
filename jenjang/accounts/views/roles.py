"""Peran: who holds which, who proposed and who approved it; proposing, approving, revoking."""

from http import HTTPStatus
from typing import cast

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from jenjang.accounts import actions, permissions, presenters, queries
from jenjang.accounts.access import requires
from jenjang.accounts.forms import AccountForm, ProposalForm, ReasonForm
from jenjang.accounts.models import User
from jenjang.law.errors import Refused
from jenjang.ui.paging import sheet


@requires(permissions.ROLE_VIEW)
def roles(request: HttpRequest) -> HttpResponse:
    """Peran: proposals that wait, grants in force, acting officials."""
    user = cast(User, request.user)
    page = sheet(request, queries.grants_in_force(request.GET.get("q", "")))
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
    form = ProposalForm(request.POST or None)
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
    form = ReasonForm(request.POST if request.POST.get("putusan") == "tolak" else None)
    problems: list[str] = []
    if request.method == "POST":
        try:
            if request.POST.get("putusan") == "setuju":
                actions.approve_proposal(proposal=found, by=user)
                messages.success(request, "Peran disetujui dan disegel.")
                return redirect("accounts:roles")
            if form.is_valid():
                actions.reject_proposal(proposal=found, by=user, answer=form.cleaned_data["reason"])
                messages.success(request, "Usulan tidak dilanjutkan.")
                return redirect("accounts:roles")
        except Refused as refusal:
            problems = [finding.reason for finding in refusal.decision.objections]
    context = {
        "proposal": found,
        "form": form,
        "problems": problems,
        "objections": actions.may_approve(found, user).objections,
    }
    return render(request, "accounts/proposal.html", context, status=HTTPStatus.CONFLICT if problems else _status(form))


@requires(permissions.ROLE_GRANT, fresh=True)
def revoke(request: HttpRequest, pk: int) -> HttpResponse:
    """Cabut peran."""
    grant = queries.grant_or_404(pk)
    form = ReasonForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            actions.revoke(grant=grant, by=cast(User, request.user), reason=form.cleaned_data["reason"])
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
    form = ReasonForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            actions.end_delegation(
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


@requires(permissions.ACCOUNT_MANAGE)
def accounts(request: HttpRequest) -> HttpResponse:
    """Akun: find one, make one, hand out an activation code."""
    words = request.GET.get("q", "")[:100]
    return render(request, "accounts/accounts.html", {"q": words, "found": queries.find_accounts(words)})


@requires(permissions.ACCOUNT_MANAGE, fresh=True)
def new_account(request: HttpRequest) -> HttpResponse:
    """Akun baru, with its activation code shown once."""
    form = AccountForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            user, code = actions.create_with_code(by=cast(User, request.user), **form.cleaned_data)
        except Refused as refusal:
            form.add_decision(refusal.decision)
        else:
            return render(request, "accounts/activation_code.html", {"person": user, "code": code})
    return render(request, "accounts/new_account.html", {"form": form}, status=_status(form))


@requires(permissions.ACCOUNT_MANAGE, fresh=True)
@require_POST
def issue_code(request: HttpRequest, pk: int) -> HttpResponse:
    """Kode aktivasi baru, for who has none, lost it, or forgot the password."""
    user = queries.account_or_404(pk)
    try:
        code = actions.issue_activation(user=user, by=cast(User, request.user))
    except Refused as refusal:
        messages.error(request, str(refusal))
        return redirect("accounts:accounts")
    return render(request, "accounts/activation_code.html", {"person": user, "code": code})


def _status(form: ProposalForm | ReasonForm | AccountForm) -> int:
    wrong = form.is_bound and (bool(form.errors) or bool(form.objections))
    return HTTPStatus.UNPROCESSABLE_ENTITY if wrong else HTTPStatus.OK
