"""The code before something important: asked late, asked once, and nothing typed is lost."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from django.test import Client

from jenjang.accounts import actions
from jenjang.accounts.models import GrantProposal, RoleGrant
from jenjang.accounts.roles import Role
from jenjang.kernel import clock
from tests.cast import Cast
from tests.integration.accounts.test_sign_in import code_of, with_factor

SignIn = Callable[..., Client]


@pytest.fixture
def proposal(cast: Cast) -> GrantProposal:
    return actions.propose_role(
        user=cast.sri, role=Role.BOARD, since=date(2026, 1, 5), reason="Anggota pengganti", by=cast.lestari
    )


def test_reading_the_page_asks_for_no_code(
    client: Client, cast: Cast, sign_in: SignIn, proposal: GrantProposal
) -> None:
    sign_in(client, cast.rahmat)
    page = client.get(f"/peran/usul/{proposal.pk}/")
    assert page.status_code == 200
    assert 'name="kode_faktor"' in page.content.decode()


def test_sending_without_a_fresh_code_asks_for_it_and_carries_the_form_along(
    client: Client, cast: Cast, sign_in: SignIn, proposal: GrantProposal
) -> None:
    secret = with_factor(cast.rahmat)
    sign_in(client, cast.rahmat)
    address = f"/peran/usul/{proposal.pk}/"
    asked = client.post(address, {"putusan": "tolak", "reason": 'Masih "menilai" <calon> lain'})
    assert asked.status_code == 403
    page = asked.content.decode()
    assert f'action="{address}"' in page
    assert 'name="reason" value="Masih &quot;menilai&quot; &lt;calon&gt; lain"' in page
    proposal.refresh_from_db()
    assert proposal.state == GrantProposal.State.OPEN
    sent = {"putusan": "tolak", "reason": 'Masih "menilai" <calon> lain', "kode_faktor": code_of(secret)}
    assert client.post(address, sent).status_code == 302
    proposal.refresh_from_db()
    assert proposal.answer == 'Masih "menilai" <calon> lain'


def test_a_wrong_code_keeps_the_form_and_changes_nothing(
    client: Client, cast: Cast, sign_in: SignIn, proposal: GrantProposal
) -> None:
    with_factor(cast.rahmat)
    sign_in(client, cast.rahmat)
    answer = client.post(f"/peran/usul/{proposal.pk}/", {"putusan": "setuju", "kode_faktor": "12"})
    assert answer.status_code == 403
    assert "Kode tidak cocok" in answer.content.decode()
    assert not RoleGrant.objects.filter(user=cast.sri).exists()


def test_a_code_stays_fresh_for_five_minutes(
    client: Client, cast: Cast, sign_in: SignIn, proposal: GrantProposal, freeze: Callable[..., object]
) -> None:
    sign_in(client, cast.rahmat, fresh=True)
    now = clock.now()
    freeze(now + timedelta(minutes=5, seconds=10))
    assert client.post(f"/peran/usul/{proposal.pk}/", {"putusan": "setuju"}).status_code == 403
    freeze(now + timedelta(minutes=4))
    assert client.post(f"/peran/usul/{proposal.pk}/", {"putusan": "setuju"}).status_code == 302


def test_a_fragments_request_gets_the_code_page_as_a_whole(
    client: Client, cast: Cast, sign_in: SignIn, proposal: GrantProposal
) -> None:
    sign_in(client, cast.rahmat)
    answer = client.post(f"/peran/usul/{proposal.pk}/", {"putusan": "setuju"}, headers={"HX-Request": "true"})
    assert answer.status_code == 200
    assert answer["HX-Retarget"] == "body"


def test_confirming_beforehand_leads_back(client: Client, cast: Cast, sign_in: SignIn) -> None:
    secret = with_factor(cast.rahmat)
    sign_in(client, cast.rahmat)
    answer = client.post("/akun/konfirmasi/", {"kode_faktor": code_of(secret), "lanjut": "/peran/"})
    assert answer["Location"] == "/peran/"
