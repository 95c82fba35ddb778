"""What the pages of performance share: a tap that is spoken of, sending a paper."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse


def saying(request: HttpRequest, words: str, act: Callable[[], Any]) -> Callable[[], Any]:
    """A tap that the page after it speaks of."""

    def acts() -> None:
        act()
        messages.success(request, words)

    return acts


def paper(content: bytes, name: str) -> HttpResponse:
    """A PDF that the browser shows and keeps nowhere."""
    answer = HttpResponse(content, content_type="application/pdf")
    answer["Content-Disposition"] = f'inline; filename="{name}.pdf"'
    answer["Cache-Control"] = "private, no-store"
    return answer
