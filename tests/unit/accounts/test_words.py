"""Small pure pieces of accounts."""

import pytest
from django.test import RequestFactory

from jenjang.accounts import permissions, sessions
from jenjang.accounts.access import Access, access_of, public, requires, signed_in
from jenjang.accounts.backends import tidy_login
from jenjang.accounts.factor import provisioning_address
from jenjang.accounts.mfa import Adapter
from jenjang.accounts.models import User
from jenjang.accounts.roles import GRANTABLE, Role


@pytest.mark.parametrize(
    ("typed", "login"),
    [
        (" 19900214 201303 2 007 ", "199002142013032007"),
        ("19900214.201303.2.007", "199002142013032007"),
        ("Sri@Contoh.go.id ", "sri@contoh.go.id"),
        ("Marlina.Efendi", "marlina.efendi"),
    ],
)
def test_a_login_is_tidied(typed: str, login: str) -> None:
    assert tidy_login(typed) == login


def test_a_view_without_a_mark_asks_nothing_and_is_therefore_closed() -> None:
    assert access_of(lambda request: None) is None


def test_marks_say_what_a_view_asks() -> None:
    assert access_of(public(lambda request: None)) == Access("public")
    assert access_of(signed_in(lambda request: None)) == Access("signed_in")
    asked = access_of(requires(permissions.ROLE_GRANT, fresh=True)(lambda request: None))
    assert asked is not None
    assert asked.label == "peran.beri + kode"


def test_a_permission_registered_twice_with_other_roles_stops_the_program() -> None:
    with pytest.raises(ValueError, match="registered twice"):
        permissions.permission("peran.beri", "Lain", roles=[Role.EMPLOYEE])


def test_every_role_has_words_and_those_of_the_record_are_not_granted() -> None:
    assert all(role.label and role.description for role in Role)
    assert set(Role) - set(GRANTABLE) == {Role.EMPLOYEE, Role.SUPERVISOR}


def test_a_forged_forwarded_address_is_not_believed_without_a_proxy_of_ours(settings: object) -> None:
    request = RequestFactory().get("/", headers={"X-Forwarded-For": "1.2.3.4, 10.9.9.9"}, REMOTE_ADDR="10.0.0.5")
    settings.JENJANG_PROXIES = 0  # type: ignore[attr-defined]
    assert sessions.client_address(request) == "10.0.0.5"
    settings.JENJANG_PROXIES = 1  # type: ignore[attr-defined]
    assert sessions.client_address(request) == "10.9.9.9"


def test_secrets_are_encrypted_for_the_database() -> None:
    kept = Adapter().encrypt("JBSWY3DP")
    assert "JBSWY3DP" not in kept
    assert Adapter().decrypt(kept) == "JBSWY3DP"


def test_the_qr_code_names_the_program_and_the_person() -> None:
    address = provisioning_address(User(username="199002142013032007"), "JBSWY3DP")
    assert address == "otpauth://totp/Jenjang%3A199002142013032007?secret=JBSWY3DP&issuer=Jenjang"
