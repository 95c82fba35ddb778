"""Answers without a name: no way from an answer to a person, no group too small, and never an answer alone."""

import itertools
from collections import Counter
from collections.abc import Callable
from datetime import date, timedelta

import pytest
from django.apps import apps
from django.db import connection, models

from jenjang.feedback import deposit, pulses, rounds, upward
from jenjang.feedback.models import (
    Answer,
    PulseAnswer,
    PulseGroup,
    PulseTurn,
    RaterAnswer,
    RaterTurn,
    Turn,
    UpwardAnswer,
    UpwardTurn,
)
from jenjang.feedback.queries_pulse import trend
from jenjang.kernel.models import Notice
from jenjang.law.errors import Refused
from tests import cast as people
from tests.at_once import DONE, REFUSED, at_once
from tests.cast import Cast
from tests.factories import feedback as made
from tests.factories.feedback import TODAY, fill_pulse, make_office, make_round, rate_all, voice, write_upward
from tests.factories.people import BY

MONDAY = TODAY + timedelta(days=7)
PAIRS = [(UpwardTurn, UpwardAnswer), (RaterTurn, RaterAnswer), (PulseTurn, PulseAnswer)]
# What an answer may say beside its content: whom or which unit it is about, which quarter, round or week.
ALLOWED = {"id", "leader", "quarter", "week", "lot", "round", "employee", "group", "pulse", "unit"}
CONTENT = {"value", "text", "scores", "words", "guided", "heard", "fair", "safe", "growing"}


def kinds(base: type[models.Model]) -> set[type[models.Model]]:
    return {model for model in apps.get_models() if issubclass(model, base)}


def test_these_are_all_tables_of_turns_and_answers() -> None:
    assert kinds(Turn) == {turn for turn, _ in PAIRS}
    assert kinds(Answer) == {answer for _, answer in PAIRS}


@pytest.mark.parametrize("answer", [answer for _, answer in PAIRS])
def test_an_answer_has_no_writer_no_account_no_time_finer_than_the_week_and_no_counter(answer) -> None:
    fields = answer._meta.get_fields()
    assert {field.name for field in fields} <= ALLOWED | CONTENT
    assert not [field for field in fields if isinstance(field, models.DateTimeField | models.TimeField)]
    assert "accounts" not in {field.related_model._meta.app_label for field in fields if field.related_model}
    assert isinstance(answer._meta.pk, models.UUIDField)


@pytest.mark.parametrize(("turn", "answer"), PAIRS)
def test_no_key_leads_from_an_answer_to_a_turn_or_back(turn, answer) -> None:
    for one, other in ((turn, answer), (answer, turn)):
        assert other not in {field.related_model for field in one._meta.get_fields()}
    assert isinstance(turn._meta.pk, models.UUIDField)
    assert not [
        field
        for field in turn._meta.get_fields()
        if isinstance(field, models.DateTimeField | models.DateField) and field.name != "quarter"
    ]


@pytest.mark.parametrize(("turn", "answer"), PAIRS)
def test_neither_is_sealed_nor_counted_by_a_sequence(turn, answer) -> None:
    from jenjang.ledger import schemas

    tables = [turn._meta.db_table, answer._meta.db_table]
    with connection.cursor() as cursor:
        assert not set(tables) & set(schemas.sealed_tables(cursor))
        cursor.execute(
            "SELECT column_name FROM information_schema.columns WHERE table_name = ANY(%s) AND column_default IS NOT NULL",
            [tables],
        )
        assert cursor.fetchall() == []


@pytest.fixture
def office(cast: Cast) -> made.Office:
    return make_office([cast.sri, cast.hendra, cast.budi], size=9, head_user=cast.yuliana)


def places(model) -> list[tuple[str, str]]:
    """In which transaction each row was written, and where it lies: what a superuser sees without asking the program."""
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT xmin::text, ctid::text, id::text FROM {model._meta.db_table}")  # noqa: S608
        return cursor.fetchall()


def test_one_transaction_wrote_all_turns_and_all_answers_of_a_group_whoever_came_last(committed_db, freeze) -> None:
    cast = people.make()
    freeze(TODAY)
    office = make_office([cast.sri, cast.hendra, cast.budi], head_user=cast.yuliana)
    before: set[str] = set()
    for count, member in enumerate(office.members, start=1):
        write_upward([member])
        turns, answers = places(UpwardTurn), places(UpwardAnswer)
        assert len(turns) == len(answers) == count
        assert len({xmin for xmin, *_ in (*turns, *answers)}) == 1
        keys = {key for *_, key in (*turns, *answers)}
        assert not keys & before  # no key lives on: two copies of the table cannot be laid over each other by it
        before = keys


def test_the_newest_answer_lies_anywhere(office, freeze) -> None:
    freeze(TODAY)
    where = Counter()
    for day in (date(2026, month, 3) for month in (1, 4, 7, 10)):
        for leader_of_others in range(8):
            texts = [f"{day} {leader_of_others} {place}" for place in range(4)]
            for text in texts:
                answer = UpwardAnswer(leader=office.head, quarter=day, week=day, value="loyal", text=text)
                deposit.mix(UpwardAnswer.objects.filter(leader=office.head, quarter=day, text__in=texts), answer)
            lie = [row.text for row in sorted(UpwardAnswer.objects.filter(text__in=texts), key=_ctid)]
            where[lie.index(texts[-1])] += 1
    assert len(where) > 1  # were it always put last, there would be one place


def _ctid(row) -> tuple[int, int]:
    with connection.cursor() as cursor:
        cursor.execute("SELECT ctid::text FROM feedback_upwardanswer WHERE id = %s", [row.pk])
        block, line = cursor.fetchone()[0].strip("()").split(",")
        return int(block), int(line)


# upward


def test_two_are_held_back_and_three_are_shown_together_when_their_week_is_over(office, cast) -> None:
    write_upward(office.members[:2])
    assert upward.publish(MONDAY) == 0
    write_upward(office.members[2:3])
    assert upward.publish(TODAY + timedelta(days=6)) == 0, "the week is not over"
    assert UpwardAnswer.objects.filter(lot=None).count() == 3
    assert upward.publish(MONDAY) == 1
    assert set(UpwardAnswer.objects.values_list("lot", flat=True)) == {MONDAY}
    assert Notice.objects.get(user=cast.yuliana).text == "Ada umpan balik tanpa nama dari tim Anda."


def test_one_more_never_appears_alone_beside_those_that_are_shown(office) -> None:
    write_upward(office.members[:3])
    upward.publish(MONDAY)
    shown = set(UpwardAnswer.objects.exclude(lot=None).values_list("pk", flat=True))
    for place, week in zip((3, 4), itertools.count(1), strict=False):
        write_upward([office.members[place]], on=TODAY + timedelta(weeks=week))
        assert upward.publish(TODAY + timedelta(weeks=week + 1)) == 0
        assert set(UpwardAnswer.objects.exclude(lot=None).values_list("pk", flat=True)) == shown
    write_upward([office.members[5]], on=TODAY + timedelta(weeks=3))
    assert upward.publish(TODAY + timedelta(weeks=4)) == 1
    assert Counter(UpwardAnswer.objects.values_list("lot", flat=True)) == {MONDAY: 3, TODAY + timedelta(weeks=4): 3}


def test_who_writes_in_the_running_week_waits_also_when_others_are_shown(office) -> None:
    write_upward(office.members[:3])
    write_upward(office.members[3:4], on=MONDAY)
    upward.publish(MONDAY)
    assert UpwardAnswer.objects.filter(lot=None).count() == 1


def test_what_is_too_little_when_the_quarter_is_over_is_deleted_unread(office) -> None:
    write_upward(office.members[:2], on=date(2026, 12, 30))
    assert upward.publish(date(2027, 1, 2)) == 0
    assert UpwardAnswer.objects.count() == 2, "its last week is not over"
    assert upward.publish(date(2027, 1, 4)) == 0
    assert UpwardAnswer.objects.count() == 0


def test_a_team_of_two_is_told_why_it_cannot_write_without_a_name(cast) -> None:
    make_office([cast.sri, cast.hendra], head_user=cast.yuliana)
    with pytest.raises(Refused, match="2 orang dinilai pimpinan ini; perlu sedikitnya 3"):
        upward.write(writer=voice(cast.sri), value="loyal", text="Rapat dimulai tepat waktu.", on=TODAY)


def test_nobody_writes_twice_in_a_quarter_and_nobody_without_a_leader(office, cast) -> None:
    write_upward(office.members[:1])
    with pytest.raises(Refused, match="sudah menulis triwulan ini"):
        upward.write(writer=voice(cast.sri), value="loyal", text="Sekali lagi.", on=TODAY)
    assert (UpwardTurn.objects.count(), UpwardAnswer.objects.count()) == (1, 1)
    write_upward(office.members[:1], on=date(2027, 1, 5))
    with pytest.raises(Refused, match="kepala daerah"):
        upward.write(writer=voice(cast.yuliana), value="loyal", text="Rapat tepat waktu.", on=TODAY)


def test_writing_tells_nobody(office) -> None:
    write_upward(office.members[:3])
    assert Notice.objects.count() == 0


# 360


def test_answers_of_a_round_say_nothing_of_their_raters_and_end_with_it(office) -> None:
    round = make_round()
    member = office.members[0]
    count = rate_all(round, member, 4, group="rekan", words="Menjelaskan dengan sabar.")
    assert (
        RaterTurn.objects.filter(employee=member).count()
        == RaterAnswer.objects.filter(employee=member).count()
        == count
    )
    rounds.cancel_round(round=round, reason="Salah tanggal.", by=BY)
    assert (RaterTurn.objects.count(), RaterAnswer.objects.count()) == (0, 0)


# pulse


@pytest.fixture
def pulse(cast):
    return pulses.open_pulse(by=BY, on=TODAY)


def close(pulse) -> None:
    pulses.close(pulse=pulse, on=pulse.closes_on + timedelta(days=1))


def test_four_answers_of_a_unit_are_joined_to_the_unit_above_and_five_stand_alone(cast, pulse) -> None:
    above = make_office([], size=5, name="Dinas Contoh")
    small = make_office([], size=4, parent=above.unit, name="Seksi Kecil")
    large = make_office([], size=5, parent=above.unit, name="Seksi Besar")
    for office, score in ((above, 3), (small, 5), (large, 1)):
        fill_pulse(pulse, office.members, score)
    close(pulse)
    groups = {group.unit_id: (group.answers, group.heard) for group in PulseGroup.objects.all()}
    assert groups == {above.unit.pk: (9, 3 * 5 + 5 * 4), large.unit.pk: (5, 5)}


def test_groups_never_overlap_so_that_none_is_the_difference_of_two(cast, pulse) -> None:
    above = make_office([], size=6, name="Dinas Contoh")
    offices = [
        above,
        *(make_office([], size=size, parent=above.unit, name=f"Seksi {size}") for size in (1, 2, 4, 5, 7)),
    ]
    for office in offices:
        fill_pulse(pulse, office.members)
    close(pulse)
    groups = list(PulseGroup.objects.prefetch_related("members"))
    units = [member.unit_id for group in groups for member in group.members.all()]
    assert len(units) == len(set(units)) == len(offices)
    for size in range(1, len(groups) + 1):
        for some in itertools.combinations(groups, size):
            assert sum(group.answers for group in some) >= 5
    assert sum(group.answers for group in groups) == 25


def shown(unit: int | None = None) -> list[tuple[int, int]]:
    """What a page says of a unit in each quarter: answers, and the sum of one question; nothing where it says nothing."""
    return [(one.answers, one.sums[0]) if one.is_shown and not one.joined else (0, 0) for one in trend(unit)]


def test_no_two_pages_of_a_quarter_differ_by_less_than_a_group(cast, pulse) -> None:
    above = make_office([], size=6, name="Dinas Contoh")
    middle = make_office([], size=3, parent=above.unit, name="Bidang Tengah")
    small = make_office([], size=4, parent=middle.unit, name="Seksi Kecil")
    large = make_office([], size=5, parent=middle.unit, name="Seksi Besar")
    lonely = make_office([], size=1, name="Kantor Sendiri")
    for office in (above, middle, small, large, lonely):
        fill_pulse(pulse, office.members)
    close(pulse)
    pages = [shown(unit) for unit in (None, *(one.unit.pk for one in (above, middle, small, large, lonely)))]
    counts = sorted({answers for ((answers, _),) in pages})
    assert counts[0] == 0
    assert counts[-1] == 18, "the one who is alone is in no sum either"
    assert all(later - earlier >= 5 for earlier, later in itertools.pairwise(counts))


def test_each_quarter_is_counted_from_its_own_answers_which_are_gone_before_the_next(cast) -> None:
    office = make_office([], size=5)
    for opened, newcomers, score in ((TODAY - timedelta(days=92), 0, 4), (TODAY, 1, 2)):
        pulse = pulses.open_pulse(by=BY, on=opened)
        more = [made.make_employee(f"Pegawai Baru {place}", unit=office.unit) for place in range(newcomers)]
        fill_pulse(pulse, [*office.members, *more], score)
        close(pulse)
        assert PulseAnswer.objects.count() == 0
    assert shown(office.unit.pk) == [(5, 5 * 4), (6, 6 * 2)], "no quarter is the one before it and one answer more"
    keys = list(PulseTurn.objects.values_list("pk", flat=True))
    assert len(set(keys)) == 11, "a turn of one quarter has nothing in common with the same person's turn of another"


def test_what_is_too_small_up_to_the_top_is_shown_nowhere_not_even_in_the_sum(cast, pulse) -> None:
    above = make_office([], size=2, name="Dinas Contoh")
    large = make_office([], size=5, parent=above.unit, name="Seksi Besar")
    for office in (above, large):
        fill_pulse(pulse, office.members)
    close(pulse)
    pulse.refresh_from_db()
    assert [group.answers for group in PulseGroup.objects.all()] == [5]
    assert (pulse.left_out, PulseAnswer.objects.count()) == (2, 0)


def test_nothing_of_a_pulse_is_counted_while_it_is_open(cast, pulse) -> None:
    office = make_office([], size=6)
    fill_pulse(pulse, office.members)
    assert PulseGroup.objects.count() == 0
    with pytest.raises(Refused, match="masih diisi sampai"):
        pulses.close(pulse=pulse, on=pulse.closes_on)
    close(pulse)
    with pytest.raises(Refused, match="sudah dihitung"):
        close(pulse)


# two at once


def test_two_at_once_are_both_kept_and_one_who_presses_twice_is_kept_once(committed_db) -> None:
    cast = people.make()
    office = make_office([cast.sri, cast.hendra, cast.budi], head_user=cast.yuliana)
    speakers = [voice(cast.sri), voice(cast.sri), voice(cast.hendra), voice(cast.budi)]

    def writing(place: int) -> Callable[[], object]:
        words = f"Rapat tepat waktu {place}."
        return lambda: upward.write(writer=speakers[place], value="loyal", text=words, on=TODAY)

    assert at_once(*map(writing, range(len(speakers)))) == [REFUSED, DONE, DONE, DONE]
    assert UpwardAnswer.objects.count() == UpwardTurn.objects.count() == 3
    assert set(UpwardTurn.objects.values_list("employee_id", flat=True)) == {one.pk for one in office.members}
