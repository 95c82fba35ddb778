"""Drafts for everybody who has none, as a job that goes on after a kill; and what waits for whom."""

from collections.abc import Callable, Iterator
from datetime import date, timedelta

import pytest
from django.db import transaction
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from jenjang.accounts.models import RoleGrant, User
from jenjang.accounts.todo import Item, waiting_for
from jenjang.kernel import jobs
from jenjang.kernel.models import Job, Notice
from jenjang.kernel.queries import law_on
from jenjang.law.errors import Refused
from jenjang.ledger import attributed
from jenjang.performance import drafting, result_templates, skps, tallies, waiting
from jenjang.performance.appraisers import chain
from jenjang.performance.models import SKP
from jenjang.performance.planning import Measure
from jenjang.ui.parts import Todo
from tests.cast import Cast
from tests.factories import performance as made
from tests.factories.people import BY, give_position, make_employee, make_unit

MID = date(2026, 1, 20)
CLOCKS = ("kinerja.skp.tenggat_rancangan", "kinerja.skp.tenggat")


@pytest.fixture
def team(cast: Cast) -> made.Team:
    return made.make_team(cast.yuliana, cast.sri)


def items(user: object, day: date) -> list[Todo]:
    user.asked = {}  # each page asks anew
    return waiting_for(user, day)


def titles(user: object, day: date) -> list[str]:
    return [item.title for item in items(user, day)]


def test_everybody_without_an_skp_gets_a_draft_from_samples_and_is_told(team: made.Team, cast: Cast) -> None:
    below = make_unit("Seksi Contoh", parent=team.unit)
    people = [make_employee(f"Pegawai {number}", unit=below, title="Arsiparis") for number in range(3)]
    result_templates.save_template(
        unit=team.unit,
        title="Arsiparis",
        text="Arsip tertata",
        measures=[Measure("Berkas", "300", "kuantitas")],
        by=cast.yuliana,
    )
    made.make_skp(team)
    drafting.prepare_for_all(unit=team.unit, year=team.year, way="contoh", by=cast.yuliana)
    assert jobs.run_pending() == 1
    job = Job.objects.get()
    assert (job.state, job.result) == ("selesai", "4 rancangan SKP disiapkan.")
    drafts = SKP.objects.filter(employee__in=people)
    assert {(one.state, one.appraiser, one.results.get().text) for one in drafts} == {
        ("rancangan", team.head, "Arsip tertata")
    }
    assert SKP.objects.filter(employee=team.head).exists()
    assert Notice.objects.filter(user=team.head_user, text__contains="disiapkan petugas unit").count() == 1
    assert tallies.differences(team.year) == []


def test_started_again_it_goes_on_with_those_who_have_none(team: made.Team, cast: Cast) -> None:
    line = chain(MID)
    args = {"year": team.year, "way": "kosong", "by": cast.yuliana, "on": MID, "line": line}
    assert drafting.prepare(employee=team.member, **args) == ""
    assert "sudah ada" in drafting.prepare(employee=team.member, **args)
    assert [person.pk for person in drafting.waiting(team.year, team.unit.pk)] == [team.head.pk]
    drafting.prepare_for_all(unit=team.unit, year=team.year, way="kosong", by=cast.yuliana)
    jobs.run_pending()
    assert SKP.objects.count() == 2


def test_only_who_cares_for_a_unit_prepares_its_drafts(team: made.Team, cast: Cast) -> None:
    with pytest.raises(Refused, match="tidak Anda kelola"):
        drafting.prepare_for_all(unit=team.unit, year=team.year, way="kosong", by=cast.dewi)


def test_a_person_is_reminded_of_the_own_skp_as_it_stands(team: made.Team) -> None:
    assert titles(team.member_user, MID)[0] == "Mulai SKP 2026"
    skp = made.make_skp(team)
    assert "Lengkapi dan ajukan SKP 2026" in titles(team.member_user, MID)
    skps.submit(skp=skp, by=team.member_user, on=MID)
    assert not [title for title in titles(team.member_user, MID) if "SKP" in title]
    skps.send_back(skp=skp, by=team.head_user, reason="Target belum jelas.")
    assert "Perbaiki SKP yang dikembalikan" in titles(team.member_user, MID)
    skps.submit(skp=skp, by=team.member_user, on=MID)
    skps.send_back(skp=skp, by=team.member_user, reason="Ada yang terlupa.")
    assert "Lengkapi dan ajukan SKP 2026" in titles(team.member_user, MID)


def test_somebody_who_was_moved_is_told_to_plan_for_the_new_position(team: made.Team) -> None:
    made.make_skp(team, state="ditetapkan")
    give_position(
        team.member, "pelaksana", since=date(2026, 8, 1), title="Pengelola Arsip", unit=make_unit("Bagian Lain")
    )
    assert "Susun SKP jabatan yang baru" in titles(team.member_user, date(2026, 8, 3))


def test_a_plan_of_the_former_position_that_was_never_agreed_is_still_asked_for(team: made.Team) -> None:
    made.make_skp(team)
    since = date(2026, 8, 1)
    give_position(team.member, "pelaksana", since=since, title="Pengelola Arsip", unit=make_unit("Bagian Lain"))
    skps.start(employee=team.member, year=team.year, by=team.member_user, on=since)
    found = [one for one in items(team.member_user, date(2026, 8, 3)) if "SKP" in one.title]
    titles_and_texts = [(one.title, one.text) for one in found]
    assert titles_and_texts == [
        ("Lengkapi dan ajukan SKP 2026", title) for title in ("Pengelola Data", "Pengelola Arsip")
    ]


def test_a_leader_sees_what_waits_and_it_leads_to_the_one_or_to_the_team(team: made.Team, cast: Cast) -> None:
    skp = made.make_skp(team, state="diajukan")
    (item,) = [one for one in items(team.head_user, MID) if "Tetapkan" in one.title]
    assert item.url == skp.get_absolute_url()
    second = make_employee("Hendra Saputra", user=cast.hendra, unit=team.unit, title="Arsiparis")
    other = skps.start(employee=second, year=team.year, by=cast.hendra, on=made.START)
    made.add_result(other, "Arsip tertata", provisional="Data unit andal")
    skps.submit(skp=other, by=cast.hendra, on=made.START)
    (item,) = [one for one in items(team.head_user, MID) if "Tetapkan" in one.title]
    assert (item.text, item.url) == ("2 orang dalam tim Anda", "/kinerja/tim/?tahun=2026")


def test_a_change_that_waits_has_no_day_in_january(team: made.Team) -> None:
    skp = made.make_skp(team, state="ditetapkan")
    skps.begin_change(skp=skp, by=team.member_user, reason="Tugas baru.")
    skps.submit(skp=skp, by=team.member_user, on=date(2026, 8, 3))
    assert _due(waiting.for_leader, team.head_user, date(2026, 8, 3)) == [None]


def test_the_unit_officer_is_told_who_has_none_once_the_day_is_over(team: made.Team, cast: Cast) -> None:
    _make_officer(cast.hendra, team)
    assert not [title for title in titles(cast.hendra, date(2026, 1, 14)) if "belum mempunyai" in title]
    assert "2 pegawai belum mempunyai SKP 2026" in titles(cast.hendra, MID)


@settings(
    max_examples=25, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.function_scoped_fixture]
)  # fmt: skip
@example(clock="kinerja.skp.tenggat_rancangan", after=0)
@example(clock="kinerja.skp.tenggat_rancangan", after=1)
@given(clock=st.sampled_from(CLOCKS), after=st.integers(-9, 300))
def test_on_whatever_day_the_clocks_of_planning_are_the_laws(
    team: made.Team, cast: Cast, clock: str, after: int
) -> None:
    draft_by, agree_by = (date(2026, day["bulan"], day["hari"]) for day in (law_on(MID)[name].value for name in CLOCKS))
    day = {CLOCKS[0]: draft_by, CLOCKS[1]: agree_by}[clock] + timedelta(days=after)
    with transaction.atomic():
        _make_officer(cast.hendra, team)
        assert _due(waiting.for_unit_officer, cast.hendra, day) == ([agree_by] if day > draft_by else [])
        assert _due(waiting.for_person, team.member_user, day) == [draft_by]
        skp = made.make_skp(team)
        assert _due(waiting.for_person, team.member_user, day) == [agree_by]
        skps.submit(skp=skp, by=team.member_user, on=day)
        assert _due(waiting.for_person, team.member_user, day) == []
        assert _due(waiting.for_leader, team.head_user, day) == [agree_by]
        transaction.set_rollback(True)


def _make_officer(user: User, team: made.Team) -> None:
    with attributed(by=BY):
        RoleGrant.objects.create(
            user=user, role="admin_opd", scope_unit=team.unit.siasn_id, since=date(2024, 1, 1), reason="Uji"
        )


def _due(provider: Callable[[User, date], Iterator[Item]], user: User, day: date) -> list[date | None]:
    user.asked = {}
    return [item.due for item in provider(user, day)]
