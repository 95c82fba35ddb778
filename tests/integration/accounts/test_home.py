"""Home: what waits, the nearest day first, and what comes next."""

from collections.abc import Callable, Iterable
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from django.test import Client

from jenjang.accounts import actions, codes, presenters, todo
from jenjang.accounts.models import User
from jenjang.accounts.queries import laws_of, powers_of
from jenjang.accounts.roles import Role
from jenjang.kernel import actions as kernel
from jenjang.kernel.written import STAND_IN
from tests.cast import Cast

DAY = date(2026, 11, 19)
SignIn = Callable[..., Client]


@pytest.fixture(autouse=True)
def providers(monkeypatch: pytest.MonkeyPatch, freeze: Callable[[datetime], None]) -> None:
    freeze(datetime(2026, 11, 19, 8, 0, tzinfo=ZoneInfo("Asia/Jakarta")))

    def waiting(user: User, day: date) -> Iterable[todo.Item]:
        yield todo.Item("Baca catatan", "Dua catatan.", "/a/", "Baca")
        yield todo.Item("Isi kesediaan", "Lowongan kepala bidang.", "/b/", "Isi", due=date(2026, 11, 23))
        yield todo.Item("Unggah ijazah", "Untuk lamaran.", "/c/", "Unggah", due=date(2026, 12, 31))

    def coming(user: User, day: date) -> Iterable[todo.Next]:
        yield todo.Next(date(2048, 3, 1), "Pensiun", "58 tahun.")
        yield todo.Next(date(2027, 4, 1), "Bidan Penyelia, paling cepat", warning="Kurang 2 berkas")
        yield todo.Next(date(2020, 1, 1), "Sudah lewat")

    monkeypatch.setattr(todo, "_providers", {waiting: None})
    monkeypatch.setattr(todo, "_next_providers", {coming: None})


def test_what_waits_stands_in_the_order_of_its_days_and_only_the_first_button_is_filled(cast: Cast) -> None:
    items = todo.waiting_for(cast.sri)
    assert [(item.title, item.due, item.main, item.soon) for item in items] == [
        ("Isi kesediaan", "4 hari lagi", True, True),
        ("Unggah ijazah", "42 hari lagi", False, False),
        ("Baca catatan", "", False, False),
    ]


@pytest.mark.parametrize(("days", "words"), [(-2, "Lewat 2 hari"), (0, "Hari ini"), (1, "Besok"), (2, "2 hari lagi")])
def test_days_are_said_in_words(days: int, words: str) -> None:
    assert todo.days_left(days) == words


def test_home_greets_counts_and_shows_what_comes_next(client: Client, cast: Cast, sign_in: SignIn) -> None:
    page = sign_in(client, cast.sri).get("/beranda/").content.decode()
    assert "Selamat pagi, Bu Sri" in page
    assert "Kamis, 19 November 2026. Ada tiga hal yang menunggu Ibu." in page
    assert page.index("Bidan Penyelia") < page.index("Pensiun")
    assert "Sudah lewat" not in page


def test_an_empty_home_says_so(client: Client, cast: Cast, sign_in: SignIn, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(todo, "_providers", {})
    assert "Tidak ada yang menunggu Anda hari ini" in sign_in(client, cast.hendra).get("/beranda/").content.decode()


def test_who_has_no_nip_is_greeted_by_the_whole_name(cast: Cast) -> None:
    assert presenters.greeting(cast.wali) == "Selamat pagi, Wali Kota"
    assert presenters.home_lead(cast.wali, 12).endswith("Ada 12 hal yang menunggu Anda.")


def test_a_role_proposal_waits_for_those_who_may_approve_it_only(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    from jenjang.accounts import waiting

    actions.propose_role(user=cast.sri, role=Role.BOARD, since=DAY, reason="Anggota pengganti", by=cast.lestari)
    assert "Setujui peran Sri Wahyuni" in [item.title for item in waiting.roles(cast.rahmat, DAY)]
    assert "Setujui peran Sri Wahyuni" not in [item.title for item in waiting.roles(cast.lestari, DAY)]
    assert not list(waiting.roles(cast.sri, DAY))


def test_a_new_role_is_told_to_its_holder_and_the_bell_counts_until_it_is_read(
    client: Client, cast: Cast, sign_in: SignIn
) -> None:
    proposal = actions.propose_role(
        user=cast.agus, role=Role.PANEL, since=DAY, reason="Anggota pengganti", by=cast.lestari
    )
    actions.approve_proposal(proposal=proposal, by=cast.rahmat)
    sign_in(client, cast.agus)
    page = client.get("/pemberitahuan/").content.decode()
    assert "Anda memegang peran Anggota panitia seleksi mulai 19 November 2026." in page
    assert "1 belum dibaca" in page
    client.post("/pemberitahuan/dibaca/")
    assert "Semua sudah dibaca" in client.get("/pemberitahuan/").content.decode()


def test_nobody_reads_anothers_notices(client: Client, cast: Cast, sign_in: SignIn) -> None:
    codes.propose_activation(user=cast.agus, by=cast.lestari, reason="Lupa kata sandi")
    assert "kode aktivasi" not in sign_in(client, cast.sri).get("/pemberitahuan/").content.decode()


def test_home_shows_what_is_new_until_it_is_read(client: Client, cast: Cast, sign_in: SignIn) -> None:
    kernel.notify(users=[cast.sri], text="Data Anda diperbaiki petugas.", url="/pegawai/saya/")
    sign_in(client, cast.sri)
    home = client.get("/beranda/").content.decode()
    assert "Yang baru" in home
    assert '<a href="/pegawai/saya/">Data Anda diperbaiki petugas.</a>' in home
    client.post("/pemberitahuan/dibaca/")
    assert "Yang baru" not in client.get("/beranda/").content.decode()


def test_a_provider_whose_gate_is_shut_is_not_asked_and_all_gates_are_one_query(
    cast: Cast, monkeypatch: pytest.MonkeyPatch, django_assert_num_queries: Any
) -> None:
    asked: list[str] = []

    def told(name: str) -> Any:
        def provider(user: User, day: date) -> list[todo.Item]:
            asked.append(name)
            return []

        return provider

    everybody, nobody = User.objects.all(), User.objects.filter(username="tiada")
    gates = {
        "terbuka": lambda user, day: (nobody, everybody), "tertutup": lambda user, day: (nobody,),
        "tanpa baris": lambda user, day: (), "selalu": None, "tak mungkin": lambda user, day: (User.objects.none(),),
    }  # fmt: skip
    monkeypatch.setattr(todo, "_providers", {told(name): gate for name, gate in gates.items()})
    sri = cast.sri
    sri.powers = powers_of(sri, DAY)  # as a request has found them out
    laws_of(sri)
    with django_assert_num_queries(1):
        todo.desk_of(sri, DAY)
    assert asked == ["terbuka", "selalu"]


def test_what_a_gate_asks_is_written_once_for_everybody_and_answered_for_each(
    cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    written: list[int] = []

    def of_oneself(user: User, day: date) -> tuple[Any, ...]:
        written.append(user.pk)
        return (
            User.objects.filter(pk=user.pk, name="Sri Wahyuni"),
            User.objects.filter(pk__in=User.objects.filter(pk=user.pk, name="Sri Wahyuni")),
        )

    def mine(user: User, day: date) -> list[todo.Item]:
        return [todo.Item("Punya Sri", "", "/", "Buka")]

    monkeypatch.setattr(todo, "_providers", {mine: of_oneself})
    assert [one.title for one in todo.waiting_for(cast.sri, DAY)] == ["Punya Sri"]
    assert todo.waiting_for(cast.hendra, DAY) == []
    assert written == [STAND_IN]


def test_a_gate_that_asks_the_database_itself_is_a_fault_of_the_program(
    cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    def curious(user: User, day: date) -> tuple[Any, ...]:
        return (User.objects.all(),) if User.objects.filter(pk=user.pk).exists() else ()

    monkeypatch.setattr(todo, "_providers", {lambda user, day: []: curious})
    with pytest.raises(AssertionError, match="asks nothing itself"):
        todo.waiting_for(cast.sri, DAY)
