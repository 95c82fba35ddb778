"""Activation codes: one officer for an employee's account, two for an account that may do more; all in the ledger."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction
from django.test import Client

from jenjang import ledger
from jenjang.accounts import actions, cli, codes, factor
from jenjang.accounts.models import ActivationCode, CodeGrant, CodeProposal, User
from jenjang.accounts.roles import Role
from jenjang.cli import main
from jenjang.kernel import clock
from jenjang.law.errors import Refused
from jenjang.ledger.models import Entry
from tests.cast import Cast
from tests.factories.people import make_employee, make_seat, make_unit
from tests.integration.accounts.test_sign_in import with_factor

SignIn = Callable[..., Client]
WHY = "Ponsel hilang dan kata sandi terlupa."
NEW = {"new": "empat kuda berlari pagi", "again": "empat kuda berlari pagi"}


def ask(client: Client, user: User, **sent: str):
    return client.post(f"/peran/akun/{user.pk}/kode/", sent)


def activate(user: User, code: str, address: str = "10.1.0.1"):
    return Client().post("/aktifkan/", {"login": user.username, "code": code, **NEW}, REMOTE_ADDR=address)


def sealed() -> int:
    return (
        Entry.objects.filter(table_name="accounts_codegrant").count()
        if hasattr(Entry, "table_name")
        else CodeGrant.objects.count()
    )


def test_an_employees_code_is_given_by_one_officer_and_sealed(client: Client, cast: Cast, sign_in: SignIn) -> None:
    page = ask(sign_in(client, cast.lestari, fresh=True), cast.sri)
    assert page.status_code == 200 and ActivationCode.objects.get().user == cast.sri
    given = CodeGrant.objects.get()
    assert (given.user, given.proposed_by, given.approved_by, given.is_above_employee) == (
        cast.sri, cast.lestari, None, False,
    )  # fmt: skip


def test_above_employee_the_first_officer_only_proposes(client: Client, cast: Cast, sign_in: SignIn) -> None:
    sign_in(client, cast.lestari, fresh=True)
    page = ask(client, cast.budi)
    assert "diberikan oleh dua petugas" in page.content.decode()
    too_short = ask(client, cast.budi, reason="lupa")
    assert too_short.status_code == 422 and 'id="id_reason_error"' in too_short.content.decode()
    assert ask(client, cast.budi, reason=WHY).status_code == 302
    assert not ActivationCode.objects.exists() and not CodeGrant.objects.exists()
    assert CodeProposal.objects.get().proposed_by == cast.lestari


def test_the_second_officer_sees_the_code_once_and_it_opens_the_account(
    client: Client, cast: Cast, sign_in: SignIn
) -> None:
    asked = codes.propose_activation(user=cast.budi, by=cast.lestari, reason=WHY)
    sign_in(client, cast.rahmat, fresh=True)
    assert f"Setujui kode aktivasi {cast.budi.name}" in client.get("/beranda/").content.decode()
    page = client.post(f"/peran/akun/kode/{asked.pk}/", {"putusan": "setuju"}).content.decode()
    code = page.partition('<p class="j-key"><code>')[2].partition("</code>")[0]
    assert code in page and code.count("-") == 2
    given = CodeGrant.objects.get()
    assert (given.proposed_by, given.approved_by, given.is_above_employee) == (cast.lestari, cast.rahmat, True)
    assert code not in client.get(f"/peran/akun/kode/{asked.pk}/").content.decode()
    assert activate(cast.budi, code).status_code == 200


def test_the_second_officer_needs_a_fresh_factor(client: Client, cast: Cast, sign_in: SignIn) -> None:
    asked = codes.propose_activation(user=cast.budi, by=cast.lestari, reason=WHY)
    answer = sign_in(client, cast.rahmat).post(f"/peran/akun/kode/{asked.pk}/", {"putusan": "setuju"})
    assert answer.status_code == 403 and not ActivationCode.objects.exists()


@pytest.mark.parametrize("who", ["lestari", "budi", "sri"])
def test_neither_who_proposed_nor_the_owner_nor_an_employee_approves(cast: Cast, who: str) -> None:
    asked = codes.propose_activation(user=cast.budi, by=cast.lestari, reason=WHY)
    with pytest.raises(Refused):
        codes.approve_activation(proposal=asked, by=getattr(cast, who))
    assert not ActivationCode.objects.exists() and not CodeGrant.objects.exists()


def test_a_proposal_is_settled_once(client: Client, cast: Cast, sign_in: SignIn) -> None:
    asked = codes.propose_activation(user=cast.budi, by=cast.lestari, reason=WHY)
    sign_in(client, cast.rahmat, fresh=True)
    unknown = client.post(f"/peran/akun/kode/{asked.pk}/", {"putusan": "entah"})
    assert unknown.status_code == 422 and 'id="id_putusan_error"' in unknown.content.decode()
    assert client.post(f"/peran/akun/kode/{asked.pk}/", {"putusan": "tolak", "reason": WHY}).status_code == 302
    assert client.post(f"/peran/akun/kode/{asked.pk}/", {"putusan": "setuju"}).status_code == 409
    assert not ActivationCode.objects.exists()


def test_also_who_is_only_proposed_for_a_role_needs_two(cast: Cast) -> None:
    actions.propose_role(
        user=cast.sri, role=Role.BOARD, since=clock.today(), reason="Anggota pengganti", by=cast.rahmat
    )
    with pytest.raises(Refused, match="dua petugas"):
        codes.issue_activation(user=cast.sri, by=cast.lestari)


def test_a_code_of_one_officer_stops_working_when_its_owner_is_proposed_for_a_role(cast: Cast) -> None:
    code = codes.issue_activation(user=cast.sri, by=cast.lestari)
    asked = actions.propose_role(
        user=cast.sri,
        role=Role.BOARD,
        since=clock.today() + timedelta(days=3),
        reason="Anggota pengganti",
        by=cast.lestari,
    )
    assert "disetujui dua petugas" in activate(cast.sri, code).content.decode()
    actions.approve_proposal(proposal=asked, by=cast.rahmat)
    assert activate(cast.sri, code).status_code == 422


def test_the_database_keeps_the_promise_too(cast: Cast) -> None:
    with (
        pytest.raises(IntegrityError, match="needs_two_people"),
        transaction.atomic(),
        ledger.attributed(by=cast.lestari),
    ):
        CodeGrant.objects.create(
            user=cast.budi, is_above_employee=True, proposed_by=cast.lestari, approved_by=cast.lestari
        )


def test_who_runs_the_server_helps_out_by_name(cast: Cast, capsys: pytest.CaptureFixture[str]) -> None:
    from argparse import Namespace

    assert cli.give_code(Namespace(login=cast.lestari.username, reason="Petugas kedua pensiun")) == 0
    assert cast.lestari.username in capsys.readouterr().out
    assert CodeGrant.objects.get().proposed_by is None
    assert cli.give_code(Namespace(login="tidak.ada", reason="-")) == 2


def test_an_account_that_one_officer_could_open_gets_no_role_until_two_opened_it(cast: Cast) -> None:
    outsider, code = actions.create_with_code(login="ahli.kampus", name="Ahli Kampus", email="", by=cast.lestari)
    assert activate(outsider, code).status_code == 200
    terms = {"user": outsider, "role": Role.PANEL, "since": clock.today(), "reason": "Anggota panitia"}
    asked = actions.propose_role(**terms, by=cast.lestari)
    with pytest.raises(Refused, match="kode dari seorang petugas"):
        actions.approve_proposal(proposal=asked, by=cast.rahmat)
    again = codes.approve_activation(
        proposal=codes.propose_activation(user=outsider, by=cast.lestari, reason=WHY), by=cast.rahmat
    )
    with pytest.raises(Refused, match="kode dari seorang petugas"):
        actions.approve_proposal(proposal=asked, by=cast.rahmat)  # given, but not used: the old password still opens it
    assert activate(outsider, again).status_code == 200
    assert actions.approve_proposal(proposal=asked, by=cast.rahmat)


def test_the_account_of_who_leads_a_unit_is_made_by_one_officer_and_opened_by_two(
    client: Client, cast: Cast, sign_in: SignIn
) -> None:
    unit = make_unit("Dinas Contoh")
    head = make_employee("Kepala Dinas", unit=unit, seat=make_seat(unit, is_head=True))
    sign_in(client, cast.lestari, fresh=True)
    made = client.post("/peran/akun/baru/", {"login": head.nip, "name": "Kepala Dinas", "email": ""}, follow=True)
    assert "Petugas lain menyetujui kodenya" in made.content.decode()
    asked = CodeProposal.objects.get(user__username=head.nip)
    assert not ActivationCode.objects.exists()
    assert activate(asked.user, codes.approve_activation(proposal=asked, by=cast.rahmat)).status_code == 200


def test_who_lost_the_phone_gets_in_by_a_code_of_two_officers(cast: Cast) -> None:
    with_factor(cast.sri)
    with pytest.raises(Refused, match="dua petugas"):
        codes.issue_activation(user=cast.sri, by=cast.lestari)
    asked = codes.propose_activation(user=cast.sri, by=cast.lestari, reason=WHY)
    assert activate(cast.sri, codes.approve_activation(proposal=asked, by=cast.rahmat)).status_code == 200
    assert not factor.has_factor(cast.sri)


def test_a_code_of_one_officer_does_not_open_an_account_that_has_since_set_up_a_phone(cast: Cast) -> None:
    code = codes.issue_activation(user=cast.sri, by=cast.lestari)
    with_factor(cast.sri)
    assert activate(cast.sri, code).status_code == 422
    assert factor.has_factor(cast.sri)


@pytest.mark.parametrize(
    "officer", ["19870101201101200:Lestari", "Lestari:198701012011012003", "198701012011012003", ":x"]
)
def test_a_first_officer_with_a_mistyped_nip_is_refused_before_anything_is_made(
    officer: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit):
        main(["accounts", "create", officer, "198206172008011005:Rahmat Hidayat"])
    assert "NIP" in capsys.readouterr().err
    assert not User.objects.exists()
