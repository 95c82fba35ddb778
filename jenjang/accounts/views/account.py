"""Akun saya: password, second factor, sessions; and the code that is asked before something important."""

from http import HTTPStatus
from typing import cast

from django.contrib import messages
from django.contrib.auth import update_session_auth_hash
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_POST

from jenjang.accounts import codes, demo, factor, presenters, sessions
from jenjang.accounts.access import signed_in
from jenjang.accounts.forms import CodeForm, FirstCodeForm, PasswordForm
from jenjang.accounts.limits import limited
from jenjang.accounts.models import User
from jenjang.ui.page import posted

CHANGES, WINDOW = 60, 10  # passwords sent from one address in ten minutes: guessing at an open session is no way in


@signed_in
def account(request: HttpRequest) -> HttpResponse:
    """Akun: who I am here, what I may do, where I am signed in."""
    user = cast(User, request.user)
    context = {
        "roles": presenters.role_lines(user.powers),
        "has_factor": factor.has_factor(user),
        "codes_left": factor.recovery_codes_left(user),
        "open_sessions": sessions.open_sessions(request),
    }
    return render(request, "accounts/account.html", context)


@signed_in
@limited(CHANGES, minutes=WINDOW)
@sensitive_post_parameters()
def password(request: HttpRequest) -> HttpResponse:
    """Ganti kata sandi. All other sessions end."""
    user = cast(User, request.user)
    form = PasswordForm(posted(request), user=user)
    if request.method == "POST" and form.is_valid():
        codes.change_password(user=user, password=form.cleaned_data["new"])
        update_session_auth_hash(request, user)
        sessions.record(request, user)
        messages.success(request, "Kata sandi diganti. Sesi di perangkat lain sudah diakhiri.")
        return redirect("accounts:account")
    status = HTTPStatus.UNPROCESSABLE_ENTITY if form.errors else HTTPStatus.OK
    return render(request, "accounts/password.html", {"form": form}, status=status)


@signed_in
@require_POST
def end_sessions(request: HttpRequest) -> HttpResponse:
    """Akhiri sesi di perangkat lain."""
    count = sessions.end_other_sessions(request)
    messages.success(request, f"{count} sesi lain diakhiri." if count else "Tidak ada sesi lain.")
    return redirect("accounts:account")


@signed_in(before_factor=True)
def set_up_factor(request: HttpRequest) -> HttpResponse:
    """Pasang faktor kedua: scan, type one code, keep the recovery codes."""
    user = cast(User, request.user)
    following = sessions.safe_next(request, reverse("accounts:home"))
    if factor.has_factor(user):
        return redirect("accounts:account" if factor.SESSION_KEY in request.session else "accounts:confirm")
    if request.POST.get(factor.DEMO_FIELD) and not factor.confirm(request):
        return redirect(following)
    form = FirstCodeForm(posted(request))
    if request.method == "POST" and form.is_valid():
        codes = factor.activate(request, form.cleaned_data[factor.CODE_FIELD])
        if codes:
            return render(request, "accounts/recovery_codes.html", {"codes": codes, "lanjut": following})
        form.add_refusal(factor.WRONG, factor.CODE_FIELD)
    secret = factor.pending_secret(request)
    context = {"form": form, "lanjut": following, "secret": presenters.in_fours(secret), "may_tap": demo.may_tap(user)}
    context["qr"] = presenters.qr_picture(factor.provisioning_address(user, secret))
    status = HTTPStatus.UNPROCESSABLE_ENTITY if form.errors else HTTPStatus.OK
    return render(request, "accounts/factor.html", context, status=status)


@signed_in(fresh=True)
@require_POST
def renew_recovery_codes(request: HttpRequest) -> HttpResponse:
    """Kode cadangan baru; the old ones stop working."""
    user = cast(User, request.user)
    if not factor.has_factor(user):
        return redirect("accounts:factor")
    codes = factor.new_recovery_codes(user)
    return render(request, "accounts/recovery_codes.html", {"codes": codes, "lanjut": reverse("accounts:account")})


@signed_in(fresh=True)
@require_POST
def replace_factor(request: HttpRequest) -> HttpResponse:
    """Ganti perangkat: let the old one go and set a new one up."""
    factor.remove(request)
    return redirect("accounts:factor")


@signed_in(before_factor=True)
def confirm(request: HttpRequest) -> HttpResponse:
    """Konfirmasi: give a code now, before a form that asks for one."""
    user = cast(User, request.user)
    following = sessions.safe_next(request, reverse("accounts:home"))
    if not factor.has_factor(user) and not demo.may_tap(user):
        return redirect(sessions.with_next(reverse("accounts:factor"), following))
    form, wrong = CodeForm(posted(request)), ""
    if request.method == "POST":
        wrong = factor.confirm(request)
        if not wrong:
            return redirect(following)
        form.add_refusal(wrong, factor.CODE_FIELD)
    context = {"form": form, "lanjut": following, "may_tap": demo.may_tap(user)}
    status = HTTPStatus.UNPROCESSABLE_ENTITY if form.errors else HTTPStatus.OK
    status = HTTPStatus.TOO_MANY_REQUESTS if wrong == factor.PAUSED else status
    return render(request, "accounts/confirm.html", context, status=status)
