"""Sign-in, the second factor, the account page, and home."""

from django.http import HttpRequest, HttpResponse

from jenjang.accounts.access import public, signed_in


@public
def sign_in(request: HttpRequest) -> HttpResponse:
    return HttpResponse("masuk")


@signed_in(before_factor=True)
def factor(request: HttpRequest) -> HttpResponse:
    return HttpResponse("faktor")


@signed_in(before_factor=True)
def confirm(request: HttpRequest) -> HttpResponse:
    return HttpResponse("konfirmasi")


def expired_form(request: HttpRequest, reason: str = "") -> HttpResponse:
    return HttpResponse("Formulir kedaluwarsa", status=403)
