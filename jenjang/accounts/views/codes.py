"""Akun dan kode aktivasi: finding an account, making one, giving its code; above `pegawai` by two officers."""

from http import HTTPStatus
from typing import cast

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from jenjang.accounts import actions, codes, permissions, queries
from jenjang.accounts.access import requires
from jenjang.accounts.forms import AccountForm, ReasonForm, SettlementForm
from jenjang.accounts.models import CodeProposal, User
from jenjang.law.errors import Refused
from jenjang.ui.page import posted


@requires(permissions.ACCOUNT_MANAGE)
def accounts(request: HttpRequest) -> HttpResponse:
    """Akun: find one, make one, hand out an activation code."""
    words = request.GET.get("q", "")[:100]
    context = {"q": words, "found": queries.find_accounts(words), "waiting": queries.open_code_proposals()}
    return render(request, "accounts/accounts.html", context)


@requires(permissions.ACCOUNT_MANAGE, fresh=True)
def new_account(request: HttpRequest) -> HttpResponse:
    """Akun baru, with its activation code shown once."""
    form = AccountForm(posted(request))
    if form.is_valid():
        try:
            user, code = actions.create_with_code(by=cast(User, request.user), **form.cleaned_data)
        except Refused as refusal:
            form.add_decision(refusal.decision)
        else:
            if code:
                return render(request, "accounts/activation_code.html", {"person": user, "code": code})
            messages.success(
                request, f"Akun {user.name} dibuat. Petugas lain menyetujui kodenya, karena ia memimpin unit."
            )
            return redirect("accounts:accounts")
    return render(request, "accounts/new_account.html", {"form": form}, status=_status(form))


@requires(permissions.ACCOUNT_MANAGE, fresh=True)
@require_POST
def issue_code(request: HttpRequest, pk: int) -> HttpResponse:
    """Kode aktivasi baru, for who has none, lost it, or forgot the password; above `pegawai` a proposal with its reason."""
    user, by = queries.account_or_404(pk), cast(User, request.user)
    form = ReasonForm(request.POST if "reason" in request.POST else None)
    try:
        if not queries.needs_two_officers(user):
            code = codes.issue_activation(user=user, by=by)
            return render(request, "accounts/activation_code.html", {"person": user, "code": code})
        if form.is_valid():
            codes.propose_activation(user=user, by=by, reason=form.cleaned_data["reason"])
            messages.success(request, "Usulan kode tercatat. Petugas lain menyetujuinya dan menyerahkan kodenya.")
            return redirect("accounts:accounts")
    except Refused as refusal:
        messages.error(request, str(refusal))
        return redirect("accounts:accounts")
    context = {"form": form, "person": user, "why": codes.TWO}
    return render(request, "accounts/code_request.html", context, status=_status(form))


@requires(permissions.ROLE_GRANT, fresh=True)
def code_proposal(request: HttpRequest, pk: int) -> HttpResponse:
    """Satu usulan kode aktivasi: the second officer approves and sees the code once, or turns it down with a reason."""
    by, found = cast(User, request.user), queries.code_proposal_or_404(pk)
    form = SettlementForm(posted(request))
    problems: list[str] = []
    if form.is_valid():
        try:
            return _settled(request, found, form, by)
        except Refused as refusal:
            problems = [finding.reason for finding in refusal.decision.objections]
    context = {
        "proposal": found,
        "form": form,
        "problems": problems,
        "objections": codes.may_approve(found, by).objections,
    }
    status = HTTPStatus.CONFLICT if problems else _status(form)
    return render(request, "accounts/code_proposal.html", context, status=status)


def _settled(request: HttpRequest, found: CodeProposal, form: SettlementForm, by: User) -> HttpResponse:
    if form.approves:
        code = codes.approve_activation(proposal=found, by=by)
        return render(request, "accounts/activation_code.html", {"person": found.user, "code": code})
    codes.reject_activation(proposal=found, by=by, answer=form.cleaned_data["reason"])
    messages.success(request, "Usulan kode tidak dilanjutkan.")
    return redirect("accounts:home")


def _status(form: AccountForm | ReasonForm) -> int:
    wrong = form.is_bound and (bool(form.errors) or bool(form.objections))
    return HTTPStatus.UNPROCESSABLE_ENTITY if wrong else HTTPStatus.OK
