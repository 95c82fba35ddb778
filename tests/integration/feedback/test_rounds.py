"""A 360-degree round: raters by rule, objections, answers, one sealed result, and the record that talent reads."""

import json
from collections import Counter
from datetime import date, timedelta

import pytest
from django.db import connection

from jenjang.feedback import closing_round, jobs, opening_round, rounds
from jenjang.feedback.models import Rater, RaterAnswer, RaterTurn, Round, RoundResult
from jenjang.feedback.rounds import Phase
from jenjang.kernel import jobs as queue
from jenjang.kernel.models import Job, Notice
from jenjang.law.errors import Refused
from jenjang.ledger.verify import verify_table
from jenjang.performance import bulk_facts
from jenjang.performance.models import Feedback360Record
from jenjang.personnel import actions as personnel
from jenjang.personnel.models import KinshipRecord
from tests.cast import Cast
from tests.factories.feedback import (
    TODAY,
    Office,
    all_the_same,
    filling_day,
    make_office,
    make_round,
    rate_all,
    speaks,
    voice,
)
from tests.factories.people import BY


@pytest.fixture
def office(cast: Cast) -> Office:
    return make_office([cast.sri, cast.hendra], size=8, head_user=cast.yuliana)


def silent(done: int, total: int, said: str) -> None:
    """Nobody listens."""


def close(round: Round, by: object = BY) -> closing_round.Closed:
    return closing_round.close_all(round, by=by, on=round.fill_until + timedelta(days=1), tell=silent)


def raters(round: Round, employee: object, group: str) -> list[Rater]:
    return list(Rater.objects.filter(round=round, employee=employee, group=group, state="aktif"))


# proposing


def test_everybody_gets_the_leader_some_peers_and_some_of_the_own_team_by_lot(office: Office) -> None:
    round = make_round()
    assert round.state == "berjalan"
    counted = {
        person: Counter(Rater.objects.filter(round=round, employee=person).values_list("group", flat=True))
        for person in (office.head, office.members[0])
    }
    assert counted[office.members[0]] == {"pimpinan": 1, "rekan": 5}
    assert counted[office.head] == {"pimpinan": 1, "bawahan": 5}
    assert raters(round, office.members[0], "pimpinan")[0].rater == office.head
    assert raters(round, office.head, "pimpinan")[0].rater is None, "the head of the region"


def test_forms_are_spread_and_nobody_gets_more_than_the_agency_allows(office: Office) -> None:
    round = make_round()
    forms = Counter(Rater.objects.filter(round=round).exclude(group="pimpinan").values_list("rater", flat=True))
    assert max(forms.values()) <= 10
    assert max(forms.values()) - min(forms.values()) <= 1


def test_relatives_do_not_rate_each_other_also_not_as_leader(office: Office) -> None:
    one, other = office.members[:2]
    for relative in (other, office.head):
        personnel.append(
            model=KinshipRecord, employee=one, by=BY, effective_from=date(2020, 1, 2),
            facts={"relation": "kakak", "relative_employee": relative, "relative_name": "Saudara"},
        )  # fmt: skip
    round = make_round()
    assert raters(round, one, "pimpinan") == []
    assert other.pk not in {row.rater_id for row in raters(round, one, "rekan")}
    assert one.pk not in {row.rater_id for row in raters(round, other, "rekan")}
    assert one.pk not in {row.rater_id for row in raters(round, office.head, "bawahan")}


def test_a_unit_of_one_is_rated_by_people_of_the_next_units(cast: Cast) -> None:
    above = make_office([], name="Dinas Contoh")
    alone = make_office([], size=1, parent=above.unit, name="Seksi Satu")
    beside = make_office([], size=4, parent=above.unit, name="Seksi Dua")
    round = make_round()
    peers = {row.rater_id for row in raters(round, alone.members[0], "rekan")}
    assert len(peers) == 3
    assert peers <= {person.pk for person in (*beside.members, beside.head)}


def test_a_second_round_in_a_year_is_refused(office: Office) -> None:
    round = make_round()
    with pytest.raises(Refused, match="sudah dibuka"):
        opening_round.open_round(by=BY, on=TODAY)
    rounds.cancel_round(round=round, reason="Salah tanggal.", by=BY)
    assert opening_round.open_round(by=BY, on=TODAY).year == 2026


def test_the_job_goes_on_where_it_was_killed_and_asks_nobody_twice(office: Office, cast: Cast, monkeypatch) -> None:
    monkeypatch.setattr(opening_round, "BLOCK", 3)
    round = opening_round.open_round(by=BY, on=TODAY)
    calls = []

    def dies(done: int, total: int, said: str) -> None:
        calls.append(done)
        if len(calls) == 2:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        opening_round.propose_all(round, by=BY, tell=dies)
    half = set(Rater.objects.values_list("pk", flat=True))
    assert Rater.objects.values("employee").distinct().count() == 6
    job = queue.start(jobs.propose_raters, by=cast.lestari, round=round.pk, user=cast.lestari.pk)
    queue.run_pending()
    assert Job.objects.get(pk=job.pk).result.startswith("3 pegawai mempunyai penilai")
    assert half <= set(Rater.objects.values_list("pk", flat=True))
    assert Rater.objects.values("employee").distinct().count() == 9
    again = opening_round.propose_all(round, by=BY, tell=silent)
    assert (again.people, again.raters) == (0, 0)


# objections


def test_a_rater_objected_to_is_replaced_when_the_leader_grants_it(office: Office, cast: Cast) -> None:
    round, sri = make_round(), office.members[0]
    first = raters(round, sri, "rekan")[0]
    rounds.object_to(rater=first, reason="Kami bersengketa di pengadilan.", by=voice(cast.sri), on=TODAY)
    assert Notice.objects.filter(user=cast.yuliana, text__contains="menyanggah").exists()
    with pytest.raises(Refused, match="diputus pimpinan"):
        rounds.settle(rater=first, granted=True, reason="Benar.", by=voice(cast.hendra), on=TODAY)
    fresh = rounds.settle(rater=first, granted=True, reason="Benar.", by=voice(cast.yuliana), on=TODAY)
    first.refresh_from_db()
    assert first.state == "diganti"
    assert fresh is not None
    assert fresh.rater_id not in {first.rater_id, sri.pk, office.head.pk}
    assert len(raters(round, sri, "rekan")) == 5
    assert [one.to_state for one in first.transitions.order_by("sequence")] == ["disanggah", "diganti"]


def test_an_objection_that_is_not_granted_leaves_the_rater_and_both_need_a_reason(office: Office, cast: Cast) -> None:
    round, sri = make_round(), office.members[0]
    first = raters(round, sri, "rekan")[0]
    with pytest.raises(Refused, match="alasan tertulis"):
        rounds.object_to(rater=first, reason=" ", by=voice(cast.sri), on=TODAY)
    rounds.object_to(rater=first, reason="Jarang bertemu.", by=voice(cast.sri), on=TODAY)
    assert rounds.settle(rater=first, granted=False, reason="Satu tim.", by=voice(cast.yuliana), on=TODAY) is None
    first.refresh_from_db()
    assert first.state == "aktif"


def test_only_the_person_objects_only_in_its_days_and_never_to_the_leader(office: Office, cast: Cast) -> None:
    round, sri = make_round(), office.members[0]
    peer, leader = raters(round, sri, "rekan")[0], raters(round, sri, "pimpinan")[0]
    given = {"reason": "Jarang bertemu.", "by": voice(cast.sri)}
    with pytest.raises(Refused, match="Hanya orang yang dinilai"):
        rounds.object_to(rater=peer, reason="Jarang bertemu.", by=voice(cast.hendra), on=TODAY)
    with pytest.raises(Refused, match="tidak dapat disanggah"):
        rounds.object_to(rater=leader, on=TODAY, **given)
    with pytest.raises(Refused, match="sudah lewat"):
        rounds.object_to(rater=peer, on=filling_day(round), **given)
    rounds.object_to(rater=peer, on=round.object_until, **given)


def test_the_objections_of_a_top_head_go_to_the_mayor(office: Office, cast: Cast) -> None:
    round = make_round()
    row = raters(round, office.head, "bawahan")[0]
    rounds.object_to(rater=row, reason="Sedang diperiksa.", by=voice(cast.yuliana), on=TODAY)
    with pytest.raises(Refused):
        rounds.settle(rater=row, granted=True, reason="Benar.", by=voice(cast.yuliana), on=TODAY)
    rounds.settle(rater=row, granted=True, reason="Benar.", by=voice(cast.wali), on=TODAY)


def test_a_rater_who_hardly_knows_the_work_steps_back_and_another_is_named(office: Office) -> None:
    round, sri = make_round(), office.members[0]
    row = raters(round, sri, "rekan")[0]
    fresh = rounds.step_back(rater=row, reason="Belum pernah sekerja.", by=speaks(row.rater), on=filling_day(round))
    assert fresh is not None
    with pytest.raises(Refused, match="tidak lagi"):
        rounds.rate(rater=row, scores=all_the_same(4), words="", by=speaks(row.rater), on=filling_day(round))


# answering


def test_only_the_rater_answers_in_its_days_all_values_and_once(office: Office, cast: Cast) -> None:
    round, sri = make_round(), office.members[0]
    row = raters(round, sri, "rekan")[0]
    by, on = speaks(row.rater), filling_day(round)
    with pytest.raises(Refused, match="bukan untuk Anda"):
        rounds.rate(rater=row, scores=all_the_same(4), words="", by=voice(cast.sri), on=on)
    for day in (round.object_until, round.fill_until + timedelta(days=1)):
        with pytest.raises(Refused, match="Isian 360° diterima"):
            rounds.rate(rater=row, scores=all_the_same(4), words="", by=by, on=day)
    for scores in ({}, all_the_same(6), {**all_the_same(4), "sabar": 4}, {**all_the_same(4), "loyal": 0}):
        with pytest.raises(Refused, match="ketujuh"):
            rounds.rate(rater=row, scores=scores, words="", by=by, on=on)
    rounds.rate(rater=row, scores=all_the_same(4), words="", by=by, on=on)
    with pytest.raises(Refused, match="sudah diterima"):
        rounds.rate(rater=row, scores=all_the_same(1), words="", by=by, on=on)
    assert RaterAnswer.objects.get().scores == all_the_same(4)


def test_the_mayor_answers_for_the_heads_whom_nobody_else_leads(office: Office, cast: Cast) -> None:
    round = make_round()
    row = raters(round, office.head, "pimpinan")[0]
    with pytest.raises(Refused, match="bukan untuk Anda"):
        rounds.rate(rater=row, scores=all_the_same(5), words="", by=voice(cast.yuliana), on=filling_day(round))
    rounds.rate(rater=row, scores=all_the_same(5), words="", by=voice(cast.wali), on=filling_day(round))
    assert RaterTurn.objects.get().rater is None


def test_the_days_of_a_round_follow_each_other(office: Office) -> None:
    round = make_round()
    assert (round.object_until, round.fill_until) == (TODAY + timedelta(days=7), TODAY + timedelta(days=21))
    phases = [rounds.phase_of(round, TODAY + timedelta(days=days)) for days in (0, 7, 8, 21, 22)]
    assert phases == [Phase.OBJECTING, Phase.OBJECTING, Phase.FILLING, Phase.FILLING, Phase.OVER]


# closing


def test_a_round_is_not_counted_before_its_last_day_is_over(office: Office) -> None:
    round = make_round()
    with pytest.raises(Refused, match="masih diisi"):
        closing_round.close_all(round, by=BY, on=round.fill_until, tell=silent)


def test_the_result_is_the_rules_and_becomes_the_record_that_talent_reads(office: Office) -> None:
    round, sri = make_round(), office.members[0]
    rate_all(round, sri, 4, group="rekan", words="Menjelaskan jadwal dengan sabar.")
    rate_all(round, sri, 5, group="pimpinan")
    closed = close(round)
    assert (closed.with_predicate, closed.without) == (1, 8)
    result = RoundResult.objects.get(employee=sri)
    assert (result.predicate, str(result.score), result.raters) == ("sangat_baik", "4.57", 6)  # (40*5 + 30*4) / 70
    record = Feedback360Record.objects.get(employee=sri)
    assert (record.year, record.predicate, record.raters, record.source) == (2026, "sangat_baik", 6, "keputusan")
    found = bulk_facts.feedback(on=round.fill_until + timedelta(days=1), known_at=record.recorded_at)
    assert found[sri.pk][0] == "sangat_baik"


def test_what_is_kept_holds_averages_of_groups_and_no_answer(office: Office) -> None:
    round, sri = make_round(), office.members[0]
    for place, row in enumerate(raters(round, sri, "rekan")):
        scores = {**all_the_same(4), "akuntabel": 1 + place}
        rounds.rate(rater=row, scores=scores, words=f"Catatan {place}", by=speaks(row.rater), on=filling_day(round))
    close(round)
    (group,) = json.loads(RoundResult.objects.get(employee=sri).content)["kelompok"]
    assert (group["kelompok"], group["penilai"], group["nilai"]["akuntabel"]) == (["rekan"], 5, "3.00")
    assert sorted(group["catatan"]) == [f"Catatan {place}" for place in range(5)]
    assert (RaterAnswer.objects.count(), RaterTurn.objects.count()) == (0, 0)


@pytest.mark.parametrize(("answering", "counted"), [(2, False), (3, True)])
def test_two_peers_are_not_counted_and_three_are(office: Office, answering: int, counted: bool) -> None:
    round, sri = make_round(), office.members[0]
    for row in raters(round, sri, "rekan")[:answering]:
        rounds.rate(rater=row, scores=all_the_same(2), words="Rahasia", by=speaks(row.rater), on=filling_day(round))
    close(round)
    result = RoundResult.objects.get(employee=sri)
    assert (bool(result.predicate), "Rahasia" in result.content) == (counted, counted)
    assert Feedback360Record.objects.filter(employee=sri).exists() == counted


def test_two_of_the_team_are_counted_together_with_the_peers(cast: Cast) -> None:
    above = make_office([], name="Dinas Contoh")
    heads = [make_office([], size=2, parent=above.unit, name=f"Seksi {place}").head for place in range(4)]
    round = make_round()
    rate_all(round, heads[0], 5, group="rekan")
    rate_all(round, heads[0], 1, group="bawahan")
    close(round)
    result = RoundResult.objects.get(employee=heads[0])
    (group,) = json.loads(result.content)["kelompok"]
    assert (group["kelompok"], group["penilai"], result.raters) == (["rekan", "bawahan"], 5, 5)


def test_closing_goes_on_after_a_kill_and_gives_nobody_two_results(office: Office, cast: Cast, monkeypatch) -> None:
    monkeypatch.setattr(closing_round, "BLOCK", 4)
    round = make_round()
    for person in office.members:
        rate_all(round, person, 4, group="rekan")

    def dies(done: int, total: int, said: str) -> None:
        raise KeyboardInterrupt

    after = round.fill_until + timedelta(days=1)
    with pytest.raises(KeyboardInterrupt):
        closing_round.close_all(round, by=BY, on=after, tell=dies)
    assert RoundResult.objects.count() == 4
    round.refresh_from_db()
    assert round.state == "dihitung"
    again = closing_round.close_all(round, by=BY, on=after, tell=silent)
    assert again.with_predicate + again.without == 5
    assert RoundResult.objects.count() == 9
    assert Feedback360Record.objects.count() == 8
    round.refresh_from_db()
    assert round.state == "ditutup"
    with pytest.raises(Refused):
        close(round)


def test_nobody_answers_once_the_counting_has_begun(office: Office) -> None:
    round, sri = make_round(), office.members[0]
    row = raters(round, sri, "rekan")[0]
    closing_round.stop_answers(round=round, by=BY, on=round.fill_until + timedelta(days=1))
    with pytest.raises(Refused, match="Isian 360° diterima"):
        rounds.rate(rater=row, scores=all_the_same(4), words="", by=speaks(row.rater), on=filling_day(round))


def test_the_job_closes_and_says_what_it_did(office: Office, cast: Cast, freeze) -> None:
    round = make_round()
    rate_all(round, office.members[0], 4, group="rekan")
    freeze(round.fill_until + timedelta(days=1))
    job = queue.start(jobs.close_round, by=cast.lestari, round=round.pk, user=cast.lestari.pk)
    queue.run_pending()
    assert Job.objects.get(pk=job.pk).result == "1 pegawai mendapat predikat; pada 8 orang penjawabnya belum cukup."


def test_results_objections_and_moves_are_sealed(office: Office, cast: Cast) -> None:
    round, sri = make_round(), office.members[0]
    rounds.object_to(rater=raters(round, sri, "rekan")[0], reason="Jarang bertemu.", by=voice(cast.sri), on=TODAY)
    close(round)
    for table in ("feedback_roundresult", "feedback_rater_transition", "feedback_round_transition"):
        assert verify_table(connection, table) == []
        with connection.cursor() as cursor:
            cursor.execute("SELECT count(*) FROM ledger_entry WHERE table_name = %s", [table])
            assert cursor.fetchone()[0] > 0
