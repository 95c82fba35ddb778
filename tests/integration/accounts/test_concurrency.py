"""Two at once: one code, one proposal."""

import time
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from threading import Barrier

from django.db import connection

from jenjang.accounts import actions, factor
from jenjang.accounts.models import GrantProposal, RoleGrant, User
from jenjang.accounts.roles import Role
from jenjang.law.errors import Refused
from tests import cast as people


def test_a_window_of_the_phone_is_spent_by_one_of_two_workers(committed_db: str) -> None:
    user = people.make().lestari
    start, window = Barrier(2), int(time.time()) // 30

    def spend(_: int) -> bool:
        start.wait()
        try:
            return factor.use_counter(user, window)
        finally:
            connection.close()

    with ThreadPoolExecutor(2) as pool:
        assert sorted(pool.map(spend, range(2))) == [False, True]


def test_two_who_approve_at_once_make_one_grant(committed_db: str) -> None:
    cast = people.make()
    terms = {"user": cast.sri, "role": Role.BOARD, "since": date(2026, 1, 5), "reason": "Anggota pengganti"}
    proposal = actions.propose_role(by=cast.lestari, **terms)
    start = Barrier(2)

    def approve(by: User) -> bool:
        start.wait()
        try:
            actions.approve_proposal(proposal=GrantProposal.objects.get(pk=proposal.pk), by=by)
        except Refused:
            return False
        finally:
            connection.close()
        return True

    with ThreadPoolExecutor(2) as pool:
        assert sorted(pool.map(approve, [cast.rahmat, cast.zulkifli])) == [False, True]
    assert RoleGrant.objects.filter(user=cast.sri).count() == 1
