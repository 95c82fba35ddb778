"""Masuk, keluar, aktivasi, and the accounts of the demonstration."""

from http import HTTPStatus

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_POST

from jenjang.accounts import codes, demo, factor, sessions
from jenjang.accounts.access import public
from jenjang.accounts.forms import ActivationForm, CodeForm, SignInForm
from jenjang.accounts.limits import limited
from jenjang.law.errors import Refused
from jenjang.ui.page import posted

WINDOW = 10  # minutes, in which one address may send so often; a large office shares one address in the morning
SIGN_INS, CODES, ACTIVATIONS, TAPS = 300, 300, 60, 600


@public
@never_cache
@limited(SIGN_INS, minutes=WINDOW)
@sensitive_post_parameters("password")
def sign_in(request: HttpRequest) -> HttpResponse:
    """Masuk: NIP or e-mail and password; a second step follows if the account has a second factor."""
    following = sessions.safe_next(request, "")
    if request.user.is_authenticated and request.method == "GET":
        return redirect(following or "accounts:home")
    form = SignInForm(posted(request))
    outcome = None
    if request.method == "POST" and form.is_valid():
        outcome = sessions.attempt(request, form.cleaned_data["login"], form.cleaned_data["password"])
        if outcome.user and factor.has_factor(outcome.user):
            sessions.wait_for_code(request, outcome.user, following)
            return redirect("accounts:sign_in_code")
        if outcome.user:
            sessions.open_session(request, outcome.user)
            return redirect(following or "accounts:home")
    context = {"form": form, "outcome": outcome, "lanjut": following, "people": demo.introduced()}
    return render(
        request,
        "accounts/sign_in.html",
        context,
        status=_status(form, outcome, paused=bool(outcome and outcome.locked)),
    )


@public
@never_cache
@limited(CODES, minutes=WINDOW)
def sign_in_code(request: HttpRequest) -> HttpResponse:
    """Kode: the second step of signing in."""
    found = sessions.waiting(request)
    if found is None:
        return redirect("accounts:sign_in")
    user, following = found
    form, paused = CodeForm(posted(request)), False
    if request.method == "POST" and form.is_valid():
        wrong = factor.check(request, user, form.cleaned_data[factor.CODE_FIELD])
        if not wrong:
            sessions.open_session(request, user)
            factor.mark_fresh(request)
            return redirect(following or "accounts:home")
        paused = wrong == factor.PAUSED
        form.add_refusal(wrong, factor.CODE_FIELD)
    return render(request, "accounts/sign_in_code.html", {"form": form}, status=_status(form, paused=paused))


@public
def sign_out(request: HttpRequest) -> HttpResponse:
    """Keluar: by a form, so that no link elsewhere can do it."""
    if request.method == "POST":
        sessions.close_session(request)
        return redirect("accounts:sign_in")
    return render(request, "accounts/sign_out.html")


@public
@never_cache
@limited(ACTIVATIONS, minutes=WINDOW)
@sensitive_post_parameters("new", "again", "code")
def activate(request: HttpRequest) -> HttpResponse:
    """Aktifkan akun, with the code that an officer has handed over."""
    form, paused = ActivationForm(posted(request)), False
    if request.method == "POST" and form.is_valid():
        login, code = form.cleaned_data["login"], form.cleaned_data["code"]
        try:
            codes.activate_account(request=request, login=login, code=code, password=form.cleaned_data["new"])
        except Refused as refusal:
            form.add_decision(refusal.decision)
            paused = isinstance(refusal, codes.Paused)
        else:
            return render(request, "accounts/activated.html")
    return render(request, "accounts/activate.html", {"form": form}, status=_status(form, paused=paused))


@public
@never_cache
def demo_people(request: HttpRequest) -> HttpResponse:
    """Akun peragaan: everybody whom one may play. Outside a demonstration this page does not exist."""
    if not demo.is_demo():
        raise Http404
    return render(request, "accounts/demo_people.html", {"groups": demo.by_role()})


@public
@limited(TAPS, minutes=WINDOW)
@require_POST
def demo_enter(request: HttpRequest, account: int) -> HttpResponse:
    """One tap."""
    user = demo.DemoBackend().authenticate(request, demo_account=account)
    if user is None:
        raise Http404
    sessions.open_session(request, user, backend=demo.BACKEND)
    factor.mark_fresh(request)
    return HttpResponseRedirect(sessions.safe_next(request, reverse("accounts:home")))


def _status(form: SignInForm | CodeForm | ActivationForm, outcome: object = None, *, paused: bool = False) -> int:
    if paused:
        return HTTPStatus.TOO_MANY_REQUESTS
    wrong = form.is_bound and (bool(form.errors) or bool(form.objections) or outcome is not None)
    return HTTPStatus.UNPROCESSABLE_ENTITY if wrong else HTTPStatus.OK
