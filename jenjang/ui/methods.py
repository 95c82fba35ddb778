"""405: an address that only takes a form was opened, or a form was sent where none is. Says so instead of a blank page."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed

from jenjang.ui import errors

Answer = Callable[[HttpRequest], HttpResponse]


class MethodMiddleware:
    """Gives an empty refusal of a method the words of the other error pages; what may be asked stays in its header."""

    def __init__(self, get_response: Answer) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        answer = self.get_response(request)
        if not isinstance(answer, HttpResponseNotAllowed) or answer.content:
            return answer
        page = errors.method_not_allowed(request)
        page["Allow"] = answer["Allow"]
        return page
