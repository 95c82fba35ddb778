"""A refused method is told in words."""

from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed
from django.test import RequestFactory

from jenjang.ui.methods import MethodMiddleware


def test_an_empty_405_gets_a_page_and_keeps_what_is_allowed(monkeypatch) -> None:
    monkeypatch.setattr(
        "jenjang.ui.errors.render",
        lambda request, template, context, status: HttpResponse(context["title"], status=status),
    )
    answer = MethodMiddleware(lambda request: HttpResponseNotAllowed(["POST"]))(RequestFactory().get("/impor/pegawai/"))
    assert answer.status_code == 405
    assert answer["Allow"] == "POST"
    assert "hanya menerima isian" in answer.content.decode()


def test_other_answers_pass() -> None:
    def fine(request: HttpRequest) -> HttpResponse:
        return HttpResponse("baik")

    assert MethodMiddleware(fine)(RequestFactory().get("/")).content == b"baik"
