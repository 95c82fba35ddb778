"""Akses: who may open a page. Every view says so with one of three words; a view that says nothing opens for nobody.

`@public` anybody · `@signed_in` anybody with an account · `@requires(PERMISSION)` who holds it. `fresh=True` asks for a
code of the second factor, entered within the last minutes, before anything is sent (not before it is read).
The words only mark the view. `AccessMiddleware` decides, in one place, so that nothing is forgotten.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, TypeVar

from django.http import HttpRequest, HttpResponse, HttpResponseBase

from jenjang.accounts.permissions import Permission

View = TypeVar("View", bound=Callable[..., Any])
SAFE_METHODS = frozenset({"GET", "HEAD", "OPTIONS"})
MARK = "jenjang_access"


@dataclass(frozen=True, slots=True)
class Access:
    """What a view asks of the one who opens it."""

    kind: str
    permission: Permission | None = None
    fresh: bool = False
    before_factor: bool = False

    @property
    def label(self) -> str:
        word = {"public": "umum", "signed_in": "masuk"}.get(self.kind) or str(self.permission)
        return f"{word} + kode" if self.fresh else word


def requires(permission: Permission, *, fresh: bool = False) -> Callable[[View], View]:
    """The view opens for those who hold the permission, themselves or as acting officials."""
    return _marking(Access("requires", permission, fresh=fresh))


def signed_in(view: View | None = None, *, fresh: bool = False, before_factor: bool = False) -> Any:
    """The view opens for anybody who has signed in. `before_factor`: also while the second factor is not set up yet."""
    mark = _marking(Access("signed_in", fresh=fresh, before_factor=before_factor))
    return mark(view) if view else mark


def public(view: View) -> View:
    """The view opens for anybody."""
    return _marking(Access("public"))(view)


def access_of(view: Callable[..., Any]) -> Access | None:
    """What a view asks, or None when nobody has said it."""
    return getattr(view, MARK, None)


def _marking(access: Access) -> Callable[[View], View]:
    def mark(view: View) -> View:
        setattr(view, MARK, access)
        return view

    return mark


class AccessMiddleware:
    """Decides before every view. Stands after authentication; a view without a mark is refused to all."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        return self.get_response(request)

    def process_view(
        self, request: HttpRequest, view: Callable[..., Any], args: tuple[Any, ...], kwargs: dict[str, Any]
    ) -> HttpResponse | None:
        from jenjang.accounts import gate

        return gate.decide(request, access_of(view))
