"""One-tap sign-in: only in a database that was marked as a demonstration."""

from datetime import date

import pytest
from django.test import Client

from jenjang.accounts import actions, demo
from jenjang.accounts.models import DemoAccount, Installation, User
from jenjang.accounts.roles import Role
from jenjang.law.errors import Refused
from tests.cast import Cast


@pytest.fixture
def officer(db: None) -> DemoAccount:
    actions.mark_demo()
    user = actions.create_account(username="198701012011012003", name="Lestari Maharani", password="rekaan-lestari")
    actions.grant_at_setup(user=user, role=Role.PERSONNEL_OFFICER, since=date(2024, 1, 1))
    note = "Analis di BKPSDM"
    return actions.add_demo_account(user=user, role=Role.PERSONNEL_OFFICER, note=note, secret="rekaan-lestari")


def test_one_tap_signs_in_and_opens_what_needs_a_second_factor(client: Client, officer: DemoAccount) -> None:
    assert "Lestari Maharani" in client.get("/peragaan/").content.decode()
    answer = client.post(f"/peragaan/{officer.pk}/masuk/")
    assert answer["Location"] == "/beranda/"
    page = client.get("/peran/")
    assert page.status_code == 200
    assert "Peragaan: semua data" in page.content.decode()


def test_a_tap_is_a_post(client: Client, officer: DemoAccount) -> None:
    assert client.get(f"/peragaan/{officer.pk}/masuk/").status_code == 405


def test_the_password_leads_to_the_factor_which_a_tap_may_stand_in_for(client: Client, officer: DemoAccount) -> None:
    client.post("/masuk/", {"login": officer.user.username, "password": "rekaan-lestari"})
    assert client.get("/beranda/")["Location"].startswith("/akun/faktor/")
    client.post("/akun/faktor/", {"konfirmasi_peragaan": "1"})
    assert client.get("/beranda/").status_code == 200


def test_outside_a_demonstration_the_page_and_the_tap_do_not_exist(client: Client, cast: Cast) -> None:
    account = DemoAccount.objects.create(user=cast.sri, role=Role.EMPLOYEE, secret="x")
    assert client.get("/peragaan/").status_code == 404
    assert client.post(f"/peragaan/{account.pk}/masuk/").status_code == 404
    assert demo.accounts_list() == []
    assert "Akun peragaan" not in client.get("/masuk/").content.decode()


def test_a_tap_stands_in_for_a_code_only_for_invented_people(client: Client, officer: DemoAccount) -> None:
    real = actions.create_account(username="199001012015011001", name="Orang Lain", password="kereta pagi ke utara")
    client.force_login(real, backend="jenjang.accounts.backends.PasswordBackend")
    assert not demo.may_tap(real)
    client.post("/akun/konfirmasi/", {"konfirmasi_peragaan": "1"})
    assert "faktor_pada" not in client.session


def test_a_tapped_session_ends_when_the_mark_is_gone(client: Client, officer: DemoAccount) -> None:
    client.post(f"/peragaan/{officer.pk}/masuk/")
    Installation.objects.all().delete()
    assert client.get("/beranda/").status_code == 302


def test_a_database_with_people_in_it_never_becomes_a_demonstration(cast: Cast) -> None:
    with pytest.raises(Refused, match="sudah berisi akun"):
        actions.mark_demo()
    assert User.objects.exists()


def test_the_list_for_the_command_line_names_role_login_and_secret(officer: DemoAccount) -> None:
    assert demo.accounts_list() == [
        {
            "role": "bkpsdm", "name": "Lestari Maharani", "nip": "198701012011012003", "login": "198701012011012003",
            "secret": "rekaan-lestari",
        }
    ]  # fmt: skip
