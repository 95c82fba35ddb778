"""Batas kiriman: how often one address may send to a page that anybody can open, before it is asked to wait.

Counted in the worker's own memory: with several workers the bound is that many times as wide, which still holds a flood.
"""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.core.cache import cache
from django.http import HttpRequest, HttpResponse

from jenjang.accounts.access import SAFE_METHODS
from jenjang.accounts.sessions import counting_address
from jenjang.kernel import clock
from jenjang.ui.errors import too_many

View = Callable[..., HttpResponse]
SECONDS_A_MINUTE = 60


def limited(most: int, *, minutes: int) -> Callable[[View], View]:
    """At most so many sendings from one address in a window of time; reading is never counted."""

    def narrow(view: View) -> View:
        @wraps(view)
        def answer(request: HttpRequest, *args: Any, **options: Any) -> HttpResponse:
            if request.method not in SAFE_METHODS and _count(view.__name__, request, minutes) > most:
                return too_many(request, minutes)
            return view(request, *args, **options)

        return answer

    return narrow


def _count(page: str, request: HttpRequest, minutes: int) -> int:
    seconds = minutes * SECONDS_A_MINUTE
    window = int(clock.now().timestamp()) // seconds
    key = f"batas:{page}:{counting_address(request)}:{window}"
    cache.add(key, 0, seconds)
    try:
        return int(cache.incr(key))
    except ValueError:  # thrown out in between: the memory was full
        return 1
