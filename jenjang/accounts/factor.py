"""Faktor kedua: the code from a phone (TOTP) or a recovery code, that it counts once, and how long it stays fresh."""

import time
from typing import cast
from urllib.parse import quote, urlencode

from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal import auth as totp
from allauth.mfa.utils import decrypt
from django.conf import settings
from django.db import IntegrityError, transaction
from django.http import HttpRequest

from jenjang.accounts import demo, sessions
from jenjang.accounts.models import UsedCode, User
from jenjang.kernel import clock

CODE_FIELD = "kode_faktor"
DEMO_FIELD = "konfirmasi_peragaan"
OWN_FIELDS = frozenset({CODE_FIELD, DEMO_FIELD, "csrfmiddlewaretoken"})
SESSION_KEY = "faktor_pada"
PENDING_KEY = "faktor_baru"
WRONG = "Kode tidak cocok atau sudah dipakai. Tunggu kode berikutnya di ponsel Anda, lalu coba lagi."
PAUSED = "Terlalu banyak kode yang tidak cocok. Tunggu 15 menit, lalu coba lagi."


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
    if wrong := check(request, user, request.POST.get(CODE_FIELD, "")):
        return wrong
    mark_fresh(request)
    return ""


def check(request: HttpRequest, user: User, code: str) -> str:
    """Take a code and count wrong ones. Returns what is wrong, or nothing."""
    if not sessions.may_try_code(request, user):
        return PAUSED
    if not accept(user, code):
        sessions.note_wrong_code(request, user)
        return WRONG
    sessions.forget_wrong_codes(request, user)
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


def pending_secret(request: HttpRequest) -> str:
    """The secret that is being set up, kept in the session until a code proves that the phone has it."""
    if PENDING_KEY not in request.session:
        request.session[PENDING_KEY] = totp.generate_totp_secret()
    secret: str = request.session[PENDING_KEY]
    return secret


def activate(request: HttpRequest, code: str) -> list[str] | None:
    """Pasang faktor kedua. Returns the recovery codes, to be shown this once, or None when the code does not fit."""
    user = cast(User, request.user)
    secret = pending_secret(request)
    counter = matching_counter(secret, "".join(code.split()))
    if counter is None or has_factor(user) or not use_counter(user, counter):
        return None
    with transaction.atomic():
        totp.TOTP.activate(user, secret)
        codes = new_recovery_codes(user)
    del request.session[PENDING_KEY]
    mark_fresh(request)
    return codes


def new_recovery_codes(user: User) -> list[str]:
    """Kode cadangan: ten new ones; the old ones stop working."""
    Authenticator.objects.filter(user=user, type=Authenticator.Type.RECOVERY_CODES).delete()
    return RecoveryCodes.activate(user).generate_codes()


def remove(request: HttpRequest) -> None:
    """Lepas perangkat, before another is set up; until then nothing else opens for a role above `pegawai`."""
    release(cast(User, request.user))
    request.session.pop(SESSION_KEY, None)


def release(user: User) -> None:
    """Lepas perangkat of somebody whose phone is gone; the next sign-in sets up another."""
    Authenticator.objects.filter(user=user).delete()


def recovery_codes_left(user: User) -> int:
    found = Authenticator.objects.filter(user=user, type=Authenticator.Type.RECOVERY_CODES).first()
    return len(RecoveryCodes(found).get_unused_codes()) if found else 0


def provisioning_address(user: User, secret: str) -> str:
    """What the QR code holds for the authenticator app."""
    label = quote(f"{settings.MFA_TOTP_ISSUER}:{user.username}")
    return f"otpauth://totp/{label}?{urlencode({'secret': secret, 'issuer': settings.MFA_TOTP_ISSUER})}"


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
