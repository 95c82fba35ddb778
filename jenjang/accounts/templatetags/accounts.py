"""Whether a form must ask for a code, and whether a demo account may confirm by one tap."""

from typing import Any

from django.template import Library

from jenjang.accounts import demo, factor

register = Library()


@register.simple_tag(takes_context=True)
def needs_code(context: dict[str, Any]) -> bool:
    """A code is due now: the last one is older than five minutes."""
    return not factor.is_fresh(context["request"])


@register.simple_tag(takes_context=True)
def demo_tap(context: dict[str, Any]) -> bool:
    user = context["request"].user
    return bool(user.is_authenticated and demo.may_tap(user))
