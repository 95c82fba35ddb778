"""From three names to a decision: who may, with which reason, and never the same person twice."""

from datetime import date, timedelta

import pytest
from django.db import transaction

from jenjang import ledger
from jenjang.accounts.models import Delegation, RoleGrant, User
from jenjang.accounts.roles import Role
from jenjang.law.errors import Refused
from jenjang.personnel import actions as personnel
from jenjang.personnel.models import Employee, IdentityRecord, KinshipRecord
from jenjang.selection import decisions, meetings, moves, proposals
from jenjang.selection.barred import barred_from
from jenjang.selection.models import (
    Decision,
    InterestDeclaration,
    Meeting,
    Proposal,
    Recusal,
    RunEntry,
    ShortlistName,
    Tie,
    TieRuling,
)
from tests.factories.decisions import REASON, approve, assessed, choice, decided, forwarded, free, proposed
from tests.factories.people import BY, give, make_employee
from tests.factories.selection import ON


@pytest.fixture(autouse=True)
def _today(freeze):
    freeze(ON)


def grant(user, role):
    with ledger.attributed(by=BY):
        return RoleGrant.objects.create(user=user, role=role, since=date(2024, 1, 1), reason="uji")


def delegate(user, principal, role, kind="plt", since=date(2026, 1, 1)):
    with ledger.attributed(by=BY):
        return Delegation.objects.create(
            delegate=user, principal=principal, role=role, kind=kind, since=since, until=date(2026, 12, 31),
            decree_number="1", decree_date=since, reason="uji",
        )  # fmt: skip


def hold(made, present):
    return meetings.hold_meeting(
        vacancy=made.vacancy, held_on=ON, place="Aula", notes="", present=present, by=made.cast.ratna, on=ON
    )


def test_the_first_three_of_the_ranking_go_forward_and_nobody_chooses_them(cast):
    made = forwarded(cast)
    names = list(ShortlistName.objects.filter(shortlist=made.shortlist).values_list("place", "candidate__employee"))
    assert names == [(place, person.pk) for place, person in enumerate(made.people[:3], 1)]
    assert moves.state_of(made.vacancy) == "tiga_nama"


def test_a_meeting_without_a_quorum_is_recorded_and_carries_no_names(cast):
    made = assessed(cast)
    meeting = hold(made, made.vacancy.panel.members.all()[:1])
    assert Meeting.objects.filter(pk=meeting.pk).exists()
    with pytest.raises(Refused, match="kuorum 2"):
        meetings.put_forward(vacancy=made.vacancy, meeting=meeting, by=cast.ratna, on=ON)


def test_three_names_come_from_a_member_of_this_board(cast):
    made = assessed(cast)
    meeting = hold(made, made.vacancy.panel.members.all())
    with pytest.raises(Refused, match="anggota tim"):
        meetings.put_forward(vacancy=made.vacancy, meeting=meeting, by=cast.lestari, on=ON)


def test_the_first_is_appointed_without_a_reason_in_words(cast):
    made, decision = decided(cast)
    assert decision.chosen.employee_id == made.people[0].pk
    assert not decision.passed_over_first
    assert moves.state_of(made.vacancy) == "ditetapkan"


@pytest.mark.parametrize(
    ("words", "says"),
    [
        ("", "0 dari paling sedikit 100 huruf"),
        ("." * 200, "0 dari paling sedikit 100 huruf"),
        ("?!… – " * 60, "0 dari paling sedikit 100 huruf"),
        ("Gagasannya paling sesuai dengan rencana kota.", "44 dari paling sedikit 100 huruf"),
        ("baik " * 60, "1 kata berlainan"),
    ],
)
def test_passing_over_the_first_needs_a_reason_in_words(cast, words, says):
    made = proposed(cast)
    with pytest.raises(Refused, match=says):
        decisions.decide(vacancy=made.vacancy, choice=choice(made, 2, words=words), by=cast.wali, on=ON)
    assert not Decision.objects.exists()


def test_a_reason_used_within_24_months_is_refused_however_it_is_written(cast):
    decided(cast, 2)
    made = proposed(cast, best=100)
    written = REASON.upper().replace(",", " ;  ")
    with pytest.raises(Refused, match="sama dengan yang dipakai"):
        decisions.decide(vacancy=made.vacancy, choice=choice(made, 2, words=written), by=cast.wali, on=ON)


def test_without_the_technical_approval_it_is_not_decided_and_says_so(cast):
    made = forwarded(cast)
    proposals.propose(vacancy=made.vacancy, by=cast.zulkifli, on=ON)
    with pytest.raises(Refused, match="Pertimbangan teknis BKN belum masuk"):
        decisions.decide(vacancy=made.vacancy, choice=choice(made), by=cast.wali, on=ON)
    approve(made, made.candidates[0], approved=False)
    with pytest.raises(Refused, match="tidak menyetujui calon ini"):
        decisions.decide(vacancy=made.vacancy, choice=choice(made), by=cast.wali, on=ON)


def test_somebody_outside_the_three_names_cannot_be_chosen(cast):
    made = proposed(cast)
    with pytest.raises(Refused, match="Pilih satu dari tiga nama"):
        decisions.decide(vacancy=made.vacancy, choice=choice(made, 4), by=cast.wali, on=ON)


def test_deciding_twice_is_refused_and_leaves_one_decision(cast):
    made, _ = decided(cast)
    with pytest.raises(Refused, match="Ditetapkan"):
        decisions.decide(vacancy=made.vacancy, choice=choice(made, 2), by=cast.wali, on=ON)
    assert Decision.objects.count() == 1


def test_an_annulled_decision_is_superseded_by_the_next(cast):
    made, first = decided(cast)
    decisions.annul(vacancy=made.vacancy, reason="Calon mengundurkan diri.", by=cast.wali)
    second = decisions.decide(vacancy=made.vacancy, choice=choice(made, 2), by=cast.wali, on=ON)
    assert second.supersedes_id == first.pk
    assert decisions.standing_decision(made.vacancy) == second


def test_returning_to_the_board_takes_the_proposal_back_and_says_why(cast):
    made = proposed(cast)
    with pytest.raises(Refused, match="alasan"):
        proposals.return_to_panel(vacancy=made.vacancy, reason=" ", by=cast.wali)
    proposals.return_to_panel(vacancy=made.vacancy, reason="Lengkapi rekam jejak.", by=cast.wali)
    assert moves.state_of(made.vacancy) == "tiga_nama"


def test_a_draft_is_kept_and_gone_after_the_decision(cast):
    made = proposed(cast)
    decisions.save_draft(vacancy=made.vacancy, choice=choice(made, 2, words="Belum selesai"), by=cast.wali)
    decisions.save_draft(vacancy=made.vacancy, choice=choice(made, 2), by=cast.wali)
    decisions.decide(vacancy=made.vacancy, choice=choice(made, 2), by=cast.wali, on=ON)
    assert not hasattr(type(made.vacancy).objects.get(pk=made.vacancy.pk), "decision_draft")


# Two people: every way in which one natural person could take two steps.


def second_account(person, username):
    """Another account of somebody: hooks know both by the same employee record."""
    return User.objects.create(username=username, name=f"{person.name} (akun kedua)")


def test_the_proposer_cannot_decide(cast):
    made = proposed(cast)
    grant(cast.zulkifli, Role.APPOINTING_AUTHORITY)
    with pytest.raises(Refused, match="harus oleh orang lain"):
        decisions.decide(vacancy=made.vacancy, choice=choice(made), by=cast.zulkifli, on=ON)


def test_who_put_the_names_forward_cannot_propose_or_decide(cast):
    made = forwarded(cast)
    grant(cast.ratna, Role.COMPETENT_OFFICER)
    with pytest.raises(Refused, match="harus oleh orang lain"):
        proposals.propose(vacancy=made.vacancy, by=cast.ratna, on=ON)


def test_a_second_account_of_the_same_person_does_not_help(cast, monkeypatch):
    from jenjang.accounts import hooks

    made = proposed(cast)
    twin = second_account(cast.zulkifli, "zulkifli.kedua")
    grant(twin, Role.APPOINTING_AUTHORITY)

    def keys(users):
        return [(user.pk, "nik:1") for user in users if user.pk in (twin.pk, cast.zulkifli.pk)]

    monkeypatch.setattr(hooks, "_person_keys", [*hooks._person_keys, keys])
    with pytest.raises(Refused, match="harus oleh orang lain"):
        decisions.decide(vacancy=made.vacancy, choice=choice(made), by=twin, on=ON)


def test_nobody_decides_as_plt_or_plh(cast):
    made = proposed(cast)
    for kind, person in (("plt", cast.rahmat), ("plh", cast.nurhayati)):
        delegate(person, cast.wali, Role.APPOINTING_AUTHORITY, kind)
        with pytest.raises(Refused, match="wewenang jabatan yang tidak Anda pegang"):
            decisions.decide(vacancy=made.vacancy, choice=choice(made), by=person, on=ON)


def test_a_plt_proposes_in_that_capacity_and_a_plh_does_not(cast):
    made = forwarded(cast)
    delegate(cast.rahmat, cast.zulkifli, Role.COMPETENT_OFFICER, "plh")
    with pytest.raises(Refused, match=r"Plh\."):
        proposals.propose(vacancy=made.vacancy, by=cast.rahmat, on=ON)
    delegate(cast.dewi, cast.zulkifli, Role.COMPETENT_OFFICER, "plt")
    free(made, cast.dewi)
    proposal = proposals.propose(vacancy=made.vacancy, by=cast.dewi, on=ON)
    assert proposal.capacity.startswith("Plt. ")


def test_who_decided_for_somebody_at_the_time_is_that_somebody_also_later(cast):
    """The mayor's own stand-in proposes, then the delegation ends: still the mayor's hand."""
    made = forwarded(cast)
    grant(cast.rahmat, Role.COMPETENT_OFFICER)
    with ledger.attributed(by=BY):
        Delegation.objects.create(
            delegate=cast.rahmat, principal=cast.wali, role=Role.APPOINTING_AUTHORITY, kind="plt", since=ON,
            until=max(ON, date.today()) + timedelta(days=1),  # proposals are stamped by the database's own clock
            decree_number="1", decree_date=ON, reason="uji",
        )  # fmt: skip
    free(made, cast.rahmat)
    proposals.propose(vacancy=made.vacancy, by=cast.rahmat, on=ON)
    for one in made.candidates[:3]:
        approve(made, one)
    proposal = Proposal.objects.get()
    assert proposal.by == cast.rahmat
    with pytest.raises(Refused, match="harus oleh orang lain"):
        decisions.decide(
            vacancy=made.vacancy, choice=choice(made), by=cast.wali, on=max(ON, date.today()) + timedelta(days=3)
        )


def test_a_candidate_does_not_propose_or_decide(cast):
    made = forwarded(cast)
    grant(made.users[1], Role.COMPETENT_OFFICER)
    with pytest.raises(Refused, match="Anda salah seorang calon"):
        proposals.propose(vacancy=made.vacancy, by=made.users[1], on=ON)


def test_no_path_decides_without_two_different_people(cast):
    """Everybody, with every office at once: whoever takes a step cannot take the next, so one person never gets through."""
    made = forwarded(cast)
    everybody = [cast.ratna, cast.budi, cast.zulkifli, cast.wali, cast.lestari, made.users[0]]
    for person in everybody:
        for role in (Role.COMPETENT_OFFICER, Role.APPOINTING_AUTHORITY, Role.BOARD):
            grant(person, role)
        free(made, person)
    for one in made.candidates[:3]:
        approve(made, one)
    for proposer in everybody:
        try:
            proposals.propose(vacancy=made.vacancy, by=proposer, on=ON)
        except Refused:
            continue
        for decider in everybody:
            hands = {made.shortlist.by_id, proposer.pk}
            decision = decisions.findings_for(decisions.desk_of(made.vacancy), choice(made), decider, ON)
            assert decision.allowed == (decider.pk not in hands and decider != made.users[0])
        proposals.return_to_panel(vacancy=made.vacancy, reason="Ulang.", by=cast.wali)


def _kin(employee, relation, relative, **known):
    give(KinshipRecord, employee, date(2010, 5, 5), relation=relation, relative_name=relative.current.name, **known)


def _recorded(user, name="Zulkifli Rahman"):
    """The employee record of an official."""
    record = make_employee(name)
    Employee.objects.filter(pk=record.pk).update(user=user)
    return Employee.objects.get(pk=record.pk)


def test_a_sekda_whose_child_is_among_the_three_does_not_propose(cast):
    made = forwarded(cast)
    _kin(_recorded(cast.zulkifli), "anak", made.people[1], relative_employee=made.people[1])
    with pytest.raises(Refused, match="diambil pejabat lain"):
        proposals.propose(vacancy=made.vacancy, by=cast.zulkifli, on=ON)
    assert not Proposal.objects.exists()


def test_an_in_law_is_found_through_two_records(cast):
    made = forwarded(cast)
    sekda, between = _recorded(cast.zulkifli), make_employee("Istri Rekaan")
    _kin(sekda, "istri", between, relative_employee=between)
    _kin(made.people[2], "kakak", between, relative_employee=between)
    with pytest.raises(Refused, match="adik kandung dari istri Anda"):
        proposals.propose(vacancy=made.vacancy, by=cast.zulkifli, on=ON)


def test_a_distant_cousin_may_be_proposed_and_the_page_says_that_nothing_stands_between(cast):
    made = forwarded(cast)
    _kin(_recorded(cast.zulkifli), "sepupu", made.people[1], relative_employee=made.people[1])
    decision = proposals.proposal_findings(made.vacancy, cast.zulkifli, ON)
    assert decision.allowed
    assert "Tidak ada hubungan keluarga" in " ".join(str(one.reason) for one in decision.findings)


def test_a_possible_relative_stops_the_mayor_until_the_family_record_settles_it(cast):
    made = proposed(cast)
    mayor, third = _recorded(cast.wali, "Wali Kota"), made.people[2]
    _kin(mayor, "adik", third, relative_birth_date=third.current.birth_date)
    with pytest.raises(Refused, match="mencatat NIK atau NIP"):
        decisions.decide(vacancy=made.vacancy, choice=choice(made), by=cast.wali, on=ON)
    row = KinshipRecord.objects.get(employee=mayor)
    personnel.correct(record=row, facts={"relative_nik": "1373014101800099"}, reason="Orang lain", by=cast.lestari)
    with pytest.raises(Refused, match="mungkin adik kandung Anda"):
        decisions.decide(vacancy=made.vacancy, choice=choice(made), by=cast.wali, on=ON)
    identity = IdentityRecord.objects.get(employee=third)
    personnel.correct(record=identity, facts={"nik": "1373015703850001"}, reason="Belum tercatat", by=cast.lestari)
    decided = decisions.decide(vacancy=made.vacancy, choice=choice(made), by=cast.wali, on=ON)
    assert "Tidak ada hubungan keluarga" in decided.findings


def test_a_member_who_stepped_back_or_may_be_tied_does_not_open_the_candidate(cast, client, sign_in):
    made = assessed(cast)
    member, (first, second, *_) = made.vacancy.panel.members.get(user=cast.ratna), made.candidates
    with transaction.atomic(), ledger.attributed(by=cast.lestari):
        declared = InterestDeclaration.objects.create(
            member=member, candidate=first, kind="usaha", words="Usaha bersama"
        )
        Recusal.objects.create(member=member, candidate=first, declaration=declared)
        tie = Tie.objects.create(
            member=member, candidate=second, kind="mungkin_keluarga", certain=False, relation="Adik", evidence="-"
        )
    assert barred_from(cast.ratna, made.vacancy).employees == {first.employee_id, second.employee_id}
    with transaction.atomic(), ledger.attributed(by=cast.lestari):
        TieRuling.objects.create(tie=tie, holds=False, reason="Orang lain", by=cast.lestari)
    assert barred_from(cast.ratna, made.vacancy).employees == {first.employee_id}
    assert not barred_from(cast.agus, made.vacancy)
    for user, status in ((cast.ratna, 403), (cast.agus, 200)):
        printed = sign_in(client, user).get(f"/lowongan/{made.vacancy.number}/masukan.json")
        assert printed.status_code == status
    entry = RunEntry.objects.get(run__vacancy=made.vacancy, employee=first.employee)
    page = sign_in(client, cast.ratna).get(f"/lowongan/{made.vacancy.number}/?calon={entry.pk}").content.decode()
    assert "Anda tidak menilai calon ini" in page


def test_what_is_met_is_worded_as_met(cast):
    made = proposed(cast)
    desk = decisions.desk_of(made.vacancy)
    checked = decisions.findings_for(desk, choice(made), cast.wali, ON)
    assert checked.allowed
    said = " ".join(one.reason for one in checked.findings)
    assert "wewenang jabatan Anda." in said
    assert "bukan Anda." in said
    assert "harus oleh" not in said
    assert "tidak Anda pegang" not in said
