"""Sesi: opening and ending them, and counting wrong tries per person and address together."""

from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from ipaddress import IPv4Address, ip_address, ip_network
from typing import Any, cast
from urllib.parse import quote

from axes.handlers.proxy import AxesProxyHandler
from axes.models import AccessAttempt
from django.conf import settings
from django.contrib.auth import authenticate, login, logout
from django.contrib.sessions.models import Session
from django.db.models import Sum
from django.http import HttpRequest, HttpResponse
from django.utils.http import url_has_allowed_host_and_scheme

from jenjang.accounts.backends import canonical_login
from jenjang.accounts.models import User, UserSession
from jenjang.kernel import clock

BACKEND = "jenjang.accounts.backends.PasswordBackend"
WAITING_KEY = "menunggu_kode"
WAITING_SECONDS = 300
MOST_WRONG_CODES = 20  # of one account from all addresses, until the pause is over
LINE_BITS = 64
BROWSERS = (("Edg/", "Edge"), ("OPR/", "Opera"), ("Firefox/", "Firefox"), ("Chrome/", "Chrome"), ("Safari/", "Safari"))
SYSTEMS = (
    ("Android", "Android"), ("iPhone", "iPhone"), ("iPad", "iPad"), ("Windows", "Windows"), ("Mac OS", "Mac"),
    ("Linux", "Linux"),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Attempt:
    """What came of a try to sign in."""

    user: User | None = None
    locked: bool = False
    remaining: int = 0


@dataclass(frozen=True, slots=True)
class OpenSession:
    """One line of the account page."""

    pk: int
    device: str
    address: str
    started_at: datetime
    is_this: bool


def attempt(request: HttpRequest, typed: str, password: str) -> Attempt:
    """Check NIP or e-mail and password. An unknown name and a wrong password get the same answer."""
    username = canonical_login(typed)
    if not may_try(request, username):
        return Attempt(locked=True)
    user = authenticate(request, username=username, password=password)
    if user is not None:
        return Attempt(user=cast(User, user))
    remaining = tries_left(request, username)
    return Attempt(locked=remaining == 0, remaining=remaining)


def may_try(request: HttpRequest, username: str) -> bool:
    return bool(AxesProxyHandler.is_allowed(request, {"username": username}))


def note_failure(request: HttpRequest, username: str) -> None:
    """One more wrong try of this name from this address."""
    AxesProxyHandler.user_login_failed(User, credentials={"username": username}, request=request)


def may_try_code(request: HttpRequest, user: User) -> bool:
    """Codes are counted by themselves, and from everywhere together: only who has the password gets this far, so nobody
    else can pause them, and many addresses do not add up to a guess.
    """
    key = _code_key(user)
    counting = AccessAttempt.objects.filter(username=key, attempt_time__gte=clock.now() - settings.AXES_COOLOFF_TIME)
    wrong = counting.aggregate(total=Sum("failures_since_start"))["total"] or 0
    return wrong < MOST_WRONG_CODES and may_try(request, key)


def note_wrong_code(request: HttpRequest, user: User) -> None:
    note_failure(request, _code_key(user))


def forget_wrong_codes(request: HttpRequest, user: User) -> None:
    """A right code: the wrong ones before it, from this address, were slips."""
    AxesProxyHandler.reset_attempts(username=_code_key(user), ip_address=counting_address(request))


def forget_tries_before(moment: datetime) -> None:
    AccessAttempt.objects.filter(attempt_time__lt=moment).delete()


def _code_key(user: User) -> str:
    return f"kode:{user.username}"


def tries_left(request: HttpRequest, username: str) -> int:
    failures = AxesProxyHandler.get_failures(request, {"username": username})
    return max(settings.AXES_FAILURE_LIMIT - int(failures), 0)


def keep_answer(request: HttpRequest, response: HttpResponse, credentials: dict[str, Any]) -> HttpResponse:
    """The sign-in page has already said that the account is paused."""
    return response


def open_session(request: HttpRequest, user: User, backend: str = BACKEND) -> None:
    """Masuk: a new session key, so that one that somebody planted is worth nothing."""
    request.session.pop(WAITING_KEY, None)
    login(request, user, backend=backend)
    record(request, user)


def record(request: HttpRequest, user: User) -> None:
    """Write down where the account is open now."""
    device = describe_device(request.headers.get("User-Agent", ""))
    UserSession.objects.update_or_create(
        session_key=request.session.session_key,
        defaults={"user": user, "device": device, "address": client_address(request)},
    )


def wait_for_code(request: HttpRequest, user: User, following: str) -> None:
    """The password was right; the session is not the person's before the code is."""
    request.session.cycle_key()
    request.session[WAITING_KEY] = {"user": user.pk, "at": clock.now().timestamp(), "lanjut": following}


def waiting(request: HttpRequest) -> tuple[User, str] | None:
    """Who has given the password and may now give the code, and where to go then."""
    kept = request.session.get(WAITING_KEY)
    if not kept or clock.now().timestamp() - kept["at"] > WAITING_SECONDS:
        return None
    user = User.objects.filter(pk=kept["user"], is_active=True).first()
    return (user, kept["lanjut"]) if user else None


def close_session(request: HttpRequest) -> None:
    UserSession.objects.filter(session_key=request.session.session_key).delete()
    logout(request)


def open_sessions(request: HttpRequest) -> list[OpenSession]:
    """Where the account is open now, this device first."""
    rows = UserSession.objects.filter(user=cast(User, request.user)).order_by("-started_at")
    keys = {row.session_key for row in rows}
    alive = set(
        Session.objects.filter(session_key__in=keys, expire_date__gt=clock.now()).values_list("session_key", flat=True)
    )
    here = request.session.session_key
    shown = [
        OpenSession(
            row.pk, row.device, row.address or "", row.started_at.astimezone(clock.zone()), row.session_key == here
        )
        for row in rows
        if row.session_key in alive
    ]
    return sorted(shown, key=lambda line: not line.is_this)


def end_other_sessions(request: HttpRequest) -> int:
    """Akhiri sesi lain: everywhere but here."""
    others = UserSession.objects.filter(user=cast(User, request.user)).exclude(session_key=request.session.session_key)
    Session.objects.filter(session_key__in=others.values("session_key")).delete()
    count, _ = others.delete()
    return count


def client_address(request: HttpRequest) -> str:
    """The address of the browser. Behind our own proxies it is what the outermost of them saw."""
    proxies = settings.JENJANG_PROXIES
    seen = [part.strip() for part in request.headers.get("X-Forwarded-For", "").split(",") if part.strip()]
    told = seen[-proxies] if proxies and len(seen) >= proxies else ""
    for text in (told, str(request.META.get("REMOTE_ADDR") or "")):
        with suppress(ValueError):
            return str(ip_address(text))
    return "0.0.0.0"  # noqa: S104 - a name for "unknown", nothing is bound


def counting_address(request: HttpRequest) -> str:
    """The address by which tries are counted: of IPv6 the half that a provider gives to one line, which has 2^64 of them."""
    address = ip_address(client_address(request))
    if isinstance(address, IPv4Address) or address.ipv4_mapped:
        return str(address)
    return str(ip_network((address, LINE_BITS), strict=False).network_address)


def describe_device(agent: str) -> str:
    """ "Chrome di Android", for a person to recognise."""
    browser = next((name for sign, name in BROWSERS if sign in agent), "Peramban lain")
    system = next((name for sign, name in SYSTEMS if sign in agent), "perangkat lain")
    return f"{browser} di {system}"


def safe_next(request: HttpRequest, default: str) -> str:
    """Where to go afterwards: an address of ours, or the default."""
    wanted = request.POST.get("lanjut") or request.GET.get("lanjut") or ""
    if wanted.startswith("/") and url_has_allowed_host_and_scheme(wanted, allowed_hosts=None):
        return wanted
    return default


def with_next(address: str, following: str) -> str:
    return f"{address}?lanjut={quote(following)}" if following else address
