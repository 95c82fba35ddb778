"""How often one address may send to the pages that anybody can open: both sides of each limit."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest
from django.core.cache import cache
from django.test import Client

from jenjang.accounts import limits
from jenjang.accounts.views import sign_in as pages
from tests.cast import Cast

NOON = datetime(2026, 11, 17, 5, 0, tzinfo=UTC)
PAGES = {
    "/masuk/": ("sign_in", pages.SIGN_INS),
    "/masuk/kode/": ("sign_in_code", pages.CODES),
    "/aktifkan/": ("activate", pages.ACTIVATIONS),
    "/peragaan/1/masuk/": ("demo_enter", pages.TAPS),
}


def send(address: str, client: str = "10.2.0.1"):
    return Client().post(address, {}, REMOTE_ADDR=client)


def already(name: str, count: int, client: str = "10.2.0.1") -> None:
    """As if this address had sent so often in this window."""
    seconds = pages.WINDOW * limits.SECONDS_A_MINUTE
    cache.set(f"batas:{name}:{client}:{int(NOON.timestamp()) // seconds}", count, seconds)


@pytest.mark.parametrize("address", PAGES)
def test_the_last_sending_passes_and_the_next_is_asked_to_wait(
    address: str, cast: Cast, freeze: Callable[..., None]
) -> None:
    freeze(NOON)
    name, most = PAGES[address]
    already(name, most - 1)
    assert send(address).status_code != 429
    stopped = send(address)
    assert stopped.status_code == 429 and stopped["Retry-After"] == str(pages.WINDOW * 60)
    assert "Terlalu banyak kiriman" in stopped.content.decode() and "Tunggu 10 menit" in stopped.content.decode()
    assert send(address, "10.2.0.2").status_code != 429, "another address is not held up"
    assert Client().get(address, REMOTE_ADDR="10.2.0.1").status_code != 429, "reading is never counted"


def test_after_the_window_the_address_may_send_again(cast: Cast, freeze: Callable[..., None]) -> None:
    freeze(NOON)
    already("activate", pages.ACTIVATIONS)
    assert send("/aktifkan/").status_code == 429
    freeze(NOON + timedelta(minutes=pages.WINDOW))
    assert send("/aktifkan/").status_code == 422


def test_wrong_activation_codes_pause_the_person_with_429(cast: Cast) -> None:
    form = {
        "login": cast.sri.username,
        "code": "AAAA-BBBB-CCCC",
        "new": "empat kuda berlari pagi",
        "again": "empat kuda berlari pagi",
    }
    answers = [Client().post("/aktifkan/", form, REMOTE_ADDR="10.2.0.3") for _ in range(6)]
    assert [one.status_code for one in answers] == [422] * 5 + [429]
    assert "Tunggu 15 menit" in answers[-1].content.decode()
