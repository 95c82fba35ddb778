"""Who is in the running: nobody above the three is passed over in silence, who joins late is marked, who left is not appointed."""

from datetime import timedelta
from decimal import Decimal

import pytest

from jenjang import ledger
from jenjang.accounts.models import User
from jenjang.accounts.roles import Role
from jenjang.kernel.models import Notice
from jenjang.law.errors import Refused
from jenjang.personnel import actions as personnel
from jenjang.personnel.models import Employee
from jenjang.selection import (
    applications,
    candidates,
    decisions,
    marking,
    meetings,
    moves,
    runs,
    standins,
    ties,
    willingness,
)
from jenjang.selection.bench import bench_of
from jenjang.selection.marking import Typed
from jenjang.selection.models import (
    Application,
    Candidate,
    MarkSheet,
    MergedMark,
    PanelMember,
    Run,
    StageResult,
    Vacancy,
    Willingness,
    WillingnessRequest,
)
from jenjang.selection.runs import standing_run
from tests.factories.decisions import assessed, choice, forwarded, free, proposed
from tests.factories.panels import (
    board_in_session,
    make_application,
    make_board,
    make_open_vacancy,
    make_user,
    member,
    member_named,
    pass_papers,
    say_willing,
)
from tests.factories.people import BY, DECREE
from tests.factories.selection import ON, make_candidate, make_run, make_vacancy
from tests.integration.selection.test_file import file_for
from tests.integration.selection.test_open import CLOSED, official, panel_for
from tests.integration.selection.test_panel import STAGE, declare_all, lock, type_marks


@pytest.fixture(autouse=True)
def _today(freeze):
    freeze(ON)


def meet(made, by, present=None, **facts):
    return meetings.hold_meeting(
        vacancy=made.vacancy, held_on=facts.get("held_on", ON), place="Aula", notes="",
        present=list(made.vacancy.panel.members.all()) if present is None else present, by=by, on=ON,
    )  # fmt: skip


def forward(made, by):
    return meetings.put_forward(vacancy=made.vacancy, meeting=meet(made, by), by=by, on=ON)


def account(employee):
    user = User.objects.create(username=employee.nip, name=employee.current.name)
    Employee.objects.filter(pk=employee.pk).update(user=user)
    return user


def asked(vacancy, employee, by, willing=None, answer_by=ON):
    """One person asked, and perhaps answered."""
    [request] = willingness.ask(run=standing_run(vacancy), upto=500, answer_by=answer_by, by=by, on=ON)
    assert request.employee == employee
    if willing is not None:
        say(request, willing)
    return request


def say(request, willing):
    """The person who was asked answers, from an account of their own."""
    by = account(request.employee)
    request = WillingnessRequest.objects.get(pk=request.pk)
    willingness.answer(request=request, willing=willing, reason="Keluarga.", by=by, on=ON)


# The three names.


def test_three_willing_people_far_down_the_ranking_all_go_forward(cast):
    people = [make_candidate(f"Calon {place:02}", technical=str(99 - place)) for place in range(24)]
    vacancy = make_vacancy(cast.lestari)
    run = make_run(vacancy, cast.lestari)
    willing = [people[0], people[14], people[22]]
    say_willing(vacancy, willing, cast.lestari)
    with ledger.attributed(by=BY):
        for employee in set(people) - set(willing):
            request = WillingnessRequest.objects.create(
                vacancy=vacancy, employee=employee, answer_by=ON, by=cast.lestari
            )
            Willingness.objects.create(request=request, willing=False, reason="Keluarga.", by=cast.lestari)
    panel = make_board(cast, vacancy)
    candidates.begin_assessment(vacancy=vacancy, by=cast.lestari, on=ON)
    assert panel.members.count() == 3
    assert [one.candidate.employee for one in meetings.first_three(run)] == willing
    assert meetings.shortlist_findings(vacancy, None, cast.ratna, ON).result[2].entry.rank == 23


def test_a_newly_eligible_person_above_the_three_is_asked_before_any_name_goes_forward(cast):
    made = assessed(cast)
    best = make_candidate("Calon Z", technical="99")
    runs.compute(vacancy=made.vacancy, by=cast.lestari, on=ON, reason="Data yang keliru sudah dibetulkan.")
    with pytest.raises(Refused, match="1 orang belum ditanya kesediaannya"):
        forward(made, cast.ratna)
    step = file_for(made.vacancy, cast.lestari).next
    assert (step.title, step.is_mine) == ("Tanyakan kesediaan", True)
    request = asked(made.vacancy, best, cast.lestari, answer_by=ON + timedelta(days=3))
    with pytest.raises(Refused, match="1 orang masih ditunggu jawabannya"):
        forward(made, cast.ratna)
    say(request, False)
    assert forward(made, cast.ratna).names.count() == 3


def test_who_did_not_answer_in_time_no_longer_holds_the_names(cast):
    made = assessed(cast)
    best = make_candidate("Calon Z", technical="99")
    runs.compute(vacancy=made.vacancy, by=cast.lestari, on=ON, reason="Data yang keliru sudah dibetulkan.")
    asked(made.vacancy, best, cast.lestari, answer_by=ON)
    later = ON + timedelta(days=1)
    decision = meetings.shortlist_findings(made.vacancy, meet(made, cast.ratna), cast.ratna, later)
    assert decision.allowed, [str(one.reason) for one in decision.objections]


def test_with_fewer_than_three_names_all_who_are_eligible_are_asked_first(cast):
    make_candidate("Calon Terakhir", technical="50")
    people = [make_candidate(f"Calon {name}", technical=score) for name, score in (("A", "90"), ("B", "80"))]
    vacancy = make_vacancy(cast.lestari)
    make_run(vacancy, cast.lestari)
    say_willing(vacancy, people, cast.lestari)
    make_board(cast, vacancy)
    candidates.begin_assessment(vacancy=vacancy, by=cast.lestari, on=ON)
    said = meetings.shortlist_findings(vacancy, None, cast.ratna, ON).objections
    assert any("1 orang belum ditanya" in str(one.reason) for one in said)


# Who joins after the marks were merged.


def mark_and_lock(panel, *users):
    for user in users:
        type_marks(panel, user)
        lock(panel, user)


def test_who_joins_after_the_merging_is_marked_in_a_round_of_their_own(cast):
    panel = board_in_session(cast)
    board = (cast.budi, cast.ratna, cast.agus)
    declare_all(panel, *board)
    mark_and_lock(panel, *board)
    vacancy = panel.vacancy
    before = dict(MergedMark.objects.values_list("candidate_id", "score"))
    late = make_candidate("Calon Z", technical="99")
    runs.compute(vacancy=vacancy, by=cast.lestari, on=ON, reason="Keberatan diterima (rekaan).")
    asked(vacancy, late, cast.lestari, willing=True)
    with pytest.raises(Refused, match="1 orang yang bersedia belum dinilai"):
        made = type("Made", (), {"vacancy": vacancy})
        forward(made, cast.ratna)
    assert file_for(vacancy, cast.lestari).next.verb == "Lanjutkan penilaian"
    candidates.begin_assessment(vacancy=vacancy, by=cast.lestari, on=ON)
    bench = bench_of(panel, ON)
    now = marking.round_of(bench, STAGE)
    assert ([one.employee for one in now.pending], now.number, len(now.waiting)) == ([late], 2, 3)
    assert file_for(vacancy, cast.ratna).next.title == "Nilai calon, lalu kunci lembar Anda"
    earlier = Candidate.objects.exclude(employee=late).first()
    with pytest.raises(Refused, match="tidak Anda nilai"):
        marking.save_draft(
            member=member(panel, cast.budi), stage=STAGE, typed=[Typed(earlier.pk, "integritas", Decimal(10))],
            by=cast.budi, on=ON,
        )  # fmt: skip
    with pytest.raises(Refused, match="Pernyataan kepentingan"):
        lock(panel, cast.budi)
    declare_all(panel, *board)
    for user in board:
        own = member(panel, user)
        cells = [Typed(now.pending[0].pk, aspect, Decimal(70)) for aspect in marking.aspects_of(STAGE, bench.law)]
        marking.save_draft(member=own, stage=STAGE, typed=cells, by=user, on=ON)
        lock(panel, user)
    assert MarkSheet.objects.filter(round=2).count() == 3
    after = dict(MergedMark.objects.values_list("candidate_id", "score"))
    assert {key: after[key] for key in before} == before, "what was merged stands"
    assert after[now.pending[0].pk] == 70
    assert moves.state_of(vacancy) == "diperingkat"
    assert forward(made, cast.ratna).names.first().candidate.employee == late


def test_the_assessment_does_not_begin_again_when_nobody_is_left_to_mark(cast):
    panel = board_in_session(cast)
    board = (cast.budi, cast.ratna, cast.agus)
    declare_all(panel, *board)
    mark_and_lock(panel, *board)
    with pytest.raises(Refused, match="tidak ada yang perlu dinilai lagi"):
        candidates.begin_assessment(vacancy=panel.vacancy, by=cast.lestari, on=ON)
    assert moves.state_of(panel.vacancy) == "diperingkat"


def test_a_member_who_falls_ill_between_two_stages_is_replaced(cast):
    vacancy = make_open_vacancy(cast)
    users = [cast.hendra, cast.sri, cast.yuliana, cast.dewi]
    for user in users:
        pass_papers(make_application(vacancy, user, official(user.name, user)), cast.lestari)
    panel = panel_for(cast, vacancy)
    reserve = ties.add_reserve(
        panel=panel, by=cast.lestari, on=CLOSED,
        person=member_named(make_user("luar.9", "Ahli 9", Role.PANEL), "cadangan", internal=False),
    )  # fmt: skip
    candidates.begin_assessment(vacancy=vacancy, by=cast.lestari, on=CLOSED)
    ill = PanelMember.objects.get(panel=panel, user=cast.agus)
    reason = "Dirawat di rumah sakit sampai bulan depan."
    for own in panel.members.exclude(pk=reserve.pk):
        ties.declare(member=own, interests=[], by=own.user, on=CLOSED)
    others = list(panel.members.exclude(pk__in=[ill.pk, reserve.pk]))
    _mark_stage(panel, ill, "rekam_jejak")
    with pytest.raises(Refused, match="belum digabungkan"):
        standins.replace(member=ill, replaced_by=reserve, reason=reason, by=cast.lestari)
    for own in others:
        _mark_stage(panel, own, "rekam_jejak")
    assert MergedMark.objects.filter(component="rekam_jejak").count() == len(users)
    standins.replace(member=ill, replaced_by=reserve, reason=reason, by=cast.lestari)
    ties.declare(member=reserve, interests=[], by=reserve.user, on=CLOSED)
    for stage in ("makalah", "wawancara"):
        for own in (*others, reserve):
            _mark_stage(panel, own, stage)
    assert {row.markers for row in MergedMark.objects.all()} == {5}
    assert StageResult.objects.filter(component="wawancara").count() == len(users)


def _mark_stage(panel, own, stage):
    bench = bench_of(panel, CLOSED)
    cells = [
        Typed(one.pk, aspect, Decimal(75))
        for one in marking.round_of(bench, stage).own(own)
        for aspect in marking.aspects_of(stage, bench.law)
    ]
    marking.save_draft(member=own, stage=stage, typed=cells, by=own.user, on=CLOSED)
    marking.lock_sheet(member=own, stage=stage, by=own.user, on=CLOSED)


# Who left.


def test_who_took_the_consent_back_is_neither_put_forward_nor_appointed(cast):
    made = proposed(cast)
    first = made.candidates[0]
    request = WillingnessRequest.objects.get(employee=first.employee)
    willingness.answer(request=request, willing=False, reason="Sakit.", by=made.users[0], on=ON)
    with pytest.raises(Refused, match="menarik diri atau tidak lagi aktif"):
        decisions.decide(vacancy=made.vacancy, choice=choice(made), by=cast.wali, on=ON)
    assert first not in [one.candidate for one in meetings.first_three(standing_run(made.vacancy))]
    assert decisions.decide(vacancy=made.vacancy, choice=choice(made, 2), by=cast.wali, on=ON).passed_over_first


def test_who_left_the_service_after_the_ranking_is_neither_put_forward_nor_appointed(cast):
    made = proposed(cast)
    first = made.candidates[0]
    personnel.die(employee=first.employee, effective_from=ON, decree=DECREE, by=cast.lestari)
    with pytest.raises(Refused, match="menarik diri atau tidak lagi aktif"):
        decisions.decide(vacancy=made.vacancy, choice=choice(made), by=cast.wali, on=ON)
    assert first not in [one.candidate for one in meetings.first_three(standing_run(made.vacancy))]


# Meetings.


def test_reserves_who_replace_nobody_make_no_quorum(cast):
    reserves = [make_user(f"19800101200501100{place}", f"Cadangan {place}", Role.BOARD) for place in (7, 8)]
    panel = board_in_session(cast, *reserves)
    chair, *others = [member(panel, user) for user in (cast.budi, *reserves)]
    made = type("Made", (), {"vacancy": panel.vacancy})
    meeting = meet(made, cast.budi, present=[chair, *others])
    assert not meetings.quorum_finding(meeting, ON).met
    standins.replace(
        member=member(panel, cast.ratna), replaced_by=others[0], reason="Dinas luar sampai pekan depan.",
        by=cast.lestari,
    )  # fmt: skip
    assert meetings.quorum_finding(meeting, ON).met
    only = meet(made, cast.budi, present=[chair, member(panel, cast.ratna)])
    assert not meetings.quorum_finding(only, ON).met, "who was replaced makes no quorum"


def test_the_meeting_comes_after_the_ranking_on_which_it_rests(cast):
    made = assessed(cast)
    early = meet(made, cast.ratna, held_on=ON - timedelta(days=1))
    with pytest.raises(Refused, match="sesudah peringkat dihitung"):
        meetings.put_forward(vacancy=made.vacancy, meeting=early, by=cast.ratna, on=ON)


# Computing.


def test_a_recount_in_the_middle_of_marking_says_why_too(cast):
    panel = board_in_session(cast)
    with pytest.raises(Refused, match="memerlukan alasan tertulis"):
        runs.compute(vacancy=panel.vacancy, by=cast.lestari, on=ON)
    assert moves.state_of(panel.vacancy) == "dinilai"
    assert Run.objects.count() == 1


def test_applicants_are_ranked_only_when_every_stage_has_its_results(cast):
    vacancy = make_open_vacancy(cast)
    users = [cast.hendra, cast.sri, cast.yuliana, cast.dewi]
    for user in users:
        pass_papers(make_application(vacancy, user, official(user.name, user)), cast.lestari)
    with pytest.raises(Refused, match="sesudah penilaian"):
        runs.compute(vacancy=vacancy, by=cast.lestari, on=ON)
    assert moves.state_of(vacancy) == "diumumkan", "the call goes on"
    panel_for(cast, vacancy)
    candidates.begin_assessment(vacancy=vacancy, by=cast.lestari, on=CLOSED)
    with pytest.raises(Refused, match="Hasil semua tahap belum lengkap"):
        runs.compute(vacancy=vacancy, by=cast.lestari, on=CLOSED)
    assert moves.state_of(vacancy) == "dinilai"
    applications.withdraw(application=Application.objects.first(), by=cast.hendra)
    assert not Run.objects.exists()
    assert Vacancy.objects.get(pk=vacancy.pk).runs.count() == 0
    assert not Notice.objects.filter(text__contains="peringkat").exists()


def test_names_are_declared_free_again_after_they_went_back(cast):
    made = forwarded(cast)
    meetings.return_to_ranking(vacancy=made.vacancy, reason="Seorang calon menarik diri.", by=cast.ratna)
    made.shortlist = forward(made, cast.ratna)
    free(made, cast.zulkifli)
    assert moves.state_of(made.vacancy) == "tiga_nama"
