"""What the frame of every page asks about the viewer."""

from django.http import HttpRequest
from django.urls import reverse

from jenjang.accounts import demo
from jenjang.accounts.models import User
from jenjang.accounts.queries import powers_of
from jenjang.accounts.roles import Role
from jenjang.kernel.queries import unread_count
from jenjang.ui.shell import Viewer


def viewer(request: HttpRequest) -> Viewer | None:
    """Who is signed in, with the weightiest role."""
    user = getattr(request, "user", None)
    if user is None or not user.is_authenticated:
        return None
    return Viewer(name=user.name, detail=role_line(user), url=reverse("accounts:account"))


def role_line(user: User) -> str:
    """ "Petugas BKPSDM", or "Plh. Pejabat Pembina Kepegawaian" for who acts."""
    powers = getattr(user, "powers", None) or powers_of(user)
    if powers.acting:
        acting = powers.acting[0]
        return f"{acting.kind.value.capitalize()}. {acting.role.label}"
    held = [role for role in Role if role in powers.roles]
    return held[-1].label if held else ""


def is_demo(request: HttpRequest) -> bool:
    return demo.seen_in_demo(getattr(request, "user", None))


def notices(request: HttpRequest) -> int:
    """The number at the bell; it came with the account of the session."""
    if not request.user.is_authenticated:
        return 0
    known: int | None = getattr(request.user, "unread_notices", None)
    return unread_count(request.user) if known is None else known


def notices_url(_request: HttpRequest) -> str:
    return reverse("accounts:notices")


def account_url(_request: HttpRequest) -> str:
    return reverse("accounts:account")


def sign_in_url(_request: HttpRequest) -> str:
    return reverse("accounts:sign_in")


def sign_out_url(_request: HttpRequest) -> str:
    return reverse("accounts:sign_out")


def home_url(request: HttpRequest) -> str:
    signed_in = getattr(request, "user", None) is not None and request.user.is_authenticated
    return reverse("accounts:home") if signed_in else "/"
