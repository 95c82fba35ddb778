"""Roles by two people, delegation, revocation, and the first two officers."""

from collections.abc import Callable, Collection, Iterator
from datetime import date

import pytest
from django.db import DatabaseError, connection, transaction
from django.test import Client

from jenjang.accounts import actions, hooks, queries, revoking
from jenjang.accounts.models import DelegationKind, GrantProposal, RoleGrant, User
from jenjang.accounts.roles import Role
from jenjang.kernel import policy
from jenjang.law.errors import Refused
from tests.cast import Cast
from tests.factories.people import make_unit

SignIn = Callable[..., Client]
DAY = date(2026, 11, 20)


@pytest.fixture(autouse=True)
def in_november(freeze: Callable[[date], None]) -> None:
    freeze(DAY)


@pytest.fixture
def one_person() -> Iterator[Callable[[User, User], None]]:
    """Declare two accounts to be one person, as the personnel record would."""
    added = []

    def declare(first: User, second: User) -> None:
        def keys(users: Collection[User]) -> list[tuple[int, str]]:
            return [(user.pk, "nik:1373010101800001") for user in users if user in (first, second)]

        added.append(hooks.person_key(keys))

    yield declare
    for provider in added:
        hooks._person_keys.remove(provider)


def test_a_policy_is_not_adopted_by_a_second_account_of_who_drafted_it(
    cast: Cast, one_person: Callable[[User, User], None]
) -> None:
    draft = policy.draft_policy(title="Kebijakan uji", since=DAY, values={}, by=cast.lestari)
    policy.propose_draft(draft=draft, by=cast.lestari)
    one_person(cast.lestari, cast.wali)
    with pytest.raises(Refused, match="orang lain"):
        policy.adopt_policy(draft=draft, decree_number="188/1/2026", decree_date=DAY, by=cast.wali, on=DAY)


def propose(cast: Cast, **other: object) -> GrantProposal:
    terms = {"user": cast.sri, "role": Role.BOARD, "since": DAY, "reason": "Anggota pengganti", "by": cast.lestari}
    return actions.propose_role(**{**terms, **other})


def acting(cast: Cast, kind: DelegationKind = DelegationKind.PLH) -> actions.ActingTerms:
    return actions.ActingTerms(cast.wali, kind, "800/7/2026", date(2026, 11, 19))


def test_a_role_is_in_force_only_after_another_person_approves(cast: Cast) -> None:
    proposal = propose(cast)
    assert Role.BOARD not in queries.roles_of(cast.sri)
    grant = actions.approve_proposal(proposal=proposal, by=cast.rahmat)
    assert Role.BOARD in queries.roles_of(cast.sri)
    assert (grant.proposed_by, grant.approved_by) == (cast.lestari, cast.rahmat)


def test_the_proposer_cannot_approve_and_is_told_why(cast: Cast) -> None:
    with pytest.raises(Refused, match="Harus orang lain"):
        actions.approve_proposal(proposal=propose(cast), by=cast.lestari)


def test_the_receiver_cannot_approve(cast: Cast) -> None:
    proposal = propose(cast, user=cast.rahmat)
    with pytest.raises(Refused, match="untuk Anda sendiri"):
        actions.approve_proposal(proposal=proposal, by=cast.rahmat)


def test_a_second_account_of_the_proposer_cannot_approve(cast: Cast, one_person: Callable[[User, User], None]) -> None:
    one_person(cast.lestari, cast.rahmat)
    with pytest.raises(Refused, match="Harus orang lain"):
        actions.approve_proposal(proposal=propose(cast), by=cast.rahmat)


def test_who_acts_for_the_proposer_cannot_approve(cast: Cast) -> None:
    terms = actions.ActingTerms(cast.zulkifli, DelegationKind.PLH, "800/8/2026", DAY)
    plh = propose(cast, user=cast.sri, role=Role.COMPETENT_OFFICER, until=DAY, acting=terms)
    actions.approve_proposal(proposal=plh, by=cast.rahmat)
    proposal = propose(cast, user=cast.hendra, by=cast.zulkifli)
    with pytest.raises(Refused, match="orang yang Anda wakili"):
        actions.approve_proposal(proposal=proposal, by=cast.sri)


def test_a_proposal_is_settled_once(cast: Cast) -> None:
    proposal = propose(cast)
    actions.approve_proposal(proposal=proposal, by=cast.rahmat)
    with pytest.raises(Refused, match="sudah disetujui"):
        actions.approve_proposal(proposal=proposal, by=cast.rahmat)
    assert RoleGrant.objects.filter(user=cast.sri).count() == 1


def test_an_employee_proposes_nothing(cast: Cast) -> None:
    with pytest.raises(Refused, match="tidak berwenang"):
        propose(cast, by=cast.sri)


def test_a_role_that_follows_from_the_record_is_not_granted(cast: Cast) -> None:
    with pytest.raises(Refused, match="mengikuti data pegawai"):
        propose(cast, role=Role.SUPERVISOR)


def test_an_acting_official_needs_a_last_day_and_a_holder_of_the_role(cast: Cast) -> None:
    with pytest.raises(Refused, match="hari terakhir"):
        propose(cast, role=Role.APPOINTING_AUTHORITY, acting=acting(cast))
    with pytest.raises(Refused, match="tidak memegang peran"):
        propose(cast, role=Role.BOARD, until=DAY, acting=acting(cast))


def test_a_delegation_begins_by_approval_and_ends_before_its_day_when_the_holder_says_so(cast: Cast) -> None:
    proposal = propose(
        cast, user=cast.zulkifli, role=Role.APPOINTING_AUTHORITY, until=date(2026, 11, 30), acting=acting(cast)
    )
    delegation = actions.approve_proposal(proposal=proposal, by=cast.rahmat)
    assert Role.APPOINTING_AUTHORITY in queries.roles_of(cast.zulkifli)
    revoking.end_delegation(delegation=delegation, by=cast.wali, reason="Sudah kembali bertugas")
    assert Role.APPOINTING_AUTHORITY not in queries.roles_of(cast.zulkifli)


def test_revoking_adds_a_row_and_keeps_the_old_one(cast: Cast) -> None:
    grant = RoleGrant.objects.get(user=cast.agus)
    revoking.revoke(grant=grant, by=cast.lestari, reason="Pindah tugas ke luar kota")
    assert Role.BOARD not in queries.roles_of(cast.agus)
    assert Role.BOARD in queries.roles_of(cast.agus, date(2026, 11, 19))
    assert RoleGrant.objects.filter(user=cast.agus).count() == 2


def test_a_role_that_has_not_begun_is_listed_and_can_be_taken_back(client: Client, cast: Cast, sign_in: SignIn) -> None:
    grant = actions.approve_proposal(proposal=propose(cast, since=date(2026, 12, 1)), by=cast.rahmat)
    sign_in(client, cast.lestari, fresh=True)
    assert f"/peran/{grant.pk}/cabut/" in client.get("/peran/?q=sri").content.decode()
    assert client.post(f"/peran/{grant.pk}/cabut/", {"reason": "Batal menjadi anggota"}).status_code == 302
    assert Role.BOARD not in queries.roles_of(cast.sri, date(2026, 12, 2))


def test_when_a_role_is_taken_back_who_stood_in_for_its_holder_loses_it_at_once(cast: Cast) -> None:
    terms = {"user": cast.sri, "role": Role.COMPETENT_OFFICER, "until": date(2026, 11, 30)}
    for kind, stays in ((DelegationKind.PLH, False), (DelegationKind.PLT, True)):
        asked = propose(cast, **terms, acting=actions.ActingTerms(cast.zulkifli, kind, "800/9/2026", DAY))
        actions.approve_proposal(proposal=asked, by=cast.rahmat)
        grant = next(iter(queries.grants_on(DAY).filter(user=cast.zulkifli)), None)
        if grant:
            revoking.revoke(grant=grant, by=cast.lestari, reason="Mutasi ke provinsi")
        assert (Role.COMPETENT_OFFICER in queries.roles_of(cast.sri)) is stays


def test_a_plh_is_not_approved_for_who_no_longer_holds_the_role(cast: Cast) -> None:
    terms = actions.ActingTerms(cast.zulkifli, DelegationKind.PLH, "800/9/2026", DAY)
    asked = propose(cast, role=Role.COMPETENT_OFFICER, until=DAY, acting=terms)
    revoking.revoke(grant=RoleGrant.objects.get(user=cast.zulkifli), by=cast.lestari, reason="Mutasi ke provinsi")
    with pytest.raises(Refused, match="tidak lagi memegang"):
        actions.approve_proposal(proposal=asked, by=cast.rahmat)


def test_only_a_unit_officers_role_is_of_one_unit(client: Client, cast: Cast, sign_in: SignIn) -> None:
    with pytest.raises(Refused, match="untuk sebuah unit"):
        propose(cast, role=Role.PERSONNEL_OFFICER, scope_unit="unor-kesehatan")
    with pytest.raises(Refused, match="untuk sebuah unit"):
        propose(cast, role=Role.UNIT_OFFICER)
    assert propose(cast, role=Role.UNIT_OFFICER, scope_unit="unor-kesehatan").scope_unit
    unit = make_unit("Dinas Kesehatan").siasn_id
    sign_in(client, cast.lestari)
    form = {"login": cast.sri.username, "since": "20/11/2026", "reason": "Menggantikan yang pindah", "kind": "sendiri"}
    for role, chosen in (("bkpsdm", unit), ("admin_opd", "")):
        answer = client.post("/peran/usul/", {**form, "role": role, "scope_unit": chosen})
        assert answer.status_code == 422
        assert 'id="id_scope_unit_error"' in answer.content.decode()


def test_the_last_two_who_can_grant_roles_stay(cast: Cast) -> None:
    revoking.revoke(grant=RoleGrant.objects.get(user=cast.zulkifli), by=cast.lestari, reason="Pensiun bulan ini")
    with pytest.raises(Refused, match="dua orang"):
        revoking.revoke(grant=RoleGrant.objects.get(user=cast.rahmat), by=cast.lestari, reason="Pindah tugas ke luar")


def test_a_grant_cannot_be_changed_behind_the_back(cast: Cast) -> None:
    with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("UPDATE accounts_rolegrant SET role = 'ppk'")


def test_the_first_two_officers_are_made_once(db: None) -> None:
    first = actions.NewOfficer("198701012011012003", "Lestari Maharani", "", "payung biru di teras")
    second = actions.NewOfficer("198206172008011005", "Rahmat Hidayat", "", "kereta pagi ke utara")
    officers = actions.bootstrap_officers(first=first, second=second)
    assert all(Role.PERSONNEL_OFFICER in queries.roles_of(user) for user in officers)
    with pytest.raises(Refused, match="Sudah ada peran"):
        actions.bootstrap_officers(first=first, second=second)


def test_the_pages_lead_from_proposal_to_grant(client: Client, cast: Cast, sign_in: SignIn) -> None:
    sign_in(client, cast.lestari, fresh=True)
    form = {
        "login": cast.sri.username,
        "role": "tim_penilai",
        "since": "20/11/2026",
        "reason": "Anggota pengganti",
        "kind": "sendiri",
    }
    assert client.post("/peran/usul/", form).status_code == 302
    proposal = GrantProposal.objects.get()
    own = client.get(f"/peran/usul/{proposal.pk}/").content.decode()
    assert "Harus orang lain yang menyetujui" in own
    other = sign_in(Client(), cast.rahmat, fresh=True)
    assert other.post(f"/peran/usul/{proposal.pk}/", {"putusan": "setuju"}).status_code == 302
    listed = other.get("/peran/?q=sri").content.decode()
    assert "Anggota Tim Penilai Kinerja" in listed
    grant = RoleGrant.objects.get(user=cast.sri)
    assert other.post(f"/peran/{grant.pk}/cabut/", {"reason": "Pindah tugas ke luar"}).status_code == 302
    assert other.get(f"/peran/{grant.pk}/cabut/").status_code == 404


def test_an_unknown_account_is_named_at_its_field(client: Client, cast: Cast, sign_in: SignIn) -> None:
    sign_in(client, cast.lestari)
    form = {"login": "199999999999999999", "role": "pansel", "since": "31/2/2026", "reason": "x", "kind": "sendiri"}
    answer = client.post("/peran/usul/", form)
    assert answer.status_code == 422
    form = {**form, "since": "1/12/2026", "reason": "Anggota panitia dari kampus"}
    assert "tidak ditemukan" in client.post("/peran/usul/", form).content.decode()


def test_an_officer_makes_an_account_and_its_owner_opens_it_with_the_code(
    client: Client, cast: Cast, sign_in: SignIn
) -> None:
    sign_in(client, cast.lestari, fresh=True)
    page = client.post("/peran/akun/baru/", {"login": "ahli.kampus", "name": "Ahli Kampus", "email": ""})
    code = page.content.decode().split("<code>")[1].split("</code>")[0]
    new = {"login": "ahli.kampus", "code": code.lower(), "new": "lampu hijau menyala", "again": "lampu hijau menyala"}
    wrong = Client().post("/aktifkan/", {**new, "code": "AAAA-BBBB-CCCC"})
    assert "tidak cocok atau sudah lewat" in wrong.content.decode()
    assert "Akun Anda aktif" in Client().post("/aktifkan/", new).content.decode()
    assert Client().post("/aktifkan/", new).status_code == 422
    assert User.objects.get(username="ahli.kampus").check_password("lampu hijau menyala")
