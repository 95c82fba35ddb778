"""Two at once, twice the same, and a connection that dies in the middle: marks, decision, signature, oath."""

from collections.abc import Callable

import pytest
from django.db import OperationalError, connection, transaction

from jenjang.accounts.models import RoleGrant
from jenjang.accounts.roles import Role
from jenjang.kernel import signing
from jenjang.kernel.models import IssuedNumber
from jenjang.law.errors import Refused
from jenjang.ledger import attributed, keys
from jenjang.ledger.models import Entry
from jenjang.ledger.verify import verify
from jenjang.personnel.models import PositionRecord
from jenjang.selection import decisions, decrees, inaugurations, interests, marking, moves
from jenjang.selection.models import (
    Decision,
    Decree,
    DecreeOrder,
    Mark,
    MarkDraft,
    MarkSheet,
    MergedMark,
    OfficialInterest,
)
from tests import cast as people
from tests.at_once import DONE, REFUSED, at_once
from tests.factories.decisions import ceremony, choice, decided, forwarded, proposed
from tests.factories.panels import board_in_session, member
from tests.factories.people import BY
from tests.factories.selection import ON
from tests.integration.selection.test_panel import STAGE, declare_all, lock, type_marks


@pytest.fixture
def actors(committed_db, freeze):
    freeze(ON)
    signing.make_key()
    keys.ensure()
    return people.make()


def cut(*_: object, **__: object) -> None:
    """The database ends this connection, as when a server falls over."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_terminate_backend(pg_backend_pid())")


def counts() -> tuple[int, ...]:
    return tuple(
        model.objects.count() for model in (Decision, DecreeOrder, Decree, IssuedNumber, PositionRecord, Entry)
    )


def dies(step: Callable[[], object]) -> None:
    """The step loses its connection, and nothing of it is there on the next one."""
    before = counts()
    with pytest.raises(OperationalError):
        step()
    connection.close()
    assert counts() == before


def ready_to_lock(actors):
    with transaction.atomic():
        panel = board_in_session(actors)
    board = (actors.budi, actors.ratna, actors.agus)
    declare_all(panel, *board)
    for user in board:
        type_marks(panel, user)
    return panel, board


def test_the_last_two_who_lock_at_once_merge_the_marks_exactly_once(actors):
    panel, (first, *last) = ready_to_lock(actors)
    lock(panel, first)
    assert at_once(*(lambda user=user: lock(panel, user) for user in last), on=ON) == [DONE, DONE]
    assert MarkSheet.objects.count() == len((first, *last))
    assert sorted(MergedMark.objects.values_list("markers", flat=True)) == [3, 3]
    assert [step.to_state for step in panel.vacancy.transitions.order_by("sequence")].count("diperingkat") == 2
    assert moves.state_of(panel.vacancy) == "diperingkat"
    assert verify(connection)["ok"]


def test_one_sheet_locked_twice_at_once_is_sealed_once(actors):
    panel, (first, *_) = ready_to_lock(actors)
    assert at_once(lambda: lock(panel, first), lambda: lock(panel, first), on=ON) == [REFUSED, DONE]
    assert MarkSheet.objects.count() == 1
    sealed = Mark.objects.values_list("candidate", "aspect")
    assert len(sealed) == len(set(sealed))


def test_the_same_marks_posted_twice_at_once_stay_one_draft(actors):
    panel, (first, *_) = ready_to_lock(actors)
    drafts = MarkDraft.objects.filter(member=member(panel, first)).count()
    assert at_once(lambda: type_marks(panel, first, 77), lambda: type_marks(panel, first, 77), on=ON) == [DONE, DONE]
    own = MarkDraft.objects.filter(member=member(panel, first), component=STAGE)
    assert own.count() == drafts
    assert {draft.score for draft in own if draft.aspect} == {77}


def test_marks_that_lose_their_connection_while_they_merge_are_not_half_there(actors, monkeypatch):
    panel, (first, second, third) = ready_to_lock(actors)
    lock(panel, first)
    lock(panel, second)
    with monkeypatch.context() as broken:
        broken.setattr(marking, "_pass_on", cut)
        dies(lambda: lock(panel, third))
    assert MarkSheet.objects.count() == 2
    assert not MergedMark.objects.exists()
    assert MarkDraft.objects.filter(member=member(panel, third)).exists()
    lock(panel, third)
    assert MergedMark.objects.count() == 2


def test_two_heads_who_decide_at_once_leave_one_decision(actors):
    made = proposed(actors)
    with transaction.atomic(), attributed(by=BY):
        RoleGrant.objects.create(user=actors.marlina, role=Role.APPOINTING_AUTHORITY, since=ON, reason="uji")

    def deciding(user, place):
        return lambda: decisions.decide(vacancy=made.vacancy, choice=choice(made, place), by=user, on=ON)

    assert at_once(deciding(actors.wali, 1), deciding(actors.marlina, 2), on=ON) == [REFUSED, DONE]
    assert Decision.objects.count() == 1
    with pytest.raises(Refused):
        decisions.decide(vacancy=made.vacancy, choice=choice(made), by=actors.wali, on=ON)


def test_the_same_declaration_sent_twice_at_once_is_sealed_once(actors):
    made = forwarded(actors, declared=False)

    def declaring(place=None):
        told = [(made.candidates[place], "usaha", "Usaha bersama.")] if place is not None else []
        return lambda: interests.declare(vacancy=made.vacancy, interests=told, by=actors.wali, on=ON)

    assert at_once(declaring(), declaring(), on=ON) == [DONE, DONE]
    assert OfficialInterest.objects.count() == 1
    assert at_once(declaring(0), declaring(0), declaring(1), on=ON) == [DONE, DONE, DONE]
    assert OfficialInterest.objects.exclude(candidate=None).count() == 2
    assert verify(connection)["ok"]


def test_who_declares_an_interest_while_deciding_either_decides_before_or_is_barred(actors):
    made = proposed(actors)

    def declaring():
        told = [(made.candidates[1], "lain", "Baru teringat: pernah sekantor usaha.")]
        return interests.declare(vacancy=made.vacancy, interests=told, by=actors.wali, on=ON)

    def deciding():
        return decisions.decide(vacancy=made.vacancy, choice=choice(made), by=actors.wali, on=ON)

    assert at_once(declaring, deciding, on=ON) == [REFUSED, DONE]  # whoever comes second finds what the first did
    assert Decision.objects.count() + OfficialInterest.objects.exclude(candidate=None).count() == 1
    assert verify(connection)["ok"]


def test_a_declaration_that_loses_its_connection_is_not_half_there(actors, monkeypatch):
    made = forwarded(actors, declared=False)

    def declaring():
        told = [(one, "usaha", "Usaha bersama.") for one in made.candidates[:2]]
        return interests.declare(vacancy=made.vacancy, interests=told, by=actors.wali, on=ON)

    with monkeypatch.context() as broken:
        broken.setattr(interests, "tell", cut)
        dies(declaring)
    assert not OfficialInterest.objects.exists()
    assert len(declaring()) == 2
    assert verify(connection)["ok"]


def test_a_decree_signed_twice_at_once_gets_one_number(actors):
    _, decision = decided(actors)
    numbers = IssuedNumber.objects.filter(text__startswith="821.2/").count()
    signing_it = [lambda: decrees.sign(decision=decision, by=actors.wali, on=ON)] * 2
    assert at_once(*signing_it, on=ON) == [REFUSED, DONE]
    assert DecreeOrder.objects.filter(decision=decision).count() == 2
    assert IssuedNumber.objects.filter(text__startswith="821.2/").count() == numbers + 1


def test_a_decision_that_loses_its_connection_leaves_nothing_and_can_be_made_again(actors, monkeypatch):
    made = proposed(actors)

    def deciding():
        return decisions.decide(vacancy=made.vacancy, choice=choice(made), by=actors.wali, on=ON)

    with monkeypatch.context() as broken:
        broken.setattr(decisions, "tell", cut)
        dies(deciding)
    assert moves.state_of(made.vacancy) == "diusulkan"
    assert deciding().chosen == made.candidates[0]
    assert verify(connection)["ok"]


def test_a_signature_that_loses_its_connection_gives_its_number_back(actors, monkeypatch):
    _, decision = decided(actors)

    def sign():
        return decrees.sign(decision=decision, by=actors.wali, on=ON)

    with monkeypatch.context() as broken:
        broken.setattr("jenjang.selection.links.tell", cut)
        dies(sign)
    first = sign()[0]
    assert first.number == "821.2/1/BKPSDM-2026"
    assert verify(connection)["ok"]


def test_an_oath_that_loses_its_connection_enters_no_post(actors, monkeypatch):
    made, decision = decided(actors)
    for one in decrees.sign(decision=decision, by=actors.wali, on=ON):
        decrees.finish(one.pk)

    def inaugurate():
        return inaugurations.inaugurate(decision=decision, ceremony=ceremony(), by=actors.lestari, on=ON)

    with monkeypatch.context() as broken:
        broken.setattr(inaugurations.kernel, "notify", cut)
        dies(inaugurate)
    assert moves.state_of(made.vacancy) == "ditetapkan"
    assert at_once(inaugurate, inaugurate, on=ON) == [REFUSED, DONE]
    assert PositionRecord.objects.filter(source="keputusan").count() == 1
    assert verify(connection)["ok"]
