"""An objection: in time, with evidence, answered by somebody else; a granted one counts everybody anew."""

from datetime import timedelta

import pytest

from jenjang.kernel import clock
from jenjang.law.errors import Refused
from jenjang.performance.models import AppraisalRecord
from jenjang.selection import decisions, moves, objections
from jenjang.selection.models import Run
from tests.factories import people
from tests.factories.decisions import assessed, choice, make_scan, proposed

WORDS = "Predikat tahun 2025 saya sangat baik menurut keputusan terlampir, bukan baik."


def entry_of(made, place=1):
    return Run.objects.get(vacancy=made.vacancy).entries.get(employee=made.people[place])


def opened_on(made):
    return clock.day_of(Run.objects.filter(vacancy=made.vacancy).first().computed_at)


def file(made, place=1, **facts):
    said = {"about": "kinerja", "words": WORDS, "on": opened_on(made), "evidence": []} | facts
    return objections.file_objection(entry=entry_of(made, place), by=made.users[place], **said)


def test_an_objection_with_evidence_is_filed_and_says_by_when_it_is_answered(cast):
    made = assessed(cast)
    objection = file(made, evidence=[(make_scan(made.users[1]), "SK predikat")])
    assert objection.evidence.count() == 1
    assert objection.answer_by > objection.closes_on - timedelta(days=30)
    assert objections.is_open(objection)


def test_after_the_last_day_it_is_refused_and_names_the_day(cast):
    made = assessed(cast)
    closes = objections.window(entry_of(made).run, opened_on(made)).result.closes_on
    file(made, on=closes)
    with pytest.raises(Refused, match="hari terakhir"):
        file(made, place=2, on=closes + timedelta(days=1))


def test_only_ones_own_line_once_about_each_part_and_in_words(cast):
    made = assessed(cast)
    file(made)
    with pytest.raises(Refused, match="sudah Anda persoalkan"):
        file(made)
    with pytest.raises(Refused, match="paling sedikit 30 huruf"):
        file(made, about="potensial", words="......................................")
    with pytest.raises(Refused, match="hasil sendiri"):
        objections.file_objection(
            entry=entry_of(made, 2), about="kinerja", words=WORDS, evidence=[], by=made.users[1], on=opened_on(made)
        )


def test_a_withdrawn_one_may_be_filed_again(cast):
    made = assessed(cast)
    objection = file(made)
    with pytest.raises(Refused):
        objections.withdraw(objection=objection, by=made.users[2])
    objections.withdraw(objection=objection, by=made.users[1])
    assert not objections.is_open(objection)
    file(made)


def test_who_computed_the_ranking_does_not_answer(cast):
    made = assessed(cast)
    with pytest.raises(Refused, match="Yang menghitung peringkat"):
        objections.answer(objection=file(made), granted=False, words=WORDS, by=cast.lestari, on=opened_on(made))


def test_a_granted_objection_makes_a_new_run_beside_the_old(cast):
    made = assessed(cast)
    objection = file(made)
    people.mend(AppraisalRecord.objects.get(employee=made.people[1], year=2025), predicate="sangat_baik")
    answer = objections.answer(objection=objection, granted=True, words=WORDS, by=cast.rahmat, on=opened_on(made))
    old, new = objection.entry.run, answer.new_run
    assert (new.number, new.supersedes_id) == (old.number + 1, old.pk)
    assert new.entries.get(employee=made.people[1]).score > objection.entry.score
    assert old.entries.get(pk=objection.entry_id).score == objection.entry.score
    assert moves.state_of(objection) == "diterima"


def test_a_refused_one_is_answered_in_words_and_changes_nothing(cast):
    made = assessed(cast)
    objection = file(made)
    with pytest.raises(Refused, match="huruf"):
        objections.answer(objection=objection, granted=False, words="tidak", by=cast.rahmat, on=opened_on(made))
    objections.answer(objection=objection, granted=False, words=WORDS, by=cast.rahmat, on=opened_on(made))
    assert Run.objects.filter(vacancy=made.vacancy).count() == 1
    with pytest.raises(Refused, match="belum dijawab"):
        objections.answer(objection=objection, granted=True, words=WORDS, by=cast.rahmat, on=opened_on(made))


def test_nothing_is_decided_while_an_objection_waits(cast):
    made = proposed(cast)
    file(made)
    with pytest.raises(Refused, match="1 keberatan belum dijawab"):
        decisions.decide(vacancy=made.vacancy, choice=choice(made), by=cast.wali, on=opened_on(made))
