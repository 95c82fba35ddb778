"""Signing in: password, second factor, lock-out, sessions."""

from collections.abc import Callable
from datetime import timedelta
from ipaddress import ip_address
from typing import Any

import pytest
from allauth.mfa.totp.internal import auth as totp
from axes.models import AccessAttempt
from django.contrib.sessions.models import Session
from django.test import Client, RequestFactory

from jenjang.accounts import factor, jobs, sessions
from jenjang.accounts.models import User, UserSession
from jenjang.kernel import clock
from tests.cast import Cast

PASSWORD = "payung biru di teras"
SignIn = Callable[..., Client]


@pytest.fixture(autouse=True)
def cheap_hashing(settings: Any) -> None:
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]


def with_password(user: User) -> User:
    user.set_password(PASSWORD)
    user.save()
    return user


def try_sign_in(client: Client, login: str, password: str = PASSWORD, address: str = "10.0.0.1"):
    return client.post("/masuk/", {"login": login, "password": password}, REMOTE_ADDR=address)


def code_of(secret: str, step: int = 0) -> str:
    counter = list(totp.yield_hotp_counters_from_time())[1] + step
    return totp.format_hotp_value(totp.hotp_value(secret, counter))


def with_factor(user: User) -> str:
    secret = totp.generate_totp_secret()
    totp.TOTP.activate(user, secret)
    return secret


def test_an_employee_signs_in_with_a_nip_written_with_blanks(client: Client, cast: Cast) -> None:
    with_password(cast.sri)
    answer = try_sign_in(client, "19900214 201303 2 007")
    assert answer.status_code == 302
    assert answer["Location"] == "/beranda/"
    assert "Selamat" in client.get("/beranda/").content.decode()


def test_the_e_mail_address_serves_as_well(client: Client, cast: Cast) -> None:
    cast.sri.email = "sri@contoh.go.id"
    with_password(cast.sri)
    assert try_sign_in(client, "Sri@Contoh.go.id").status_code == 302


def test_an_unknown_name_and_a_wrong_password_read_the_same(client: Client, cast: Cast) -> None:
    with_password(cast.sri)
    wrong = try_sign_in(client, cast.sri.username, "bukan ini")
    unknown = try_sign_in(client, "199002142013032999", "bukan ini")
    assert wrong.status_code == unknown.status_code == 422
    message = "Tersisa 4 kali percobaan sebelum akun dijeda 15 menit"
    assert message in wrong.content.decode()
    assert message in unknown.content.decode()


def test_a_nip_of_seventeen_digits_is_named_and_costs_no_try(client: Client, cast: Cast) -> None:
    answer = try_sign_in(client, "19900214 201303 2 07")
    assert "Baru 17 angka; NIP terdiri dari 18 angka." in answer.content.decode()


def test_locking_one_person_locks_neither_colleagues_at_the_same_address_nor_the_person_elsewhere(cast: Cast) -> None:
    with_password(cast.sri)
    with_password(cast.hendra)
    for _ in range(5):
        last = try_sign_in(Client(), cast.sri.username, "salah terus", "10.0.0.7")
    assert last.status_code == 429
    assert "dijeda 15 menit" in last.content.decode()
    assert try_sign_in(Client(), cast.sri.username, PASSWORD, "10.0.0.7").status_code == 429
    assert try_sign_in(Client(), cast.hendra.username, PASSWORD, "10.0.0.7").status_code == 302
    assert try_sign_in(Client(), cast.sri.username, PASSWORD, "10.0.0.8").status_code == 302


def test_nip_and_e_mail_share_one_count_of_tries(cast: Cast) -> None:
    cast.sri.email = "sri@contoh.go.id"
    with_password(cast.sri)
    try_sign_in(Client(), cast.sri.username, "salah")
    answer = try_sign_in(Client(), "sri@contoh.go.id", "salah")
    assert "Tersisa 3 kali" in answer.content.decode()


def test_nothing_opens_above_pegawai_until_the_factor_is_set_up(client: Client, cast: Cast) -> None:
    with_password(cast.lestari)
    try_sign_in(client, cast.lestari.username)
    for page in ("/beranda/", "/akun/", "/peran/"):
        answer = client.get(page)
        assert answer.status_code == 302, page
        assert answer["Location"].startswith("/akun/faktor/")
    assert client.get("/akun/faktor/").status_code == 200


def test_the_factor_is_set_up_with_a_code_and_shows_ten_recovery_codes_once(client: Client, cast: Cast) -> None:
    with_password(cast.lestari)
    try_sign_in(client, cast.lestari.username)
    page = client.get("/akun/faktor/").content.decode()
    assert "data:image/svg+xml" in page
    wrong = client.post("/akun/faktor/", {"kode_faktor": "abc"})
    assert wrong.status_code == 422
    done = client.post("/akun/faktor/", {"kode_faktor": code_of(client.session[factor.PENDING_KEY])})
    assert done.content.decode().count("<li><code>") == 10
    assert client.get("/peran/").status_code == 200
    assert "<li><code>" not in client.get("/akun/faktor/", follow=True).content.decode()


def test_after_the_password_the_session_is_not_yet_the_persons(client: Client, cast: Cast) -> None:
    with_factor(with_password(cast.lestari))
    assert try_sign_in(client, cast.lestari.username)["Location"] == "/masuk/kode/"
    assert client.get("/beranda/")["Location"].startswith("/masuk/")


def test_a_code_counts_once(cast: Cast) -> None:
    secret = with_factor(with_password(cast.lestari))
    code = code_of(secret)
    for expected in (302, 422):
        client = Client()
        try_sign_in(client, cast.lestari.username)
        assert client.post("/masuk/kode/", {"kode_faktor": code}).status_code == expected


def test_a_recovery_code_counts_once(cast: Cast) -> None:
    with_factor(with_password(cast.lestari))
    code = factor.new_recovery_codes(cast.lestari)[3]
    assert factor.accept(cast.lestari, code)
    assert not factor.accept(cast.lestari, code)
    assert factor.recovery_codes_left(cast.lestari) == 9


def test_wrong_codes_pause_the_account_like_wrong_passwords(client: Client, cast: Cast) -> None:
    secret = with_factor(with_password(cast.lestari))
    try_sign_in(client, cast.lestari.username)
    for _ in range(5):
        client.post("/masuk/kode/", {"kode_faktor": "000000x"}, REMOTE_ADDR="10.0.0.1")
    answer = client.post("/masuk/kode/", {"kode_faktor": code_of(secret)}, REMOTE_ADDR="10.0.0.1")
    assert "Tunggu 15 menit" in answer.content.decode()


def test_many_addresses_do_not_add_up_to_a_guess_of_the_code_and_colleagues_are_not_paused(cast: Cast) -> None:
    secret, other = with_factor(with_password(cast.lestari)), with_factor(with_password(cast.rahmat))
    for place in range(sessions.MOST_WRONG_CODES):
        guessing = Client(REMOTE_ADDR=f"10.3.0.{place}")
        try_sign_in(guessing, cast.lestari.username, PASSWORD, f"10.3.0.{place}")
        assert guessing.post("/masuk/kode/", {"kode_faktor": "000000x"}).status_code == 422
    for user, its_secret, expected in ((cast.lestari, secret, 429), (cast.rahmat, other, 302)):
        fresh = Client(REMOTE_ADDR="10.3.1.1")
        try_sign_in(fresh, user.username, PASSWORD, "10.3.1.1")
        assert fresh.post("/masuk/kode/", {"kode_faktor": code_of(its_secret)}).status_code == expected


def test_nobody_without_the_password_pauses_the_code_of_another(cast: Cast) -> None:
    secret = with_factor(with_password(cast.lestari))
    for _ in range(6):
        try_sign_in(Client(), cast.lestari.username, "salah terus", "10.3.2.1")
    owner = Client(REMOTE_ADDR="10.3.2.2")
    try_sign_in(owner, cast.lestari.username, PASSWORD, "10.3.2.2")
    assert owner.post("/masuk/kode/", {"kode_faktor": code_of(secret)}).status_code == 302


def test_nothing_of_what_was_typed_beside_a_wrong_try_is_kept(client: Client, cast: Cast, sign_in: SignIn) -> None:
    with_factor(cast.lestari)
    sent = {"login": cast.sri.username, "code": "AAAA-BBBB-CCCC", "new": PASSWORD, "again": PASSWORD}
    Client().post("/aktifkan/?rahasia=alamat", sent)
    sign_in(client, cast.lestari).post("/peran/akun/baru/", {"name": PASSWORD, "kode_faktor": "123456"})
    kept = list(AccessAttempt.objects.values("username", "get_data", "post_data"))
    assert {row["username"] for row in kept} == {cast.sri.username, f"kode:{cast.lestari.username}"}
    assert {row["post_data"] + row["get_data"] for row in kept} == {""}


@pytest.mark.parametrize(("address", "counted"), [
    ("10.0.0.7", "10.0.0.7"), ("2001:db8:1:2:aaaa::1", "2001:db8:1:2::"), ("2001:db8:1:2:bbbb::9", "2001:db8:1:2::"),
    ("::ffff:10.0.0.7", "::ffff:10.0.0.7"), ("bukan alamat", "127.0.0.1"), ("10.0.0.7:4711", "127.0.0.1"),
])  # fmt: skip
def test_tries_are_counted_by_line_also_behind_a_proxy_that_writes_nonsense(
    address: str, counted: str, settings: Any
) -> None:
    settings.JENJANG_PROXIES = 1
    request = RequestFactory(headers={"x-forwarded-for": f"6.6.6.6, {address}"}).get("/masuk/")
    assert ip_address(sessions.counting_address(request)) == ip_address(counted)


def test_what_is_over_is_forgotten_at_night(client: Client, cast: Cast, freeze: Callable[..., object]) -> None:
    with_password(cast.sri)
    try_sign_in(client, cast.sri.username)
    try_sign_in(Client(), cast.hendra.username, "salah")
    jobs.forget_what_is_over()
    assert (Session.objects.count(), UserSession.objects.count(), AccessAttempt.objects.count()) == (1, 1, 1)
    Session.objects.update(expire_date=clock.now() - timedelta(minutes=1))
    freeze(clock.now() + timedelta(minutes=16))
    jobs.forget_what_is_over()
    assert (Session.objects.count(), UserSession.objects.count(), AccessAttempt.objects.count()) == (0, 0, 0)


def test_the_secret_of_the_factor_is_not_readable_in_the_database(cast: Cast) -> None:
    from allauth.mfa.models import Authenticator

    secret = with_factor(cast.lestari)
    assert secret not in str(Authenticator.objects.get(user=cast.lestari).data)


def test_a_new_session_key_at_sign_in(client: Client, cast: Cast) -> None:
    with_password(cast.sri)
    session = client.session
    session["apa"] = 1
    session.save()
    planted = session.session_key
    try_sign_in(client, cast.sri.username)
    assert client.session.session_key != planted
    assert not Session.objects.filter(session_key=planted).exists()


def test_changing_the_password_ends_the_sessions_elsewhere(client: Client, cast: Cast) -> None:
    with_password(cast.sri)
    elsewhere = Client()
    try_sign_in(elsewhere, cast.sri.username)
    try_sign_in(client, cast.sri.username)
    new = {"present": PASSWORD, "new": "kereta pagi ke utara", "again": "kereta pagi ke utara"}
    assert client.post("/akun/sandi/", new).status_code == 302
    assert client.get("/beranda/").status_code == 200
    assert elsewhere.get("/beranda/").status_code == 302


@pytest.mark.parametrize(
    ("new", "says"),
    [
        ("pendek", "tambahkan paling sedikit 6 lagi"),
        ("wahyuni dan kawan", "memuat NIP, nama, atau e-mail"),
        ("199002142013032007", "memuat NIP"),
    ],
)
def test_a_weak_new_password_is_refused_with_a_reason(
    client: Client, cast: Cast, sign_in: SignIn, new: str, says: str
) -> None:
    sign_in(client, with_password(cast.sri))
    answer = client.post("/akun/sandi/", {"present": PASSWORD, "new": new, "again": new})
    assert answer.status_code == 422
    assert says in answer.content.decode()


def test_other_sessions_are_listed_and_ended(client: Client, cast: Cast) -> None:
    with_password(cast.sri)
    elsewhere = Client(HTTP_USER_AGENT="Mozilla/5.0 (Linux; Android 14) Chrome/140.0 Mobile Safari/537.36")
    try_sign_in(elsewhere, cast.sri.username)
    try_sign_in(client, cast.sri.username)
    assert "Chrome di Android" in client.get("/akun/").content.decode()
    client.post("/akun/sesi/akhiri/")
    assert elsewhere.get("/beranda/").status_code == 302
    assert client.get("/beranda/").status_code == 200


def test_cookies_and_headers_are_strict(client: Client, cast: Cast) -> None:
    with_password(cast.sri)
    answer = try_sign_in(client, cast.sri.username)
    cookie = answer.cookies["jenjang_sesi"]
    assert cookie["httponly"]
    assert cookie["samesite"] == "Lax"
    page = client.get("/beranda/")
    policy = page["Content-Security-Policy"]
    assert policy.startswith("default-src 'none'")
    assert "unsafe" not in policy
    assert "frame-ancestors 'none'" in policy
    assert page["X-Content-Type-Options"] == "nosniff"
    assert page["Cache-Control"] == "no-store, private"
    assert page["Referrer-Policy"] == "same-origin"


def test_signing_out_needs_a_form(client: Client, cast: Cast, sign_in: SignIn) -> None:
    sign_in(client, cast.sri)
    assert client.get("/keluar/").status_code == 200
    assert client.get("/beranda/").status_code == 200
    client.post("/keluar/")
    assert client.get("/beranda/").status_code == 302


@pytest.mark.parametrize("wanted", ["https://jahat.example/", "//jahat.example/", "/\\jahat.example"])
def test_nobody_is_sent_to_a_foreign_address_afterwards(client: Client, cast: Cast, wanted: str) -> None:
    with_password(cast.sri)
    answer = client.post("/masuk/", {"login": cast.sri.username, "password": PASSWORD, "lanjut": wanted})
    assert answer["Location"] == "/beranda/"


def test_a_waiting_sign_in_ends_after_five_minutes(client: Client, cast: Cast, freeze: Callable[..., object]) -> None:
    with_factor(with_password(cast.lestari))
    start = clock.now()
    try_sign_in(client, cast.lestari.username)
    freeze(start + timedelta(minutes=6))
    assert client.get("/masuk/kode/")["Location"] == "/masuk/"


@pytest.mark.parametrize("page", ["/masuk/", "/aktifkan/"])
def test_hostile_input_is_answered_with_a_sentence(client: Client, page: str) -> None:
    big = "x" * 100_000
    for text in (big, "\x00", "' OR 1=1 --", "<script>alert(1)</script>"):
        answer = client.post(page, {"login": text, "password": text, "code": text, "new": text, "again": text})
        assert answer.status_code == 422
        assert "<script>alert" not in answer.content.decode()


def test_an_unknown_name_costs_the_server_as_much_as_a_wrong_password(
    client: Client, cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    with_password(cast.sri)
    hashed: list[str] = []
    genuine = User.set_password
    monkeypatch.setattr(User, "set_password", lambda user, raw: (hashed.append("hash"), genuine(user, raw))[1])
    monkeypatch.setattr(User, "check_password", lambda user, raw: bool(hashed.append("check")))
    try_sign_in(client, cast.sri.username, "bukan ini")
    try_sign_in(client, "199002142013032999", "bukan ini")
    assert hashed == ["check", "hash"]


def test_passwords_are_kept_with_argon2() -> None:
    from jenjang.config import settings as configured

    assert configured.PASSWORD_HASHERS == ["django.contrib.auth.hashers.Argon2PasswordHasher"]
