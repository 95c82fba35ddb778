"""What every answer carries and every request must bring: headers, a known host, a form of our own, HTTPS."""

import json
from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client

from jenjang.config.wsgi import over_https
from jenjang.selection.models import Vacancy
from tests.cast import Cast
from tests.factories.selection import make_vacancy

STRICT = ("Content-Security-Policy", "X-Content-Type-Options", "Permissions-Policy", "Cross-Origin-Resource-Policy")
SignIn = Callable[..., Client]


@pytest.mark.parametrize("path", ["/", "/masuk/", "/tidak-ada/", "/masuk", "/static/jenjang/favicon.svg"])
def test_every_answer_carries_the_headers_also_a_redirect_and_a_file(client: Client, path: str) -> None:
    answer = client.get(path)
    answer.close()
    assert not [name for name in STRICT if name not in answer], answer.status_code
    assert "unsafe" not in answer["Content-Security-Policy"]


def test_a_foreign_host_name_is_refused_with_a_sentence_and_never_repeated() -> None:
    answer = Client(raise_request_exception=False).get("/masuk/", headers={"host": "jahat.example"})
    assert answer.status_code == 400
    assert "tidak menjawab untuk nama" in answer.content.decode()
    assert "jahat" not in answer.content.decode() + str(answer.headers)
    assert not [name for name in STRICT if name not in answer]


def test_a_form_from_elsewhere_changes_nothing(cast: Cast, sign_in: SignIn) -> None:
    client = sign_in(Client(enforce_csrf_checks=True), cast.lestari, fresh=True)
    seat = make_vacancy(cast.lestari).seat_id
    answer = client.post(f"/lowongan/buka/{seat}/", {"title": "x"})
    assert answer.status_code == 403
    assert "terlalu lama terbuka" in answer.content.decode()
    assert Vacancy.objects.count() == 1


def test_behind_https_the_browsers_own_origin_fits_and_every_answer_asks_for_https(cast: Cast, settings: Any) -> None:
    settings.SECURE_HSTS_SECONDS = 60
    told: dict[str, Any] = {}
    over_https(lambda environ, _: told.update(environ) or [])({"wsgi.url_scheme": "http"}, None)
    browser = Client(
        enforce_csrf_checks=True, headers={"origin": "https://testserver", "referer": "https://testserver/"}
    )
    assert told["wsgi.url_scheme"] == "https"
    page = browser.get("/masuk/", secure=True)
    assert page["Strict-Transport-Security"] == "max-age=60"
    form = {"login": cast.sri.username, "password": "salah", "csrfmiddlewaretoken": page.context["csrf_token"]}
    assert browser.post("/masuk/", form, secure=True).status_code == 422


def test_what_goes_wrong_is_written_to_the_log(
    client: Client, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    import logging.config

    from django.conf import settings as configured

    from jenjang.ui import errors, views

    logging.config.dictConfig(json.loads(json.dumps(configured.LOGGING)))
    monkeypatch.setattr(views, "render_page", lambda *_: 1 / 0)
    answer = Client(raise_request_exception=False).get("/galeri/")
    assert answer.status_code == 500
    assert errors.server_error(answer.wsgi_request).content == answer.content
    assert "ZeroDivisionError" in capfd.readouterr().err
