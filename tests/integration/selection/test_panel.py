"""The board in session: who may mark whom, who steps back, and how marks become one."""

import re
from datetime import date
from decimal import Decimal

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from jenjang.accounts.roles import Role
from jenjang.law.errors import Refused
from jenjang.personnel.models import KinshipRecord
from jenjang.selection import candidates, marking, moves, panels, ties
from jenjang.selection.bench import bench_of
from jenjang.selection.marking import Typed
from jenjang.selection.models import Mark, MarkDraft, MarkSheet, MergedMark, Recusal, Replacement, Tie
from jenjang.selection.queries_panel import waiting_works
from tests.factories import people
from tests.factories.panels import (
    DECREE,
    board_in_session,
    board_of,
    candidate,
    make_board,
    make_open_vacancy,
    make_user,
    member,
    member_named,
    say_willing,
)
from tests.factories.selection import ON, make_candidate, make_run, make_vacancy

STAGE = "tim_penilai"
ASPECTS = ("kesesuaian", "hasil_kerja", "integritas")


def declare_all(panel, *users):
    for user in users:
        ties.declare(member=member(panel, user), interests=[], by=user, on=ON)


def type_marks(panel, user, score=80, note=""):
    own = member(panel, user)
    cells = [Typed(one.pk, aspect, Decimal(score)) for one in bench_of(panel, ON).marked_by(own) for aspect in ASPECTS]
    cells += [Typed(one.pk, "", None, note) for one in bench_of(panel, ON).marked_by(own) if note]
    marking.save_draft(member=own, stage=STAGE, typed=cells, by=user, on=ON)


def lock(panel, user):
    return marking.lock_sheet(member=member(panel, user), stage=STAGE, by=user, on=ON)


@pytest.fixture
def board(cast):
    return board_in_session(cast)


def test_a_board_of_two_is_refused_and_says_why(cast):
    vacancy = make_vacancy(cast.lestari)
    with pytest.raises(Refused, match="harus 3 sampai 9"):
        panels.form_panel(vacancy=vacancy, people=board_of(cast)[:2], by=cast.lestari, on=ON, **DECREE)


def test_a_selection_panel_is_odd_and_mostly_from_outside(cast):
    vacancy = make_open_vacancy(cast)
    outside = [make_user(f"luar.{place}", f"Ahli {place}", Role.PANEL) for place in range(4)]
    named = [member_named(cast.marlina, "ketua", internal=False)]
    named += [member_named(user, internal=False) for user in outside[:2]]
    named += [member_named(cast.budi), member_named(cast.ratna)]
    panel = panels.form_panel(vacancy=vacancy, people=named, by=cast.lestari, on=ON, **DECREE)
    assert panel.members.count() == 5
    decision = panels.composition(vacancy, [*named, member_named(cast.agus)], panels.law_of_vacancy(vacancy, ON))
    assert {finding.code for finding in decision.objections} == {"ganjil", "internal"}


def test_marking_waits_for_the_declaration_of_interests(cast, board):
    with pytest.raises(Refused, match="Pernyataan kepentingan"):
        type_marks(board, cast.budi)
    declare_all(board, cast.budi)
    type_marks(board, cast.budi)
    assert MarkDraft.objects.count() == 2 * len(ASPECTS)


def test_the_husbands_younger_brother_is_not_marked_and_the_reserve_steps_in(cast):
    reserve = make_user("198001012005011009", "Syafril Anwar", Role.BOARD)
    ratna = people.make_employee("Ratna Sari", user=cast.ratna, kind="jpt_pratama")
    husband = people.make_employee("Fauzi", sex="L")
    dedi = make_candidate("Dedi Kurniawan")
    people.give(
        KinshipRecord, ratna, date(2005, 1, 1), relation="suami", relative_name="Fauzi", relative_employee=husband
    )
    people.give(KinshipRecord, husband, date(1990, 1, 1), relation="adik", relative_name="Dedi", relative_employee=dedi)
    rina = make_candidate("Rina Wulandari", technical="90")
    vacancy = make_vacancy(cast.lestari)
    make_run(vacancy, cast.lestari)
    say_willing(vacancy, [dedi, rina], cast.lestari)
    panel = make_board(cast, vacancy, reserve)
    candidates.begin_assessment(vacancy=vacancy, by=cast.lestari, on=ON)

    tie = Tie.objects.get()
    assert (tie.relation, tie.degree, tie.certain) == ("adik kandung dari suami", 2, True)
    bench = bench_of(panel, ON)
    tied, brother = member(panel, cast.ratna), candidate(panel, "Dedi Kurniawan")
    assert not bench.may_mark(tied, brother)
    assert bench.stand_in(tied, brother).user == reserve
    assert bench.marked_by(member(panel, reserve)) == [brother]
    declare_all(panel, cast.ratna)
    with pytest.raises(Refused, match="tidak Anda nilai"):
        marking.save_draft(
            member=tied, stage=STAGE, typed=[Typed(brother.pk, "integritas", Decimal(80))], by=cast.ratna, on=ON
        )


def test_the_direct_superior_of_a_candidate_steps_back(cast):
    unit = people.make_unit("Bidang Contoh")
    head = people.make_seat(unit, title="Kepala Bidang Lama", is_head=True)
    budi = people.make_employee("Budi Santoso", seat=head, user=cast.budi)
    below = make_candidate("Rina Wulandari", unit=unit)
    vacancy = make_vacancy(cast.lestari)
    make_run(vacancy, cast.lestari)
    say_willing(vacancy, [below], cast.lestari)
    panel = make_board(cast, vacancy)
    candidates.begin_assessment(vacancy=vacancy, by=cast.lestari, on=ON)
    tie = Tie.objects.get()
    assert (tie.member.employee_id, tie.kind, tie.relation) == (budi.pk, "atasan_bawahan", "bawahan langsung")
    assert Recusal.objects.filter(member__panel=panel, tie=tie).exists()


def test_equal_name_and_birth_date_is_a_possible_tie_that_a_person_settles(cast):
    budi = people.make_employee("Budi Santoso", user=cast.budi, kind="jpt_pratama")
    rina = make_candidate("Rina Wulandari", birth=date(1988, 2, 3))
    people.give(KinshipRecord, budi, date(1988, 2, 3), relation="adik", relative_name="RINA  WULANDARI", relative_birth_date=date(1988, 2, 3))  # fmt: skip
    vacancy = make_vacancy(cast.lestari)
    make_run(vacancy, cast.lestari)
    say_willing(vacancy, [rina], cast.lestari)
    panel = make_board(cast, vacancy)
    candidates.begin_assessment(vacancy=vacancy, by=cast.lestari, on=ON)
    tie = Tie.objects.get()
    assert (tie.certain, tie.kind) == (False, "mungkin_keluarga")
    assert not Recusal.objects.exists()
    declare_all(panel, cast.budi)
    type_marks(panel, cast.budi)
    with pytest.raises(Refused, match="menunggu penegasan"):
        lock(panel, cast.budi)
    with pytest.raises(Refused, match="ditegaskan orang lain"):
        ties.rule_tie(tie=tie, holds=False, reason="Bukan adik saya.", by=cast.budi, on=ON)
    ties.rule_tie(tie=tie, holds=True, reason="Kartu keluarga 2019 menunjukkan adik.", by=cast.rahmat, on=ON)
    assert not bench_of(panel, ON).may_mark(member(panel, cast.budi), candidate(panel, "Rina Wulandari"))


def test_a_declared_interest_recuses_and_needs_words(cast, board):
    rina = candidate(board, "Rina Wulandari")
    with pytest.raises(Refused, match="jenis dan uraian"):
        ties.declare(member=member(board, cast.agus), interests=[(rina, "usaha", " ")], by=cast.agus, on=ON)
    ties.declare(
        member=member(board, cast.agus),
        interests=[(rina, "usaha", "Mitra dalam usaha penerbitan.")],
        by=cast.agus,
        on=ON,
    )
    assert Recusal.objects.get().declaration.kind == "usaha"


def test_marks_are_merged_only_when_all_have_locked(cast, board):
    declare_all(board, cast.budi, cast.ratna, cast.agus)
    for user, score in ((cast.budi, 70), (cast.ratna, 80)):
        type_marks(board, user, score)
        lock(board, user)
        assert not MergedMark.objects.exists()
    type_marks(board, cast.agus, 93, note="Hasil kerjanya dipakai kota lain.")
    lock(board, cast.agus)
    assert {(one.score, one.markers) for one in MergedMark.objects.all()} == {(Decimal("81.00"), 3)}
    assert moves.state_of(board.vacancy) == "diperingkat"
    assert not MarkDraft.objects.exists()


def test_an_empty_cell_and_a_missing_note_are_named(cast, board):
    declare_all(board, cast.budi)
    own = member(board, cast.budi)
    rina = candidate(board, "Rina Wulandari")
    marking.save_draft(member=own, stage=STAGE, typed=[Typed(rina.pk, "hasil_kerja", Decimal(92))], by=cast.budi, on=ON)
    decision = marking.locking_findings(bench_of(board, ON), own, STAGE, cast.budi)
    said = [finding.reason for finding in decision.objections]
    assert any("Rina Wulandari: 2 nilai kosong" in one for one in said)
    assert any("Dedi Kurniawan: 3 nilai kosong" in one for one in said)
    assert any("nilai 92 memerlukan catatan" in one for one in said)


def test_locking_twice_is_refused_and_seals_once(cast, board):
    declare_all(board, cast.budi)
    type_marks(board, cast.budi)
    lock(board, cast.budi)
    with pytest.raises(Refused, match="belum dikunci"):
        lock(board, cast.budi)
    assert MarkSheet.objects.count() == 1
    assert Mark.objects.count() == 2 * (len(ASPECTS) + 1)


def test_marks_after_merging_are_refused(cast, board):
    declare_all(board, cast.budi, cast.ratna, cast.agus)
    for user in (cast.budi, cast.ratna, cast.agus):
        type_marks(board, user)
        lock(board, user)
    reserve = ties.add_reserve(
        panel=board, person=member_named(make_user("198001012005011009", "Syafril"), "cadangan"), by=cast.lestari, on=ON
    )
    with pytest.raises(Refused, match="belum digabungkan"):
        marking.save_draft(member=reserve, stage=STAGE, typed=[], by=reserve.user, on=ON)


def test_a_failure_in_the_middle_leaves_nothing(cast, board, monkeypatch):
    declare_all(board, cast.budi)
    type_marks(board, cast.budi)

    def fall(*_, **__):
        raise RuntimeError("Listrik padam.")

    monkeypatch.setattr(marking, "_merge_when_ready", fall)
    with pytest.raises(RuntimeError):
        lock(board, cast.budi)
    assert not MarkSheet.objects.exists()
    assert not Mark.objects.exists()
    assert MarkDraft.objects.count() == 2 * len(ASPECTS)


def test_who_steps_back_last_holds_nobody_up(cast, board):
    """Two have locked; the third, who would still have to, may mark nobody any more: the marks become one at once."""
    declare_all(board, cast.budi, cast.ratna)
    for user in (cast.budi, cast.ratna):
        type_marks(board, user)
        lock(board, user)
    assert not MergedMark.objects.exists()
    both = [candidate(board, name) for name in ("Rina Wulandari", "Dedi Kurniawan")]
    interests = [(one, "afiliasi", "Pengurus koperasi yang sama.") for one in both]
    ties.declare(member=member(board, cast.agus), interests=interests, by=cast.agus, on=ON)
    assert {one.candidate for one in MergedMark.objects.all()} == set(both)


def test_too_few_markers_hold_the_merging_until_a_reserve_is_named(cast, board):
    rina = candidate(board, "Rina Wulandari")
    for user in (cast.agus, cast.ratna):
        ties.declare(
            member=member(board, user), interests=[(rina, "afiliasi", "Pengurus koperasi yang sama.")], by=user, on=ON
        )
    assert marking.round_of(bench_of(board, ON), STAGE).short_of_quorum == [rina]
    declare_all(board, cast.budi)
    for user in (cast.budi, cast.ratna, cast.agus):
        type_marks(board, user)
        lock(board, user)
    assert not MergedMark.objects.exists()
    reserve = make_user("198001012005011009", "Syafril Anwar")
    ties.add_reserve(panel=board, person=member_named(reserve, "cadangan"), by=cast.lestari, on=ON)
    assert Replacement.objects.get().candidate == rina
    declare_all(board, reserve)
    type_marks(board, reserve)
    lock(board, reserve)
    assert {one.markers for one in MergedMark.objects.all()} == {2, 3}


def test_a_mark_is_kept_as_it_is_typed_and_says_when(client, cast, sign_in):
    panel = board_in_session(cast, names=("Calon tim",), internal=False)
    sign_in(client, cast.ratna, fresh=True)
    number = panel.vacancy.number
    client.post(reverse("selection:declare", args=[number]), {"benar": "on"})
    address = reverse("selection:sheet", args=[number, "tim_penilai"])
    page = client.get(address).content.decode()
    assert "data-keep" in page
    cells = re.findall(r'name="(n-[^"]+)"', page)
    sent = dict.fromkeys(cells, "75")
    answer = client.post(address, sent, headers={"HX-Request": "true"})
    assert answer.status_code == 200
    assert "Tersimpan" in answer.content.decode()
    assert "<html" not in answer.content.decode()
    assert 'hx-swap-oob="true"' in answer.content.decode()
    wrong = client.post(address, {**sent, cells[0]: "175"}, headers={"HX-Request": "true"})
    assert wrong.status_code == 422
    assert "Belum tersimpan" in wrong.content.decode()
    assert client.post(address, sent).status_code == 302


def test_a_member_of_many_boards_costs_no_more_queries_and_each_keeps_its_own_state(client, cast, sign_in):
    def open_boards(count):
        for number in range(count):
            panel = board_in_session(cast, names=(f"Calon {number}", f"Lain {number}"))
        return panel

    sign_in(client, cast.ratna)
    panel = open_boards(1)
    ties.declare(member=member(panel, cast.ratna), interests=[], by=cast.ratna, on=ON)
    type_marks(panel, cast.ratna)
    lock(panel, cast.ratna)
    open_boards(1)
    client.get("/menilai/")
    with CaptureQueriesContext(connection) as few:
        client.get("/menilai/")
    last = open_boards(2)
    ties.declare(member=member(last, cast.ratna), interests=[], by=cast.ratna, on=ON)
    with CaptureQueriesContext(connection) as many:
        page = client.get("/menilai/").content.decode()
    assert len(many) == len(few) <= 15
    said = [page.count(words) for words in ("Anda selesai", "Menunggu pernyataan Anda", "Menunggu nilai Anda")]
    assert said == [1, 2, 1]
    waiting = waiting_works(cast.ratna, ON)
    assert (len(waiting), waiting[0].vacancy.number) == (3, last.vacancy.number)
    assert waiting_works(cast.sri, ON) == []


def test_the_page_of_a_panel_stays_within_its_queries_before_and_while_it_assesses(client, cast, sign_in):
    employees = [make_candidate(name) for name in ("Rina Wulandari", "Dedi Kurniawan")]
    vacancy = make_vacancy(cast.lestari)
    make_run(vacancy, cast.lestari)
    say_willing(vacancy, employees, cast.lestari)
    make_board(cast, vacancy)
    sign_in(client, cast.lestari)
    address = reverse("selection:panel", args=[vacancy.number])
    assert client.get(address).status_code == 200
    for begins in (False, True):
        if begins:
            candidates.begin_assessment(vacancy=vacancy, by=cast.lestari, on=ON)
        with CaptureQueriesContext(connection) as seen:
            page = client.get(address).content.decode()
        assert ("Rina Wulandari" in page) is begins
        assert len(seen) <= 24
