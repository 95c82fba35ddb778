"""Who may do what, on which day, for whom."""

from datetime import date

import pytest
from django.db import transaction

from jenjang import ledger
from jenjang.accounts import hooks, permissions, queries
from jenjang.accounts.models import Delegation, RoleGrant
from jenjang.accounts.permissions import Permission
from jenjang.accounts.roles import Role
from tests.cast import Cast

DECIDE = Permission("uji.putus", "Memutus", frozenset({Role.APPOINTING_AUTHORITY}), strategic=True)
READ = Permission("uji.baca", "Membaca", frozenset({Role.APPOINTING_AUTHORITY}))
DAY = date(2026, 11, 20)


def delegate(cast: Cast, kind: str = "plh") -> Delegation:
    with transaction.atomic(), ledger.attributed(by=ledger.SYSTEM("uji")):
        return Delegation.objects.create(
            principal=cast.wali, delegate=cast.zulkifli, role=Role.APPOINTING_AUTHORITY, kind=kind, reason="Dinas luar",
            since=date(2026, 11, 18), until=date(2026, 11, 24), decree_number="800/1/2026", decree_date=date(2026, 11, 17),
        )  # fmt: skip


def test_an_asn_has_the_role_pegawai_without_a_grant_and_an_outside_panel_member_has_not(cast: Cast) -> None:
    assert queries.roles_of(cast.sri, DAY) == {Role.EMPLOYEE}
    assert queries.roles_of(cast.marlina, DAY) == {Role.PANEL}


def test_a_grant_counts_from_its_first_day_to_its_last(cast: Cast) -> None:
    with transaction.atomic(), ledger.attributed(by=ledger.SYSTEM("uji")):
        RoleGrant.objects.create(
            user=cast.sri, role=Role.BOARD, since=date(2026, 1, 5), until=date(2026, 2, 5), reason="Pengganti"
        )
    assert Role.BOARD not in queries.roles_of(cast.sri, date(2026, 1, 4))
    assert Role.BOARD in queries.roles_of(cast.sri, date(2026, 1, 5))
    assert Role.BOARD in queries.roles_of(cast.sri, date(2026, 2, 5))
    assert Role.BOARD not in queries.roles_of(cast.sri, date(2026, 2, 6))


def test_a_closed_account_has_no_role(cast: Cast) -> None:
    cast.lestari.is_active = False
    assert queries.roles_of(cast.lestari, DAY) == frozenset()


def test_an_acting_official_holds_the_role_only_while_the_decree_runs(cast: Cast) -> None:
    delegate(cast)
    assert queries.user_can(cast.zulkifli, READ, date(2026, 11, 18))
    assert not queries.user_can(cast.zulkifli, READ, date(2026, 11, 17))
    assert not queries.user_can(cast.zulkifli, READ, date(2026, 11, 25))


def test_an_acting_official_takes_no_strategic_decision(cast: Cast) -> None:
    delegate(cast, "plt")
    assert not queries.user_can(cast.zulkifli, DECIDE, DAY)
    assert queries.user_can(cast.wali, DECIDE, DAY)


def test_who_acts_for_another_does_not_count_as_a_second_person_beside_that_other(cast: Cast) -> None:
    assert queries.are_two_people(cast.zulkifli, cast.wali, DAY)
    delegate(cast)
    assert not queries.are_two_people(cast.zulkifli, cast.wali, DAY)
    assert queries.are_two_people(cast.zulkifli, cast.lestari, DAY)


def test_powers_take_one_query_beside_what_the_record_tells_and_one_more_for_who_acts(
    cast: Cast, django_assert_num_queries: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(hooks, "_role_sources", [])
    with django_assert_num_queries(1):  # type: ignore[operator]
        queries.powers_of(cast.lestari, DAY)
    delegate(cast)
    with django_assert_num_queries(2):  # type: ignore[operator]
        assert queries.powers_of(cast.zulkifli, DAY).acting


def test_every_permission_names_its_holders_in_words() -> None:
    assert permissions.ROLE_GRANT.who == "Petugas BKPSDM atau Pejabat yang Berwenang (PyB)"
