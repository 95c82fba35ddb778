"""Faktor kedua: the code from a phone (TOTP) or a recovery code, that it counts once, and how long it stays fresh."""

import time
from typing import cast

from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal import auth as totp
from allauth.mfa.utils import decrypt
from django.conf import settings
from django.db import IntegrityError, transaction
from django.http import HttpRequest

from jenjang.accounts import demo
from jenjang.accounts.models import UsedCode, User
from jenjang.kernel import clock

CODE_FIELD = "kode_faktor"
DEMO_FIELD = "konfirmasi_peragaan"
OWN_FIELDS = frozenset({CODE_FIELD, DEMO_FIELD, "csrfmiddlewaretoken"})
SESSION_KEY = "faktor_pada"
WRONG = "Kode tidak cocok atau sudah dipakai. Tunggu kode berikutnya di ponsel Anda, lalu coba lagi."


def has_factor(user: User) -> bool:
    return Authenticator.objects.filter(user=user, type=Authenticator.Type.TOTP).exists()


def missing(request: HttpRequest) -> str:
    """The page where an account above `pegawai` must go first: to set the factor up, or to give a code. "" if none."""
    user = cast(User, request.user)
    if not user.powers.is_above_employee or SESSION_KEY in request.session:
        return ""
    return "accounts:confirm" if has_factor(user) else "accounts:factor"


def is_fresh(request: HttpRequest) -> bool:
    """Whether a code was given within the last minutes."""
    given = request.session.get(SESSION_KEY)
    return given is not None and 0 <= clock.now().timestamp() - given <= settings.JENJANG_FRESH_SECONDS


def mark_fresh(request: HttpRequest) -> None:
    request.session[SESSION_KEY] = clock.now().timestamp()


def confirm(request: HttpRequest) -> str:
    """Take the code of a form, or the tap of a demo account. Returns what is wrong, or nothing."""
    user = cast(User, request.user)
    if request.POST.get(DEMO_FIELD) and demo.may_tap(user):
        mark_fresh(request)
        return ""
    if not accept(user, request.POST.get(CODE_FIELD, "")):
        return WRONG
    mark_fresh(request)
    return ""


def accept(user: User, code: str) -> bool:
    """Whether the code is right and new. Codes of the app count once per window; recovery codes once for ever."""
    code = "".join(code.split())
    for authenticator in Authenticator.objects.filter(user=user):
        if authenticator.type == Authenticator.Type.TOTP and _accept_totp(user, authenticator, code):
            return True
        if authenticator.type == Authenticator.Type.RECOVERY_CODES and RecoveryCodes(authenticator).validate_code(code):
            return True
    return False


def matching_counter(secret: str, code: str) -> int | None:
    """The window (30 seconds, one before and one after) whose code this is."""
    if not code.isascii() or not code.isdigit():
        return None
    for counter in totp.yield_hotp_counters_from_time():
        if totp.format_hotp_value(totp.hotp_value(secret, counter)) == code:
            return counter
    return None


def _accept_totp(user: User, authenticator: Authenticator, code: str) -> bool:
    counter = matching_counter(decrypt(authenticator.data["secret"]), code)
    return counter is not None and use_counter(user, counter)


def use_counter(user: User, counter: int) -> bool:
    """Spend a window's code. The database's unique constraint decides between two who send it at once."""
    try:
        with transaction.atomic():
            UsedCode.objects.create(user=user, counter=counter)
    except IntegrityError:
        return False
    stale = int(time.time()) // 30 - 20
    UsedCode.objects.filter(user=user, counter__lt=stale).delete()
    return True
