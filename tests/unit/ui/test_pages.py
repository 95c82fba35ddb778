"""The pages of the interface itself."""

import pytest
from django.contrib.auth.models import AnonymousUser
from django.http import HttpRequest
from django.test import Client, RequestFactory

from jenjang.ui import errors, views
from jenjang.ui.page import render_page

PAGES = ["/galeri/", "/aksesibilitas/", "/tampilan/", "/menu/"]


def asked(path: str, **headers: str) -> HttpRequest:
    request = RequestFactory().get(path, headers=headers)
    request.user = AnonymousUser()
    return request


@pytest.mark.parametrize("path", PAGES)
def test_everybody_opens_the_pages_of_the_interface(client: Client, path: str) -> None:
    page = client.get(path)
    assert page.status_code == 200
    assert page.content.count(b"<h1>") == 1
    assert b'<html lang="id">' in page.content


def test_the_choice_of_dark_is_kept_in_a_cookie_and_written_by_the_server(client: Client) -> None:
    answer = client.post("/tampilan/", {"theme": "gelap", "next": "/galeri/"})
    assert (answer.status_code, answer["Location"]) == (302, "/galeri/")
    assert answer.cookies["tampilan"]["httponly"]
    assert b'<html lang="id" data-bs-theme="dark">' in client.get("/galeri/").content
    client.post("/tampilan/", {"theme": "perangkat"})
    assert b'<html lang="id">' in client.get("/galeri/").content


@pytest.mark.parametrize("elsewhere", ["https://jahat.example/", "//jahat.example", "javascript:alert(1)", "\\\\jahat"])
def test_the_way_back_never_leaves_this_site(client: Client, elsewhere: str) -> None:
    assert client.post("/tampilan/", {"theme": "terang", "next": elsewhere})["Location"] == "/"


def test_an_unknown_theme_is_refused_with_a_sentence_and_an_unknown_cookie_is_ignored(client: Client) -> None:
    answer = client.post("/tampilan/", {"theme": "ungu"})
    assert answer.status_code == 422
    assert "Pilih salah satu dari daftar." in answer.content.decode()
    client.cookies["tampilan"] = "<script>"
    assert b'<html lang="id">' in client.get("/galeri/").content


def test_htmx_gets_the_fragment_and_everybody_else_the_page() -> None:
    whole = views.show_gallery(asked("/galeri/"))
    part = views.show_gallery(asked("/galeri/", HX_Request="true"))
    restored = views.show_gallery(asked("/galeri/", HX_Request="true", HX_History_Restore_Request="true"))
    assert b"<html" in whole.content
    assert b"<html" in restored.content
    assert b"<html" not in part.content
    assert "HX-Request" in part["Vary"]


def test_a_page_without_a_fragment_is_given_whole() -> None:
    answer = render_page(asked("/", HX_Request="true"), "ui/accessibility.html", {"base": "ui/public.html"})
    assert b"<html" in answer.content


def test_what_is_missing_and_what_belongs_to_another_look_alike(client: Client) -> None:
    missing = client.get("/tidak-ada/")
    assert missing.status_code == 404
    assert "Halaman tidak ditemukan" in missing.content.decode()
    assert "tidak-ada" not in missing.content.decode().split("<main")[1].split("</main>")[0]


def test_a_refusal_says_who_may_and_escapes_it() -> None:
    html = errors.forbidden(asked("/"), PermissionError("Hanya <b>panitia</b>.")).content.decode()
    assert "Hanya &lt;b&gt;panitia&lt;/b&gt;." in html
    assert "Minta kepada pengelola" in html


def test_the_page_of_a_broken_program_leans_on_nothing() -> None:
    answer = errors.server_error(RequestFactory().get("/"))
    assert answer.status_code == 500
    assert "belum ada yang berubah" in answer.content.decode()
