"""A team from charter to end: both heads consent, silence climbs, shares fit, what is confirmed counts without a second entry."""

from datetime import date, timedelta

import pytest

from jenjang.kernel import clock
from jenjang.kernel.models import Notice
from jenjang.law.errors import Refused
from jenjang.performance import skps, tallies
from jenjang.performance.content import read
from jenjang.performance.models import SKP, PerformanceYear, PlannedResult, ProgressEntry, SKPVersion
from jenjang.performance.queries_team import matrix_of
from jenjang.projects import bulk_facts, charters, consents, contributions, tasks
from jenjang.projects.models import Consent, ConsentTransition, Contribution, Project, TeamRoleRecord
from tests.cast import Cast
from tests.factories import performance as made
from tests.factories import projects
from tests.factories.people import make_employee, make_seat
from tests.factories.projects import DAY, LAST, Stage, membership


@pytest.fixture
def stage(cast: Cast) -> Stage:
    return projects.make_stage(cast)


def waiting(project: Project) -> list[tuple[str, str]]:
    rows = Consent.objects.filter(membership__project=project, state="diminta")
    return sorted((one.side, one.asked_of.user.name if one.asked_of else "wali") for one in rows)


# consent


def test_both_heads_are_asked_and_each_has_a_clock(stage: Stage) -> None:
    project = projects.make_project(stage, state="menunggu")
    assert waiting(project) == [
        ("anggota", "Rahmat Hidayat"), ("ketua", "Yuliana Putri"), ("ketua", "Yuliana Putri"),
    ]  # fmt: skip
    assert {one.due for one in Consent.objects.all()} == {
        date(2026, 3, 31)
    }  # five working days, Nyepi and Lebaran between
    assert Notice.objects.filter(user=stage.member_head_user, url__startswith="/tim-kerja/persetujuan/").count() == 1


def test_the_team_begins_by_itself_once_all_have_agreed(stage: Stage) -> None:
    project = projects.make_project(stage, state="menunggu")
    projects.agree_all(project)
    project.refresh_from_db()
    assert project.state == "berjalan"
    assert {(one.state, one.since) for one in project.memberships.all()} == {("aktif", DAY)}


def test_a_refused_member_stays_out_and_the_team_begins_without(stage: Stage) -> None:
    project = projects.make_project(stage, state="menunggu")
    of_member = Consent.objects.get(membership__employee=stage.member, side="anggota")
    with pytest.raises(Refused, match="memerlukan alasan"):
        consents.decide(consent=of_member, agreed=False, by=stage.member_head_user, on=DAY)
    consents.decide(consent=of_member, agreed=False, by=stage.member_head_user, on=DAY, reason="Sedang kurang orang.")
    projects.agree_all(project)
    project.refresh_from_db()
    assert project.state == "berjalan"
    assert membership(project, stage.member).state == "ditolak"
    assert Notice.objects.filter(user=stage.lead_user, text__contains="Sedang kurang orang.").exists()


def test_without_its_lead_the_team_is_a_draft_again(stage: Stage) -> None:
    project = projects.make_project(stage, state="menunggu")
    of_lead = Consent.objects.get(membership__employee=stage.lead)
    consents.decide(consent=of_lead, agreed=False, by=stage.lead_head_user, on=DAY, reason="Belum waktunya.")
    project.refresh_from_db()
    assert project.state == "rancangan"
    assert waiting(project) == []
    charters.propose(project=project, by=stage.lead_user, on=DAY)
    assert len(waiting(project)) == 3


def test_only_whom_it_was_asked_of_decides_and_only_once(stage: Stage, cast: Cast) -> None:
    projects.make_project(stage, state="menunggu")
    consent = Consent.objects.get(membership__employee=stage.member, side="anggota")
    for other in (stage.lead_user, stage.member_user, stage.lead_head_user, cast.wali, cast.lestari):
        with pytest.raises(Refused, match="tidak diminta dari Anda"):
            consents.decide(consent=consent, agreed=True, by=other, on=DAY)
    consents.decide(consent=consent, agreed=True, by=stage.member_head_user, on=DAY)
    with pytest.raises(Refused, match="Status ini sudah akhir"):
        consents.decide(consent=consent, agreed=True, by=stage.member_head_user, on=DAY)
    assert ConsentTransition.objects.filter(consent=consent).count() == 1


def test_who_leads_the_members_unit_and_the_team_asks_only_the_head_above(cast: Cast) -> None:
    stage = projects.make_stage(cast)
    unit = stage.lead_head_user.employee.current.unit
    other = make_employee("Anggota Seunit", unit=unit)
    project = charters.draft(charter=projects.charter(), by=stage.lead_head_user)
    charters.add_member(project=project, employee=other.pk, share=10, part="Membantu", by=stage.lead_head_user, on=DAY)
    charters.propose(project=project, by=stage.lead_head_user, on=DAY)
    assert waiting(project) == [("ketua", "wali"), ("ketua", "wali")]
    for consent in Consent.objects.filter(membership__project=project):
        consents.decide(consent=consent, agreed=True, by=cast.wali, on=DAY)
    project.refresh_from_db()
    assert project.state == "berjalan"


def test_silence_climbs_to_the_next_above_and_stays_with_the_head_of_the_region(stage: Stage, cast: Cast) -> None:
    office = stage.member_head_user.employee.current.unit.parent
    make_employee("Budi Santoso", user=cast.budi, seat=make_seat(office, "Sekretaris Daerah", is_head=True))
    project = projects.make_project(stage, state="menunggu")
    consent = Consent.objects.get(membership__employee=stage.member, side="anggota")
    assert consents.escalate_lapsed(consent.due) == 0
    assert consents.escalate_lapsed(consent.due + timedelta(days=1)) == 3
    consent.refresh_from_db()
    assert (consent.state, consent.followed_by.asked_of.user) == ("dinaikkan", cast.budi)
    with pytest.raises(Refused, match="Status ini sudah akhir"):
        consents.decide(consent=consent, agreed=True, by=stage.member_head_user, on=DAY)
    assert waiting(project) == [("anggota", "Budi Santoso"), ("ketua", "Budi Santoso")]  # once for each person
    assert consents.escalate_lapsed(consent.followed_by.due + timedelta(days=1)) == 2
    assert consents.escalate_lapsed(consent.followed_by.due + timedelta(days=90)) == 0
    top = Consent.objects.get(follows=consent.followed_by)
    assert (top.asked_of, top.state) == (None, "diminta")
    consents.decide(consent=top, agreed=True, by=cast.wali, on=DAY)


def test_whoever_joins_later_is_asked_for_at_once(stage: Stage) -> None:
    project = projects.make_project(stage, state="berjalan")
    late = make_employee("Susulan", unit=stage.member.current.unit)
    charters.add_member(project=project, employee=late.pk, share=10, part="Membantu", by=stage.lead_user, on=DAY)
    assert waiting(project) == [("anggota", "Rahmat Hidayat"), ("ketua", "Yuliana Putri")]
    with pytest.raises(Refused, match="sudah ada dalam tim"):
        charters.add_member(project=project, employee=late.pk, share=10, part="Lagi", by=stage.lead_user, on=DAY)


# shares


def test_shares_of_teams_at_the_same_time_stay_within_what_the_agency_allows(stage: Stage) -> None:
    projects.make_project(stage, state="berjalan", share=40)
    with pytest.raises(Refused, match="65 persen untuk semua tim"):
        projects.make_project(stage, title="Kedua", share=25)
    later = projects.make_project(
        stage, title="Sesudahnya", share=60, first=LAST + timedelta(days=1), last=LAST + timedelta(days=60)
    )
    assert later.state == "rancangan"


def test_the_share_is_looked_at_again_when_the_head_agrees(stage: Stage) -> None:
    first = projects.make_project(stage, state="menunggu", share=40)
    second = projects.make_project(stage, state="menunggu", share=40, title="Kedua")
    projects.agree_all(first)
    of_member = Consent.objects.get(membership__project=second, membership__employee=stage.member, side="anggota")
    with pytest.raises(Refused, match="80 persen"):
        consents.decide(consent=of_member, agreed=True, by=stage.member_head_user, on=DAY)


# charter


def test_only_the_lead_changes_the_charter_and_only_a_draft(stage: Stage) -> None:
    project = projects.make_project(stage)
    with pytest.raises(Refused, match="Hanya ketua"):
        charters.redraft(project=project, charter=projects.charter(), by=stage.member_user)
    charters.redraft(project=project, charter=projects.charter(title="Satu Data"), by=stage.lead_user)
    charters.propose(project=project, by=stage.lead_user, on=DAY)
    with pytest.raises(Refused, match="selagi rancangan"):
        charters.redraft(project=project, charter=projects.charter(), by=stage.lead_user)
    with pytest.raises(Refused, match="tidak dapat menjadi"):
        charters.propose(project=Project.objects.get(pk=project.pk), by=stage.lead_user, on=DAY)


def test_a_team_of_one_or_one_whose_days_are_over_is_not_proposed(stage: Stage) -> None:
    alone = charters.draft(charter=projects.charter(), by=stage.lead_user)
    with pytest.raises(Refused, match="paling sedikit satu anggota"):
        charters.propose(project=alone, by=stage.lead_user, on=DAY)
    with pytest.raises(Refused, match="sebelum hari pertama"):
        charters.draft(charter=projects.charter(last=date(2026, 1, 1)), by=stage.lead_user)
    project = projects.make_project(stage, title="Lewat")
    with pytest.raises(Refused, match="sudah lewat"):
        charters.propose(project=project, by=stage.lead_user, on=LAST + timedelta(days=1))


def test_a_member_leaves_and_a_stopped_team_withdraws_what_it_asked(stage: Stage) -> None:
    project = projects.make_project(stage, state="berjalan")
    member = membership(project, stage.member)
    with pytest.raises(Refused, match="Hanya ketua tim atau anggota"):
        charters.drop_member(membership=member, by=stage.member_head_user, on=DAY, reason="Pindah.")
    charters.drop_member(membership=member, by=stage.member_user, on=DAY, reason="Pindah tugas.")
    assert (member.state, member.until) == ("keluar", DAY)
    charters.add_member(project=project, employee=stage.member.pk, share=5, part="Lagi", by=stage.lead_user, on=DAY)
    charters.stop(project=project, by=stage.lead_user, on=DAY, reason="Anggaran dialihkan.")
    assert waiting(project) == []
    assert project.state == "dihentikan"


# tasks


def test_tasks_are_moved_by_the_team_alone_and_given_to_its_members(stage: Stage) -> None:
    project = projects.make_project(stage, state="berjalan")
    member = membership(project, stage.member)
    task = tasks.add(project=project, text="Kumpulkan data", assignee=member, due=LAST, by=stage.lead_user)
    assert Notice.objects.filter(user=stage.member_user, text__contains="Kumpulkan data").exists()
    tasks.move(task=task, state="selesai", by=stage.member_user)
    assert task.state == "selesai"
    with pytest.raises(Refused, match="anggota tim yang berjalan"):
        tasks.move(task=task, state="belum", by=stage.member_head_user)
    foreign = projects.make_project(stage, title="Lain", share=5)
    with pytest.raises(Refused, match="Pilih anggota"):
        tasks.add(project=project, text="x", assignee=membership(foreign, stage.member), due=None, by=stage.lead_user)


# contributions


def agreed_skp(stage: Stage) -> SKP:
    skp = skps.start(employee=stage.member, year=PerformanceYear.objects.get(), by=stage.member_user, on=made.START)
    made.add_result(skp, "Laporan tersusun", provisional="Data unit andal")
    skps.submit(skp=skp, by=stage.member_user, on=made.START)
    skps.agree(skp=skp, by=stage.member_head_user, on=made.START)
    return skp


def test_what_the_lead_confirms_is_an_additional_result_of_a_new_version_and_a_role_in_the_history(
    stage: Stage,
) -> None:
    skp = agreed_skp(stage)
    project = projects.make_project(stage, state="berjalan")
    found = projects.make_contribution(stage, project, confirmed=True)
    newest = SKPVersion.objects.filter(skp=skp).latest("number")
    added = [one for one in read(newest.content)["hasil_kerja"] if one["jenis"] == "tambahan"]
    assert newest.number == 2
    assert [(one["teks"], one["asal"]) for one in added] == [("Menyusun kumpulan data kesehatan", f"tim:{project.pk}")]
    assert ProgressEntry.objects.get(lines__result=found.result).text == "Lima kumpulan data kesehatan terbit."
    assert SKP.objects.get(pk=skp.pk).state == "ditetapkan"
    assert tallies.differences(skp.year) == []
    record = TeamRoleRecord.objects.get()
    assert (record.role, record.name, record.effective_from, record.until) == (
        "anggota_internal", "Satu Data Kota", DAY, LAST,
    )  # fmt: skip
    roles = bulk_facts.team_roles(on=DAY, known_at=clock.now(), since=date(2024, 1, 1))
    assert roles == {stage.member.pk: [("anggota_internal", record.pk)]}


def test_a_second_contribution_is_progress_of_the_same_result_and_no_second_role(stage: Stage) -> None:
    agreed_skp(stage)
    project = projects.make_project(stage, state="berjalan")
    projects.make_contribution(stage, project, confirmed=True)
    projects.make_contribution(stage, project, confirmed=True)
    assert PlannedResult.objects.filter(origin=f"tim:{project.pk}").count() == 1
    assert ProgressEntry.objects.count() == 2
    assert TeamRoleRecord.objects.count() == 1


def test_a_draft_takes_the_result_in_and_who_has_no_skp_gets_a_draft(stage: Stage) -> None:
    project = projects.make_project(stage, state="berjalan")
    found = projects.make_contribution(stage, project, confirmed=True)
    skp = SKP.objects.get(employee=stage.member)
    assert (skp.state, skp.version, found.result.skp) == ("rancangan", 0, skp)


def test_without_a_running_year_it_waits_and_comes_in_the_night_after_one_is_opened(stage: Stage) -> None:
    PerformanceYear.objects.all().delete()
    project = projects.make_project(stage, state="berjalan")
    found = projects.make_contribution(stage, project, confirmed=True)
    assert found.result is None
    assert contributions.flow_waiting(DAY) == 0
    made.make_year()
    assert contributions.flow_waiting(DAY) == 1
    assert contributions.flow_waiting(DAY) == 0


def test_it_is_confirmed_once_by_the_lead_alone_and_sent_back_with_a_reason(stage: Stage) -> None:
    project = projects.make_project(stage, state="berjalan")
    found = projects.make_contribution(stage, project)
    with pytest.raises(Refused, match="masih menunggu"):
        projects.make_contribution(stage, project)
    for other in (stage.member_user, stage.member_head_user):
        with pytest.raises(Refused, match="oleh orang lain"):
            contributions.confirm(contribution=found, by=other, on=DAY)
    contributions.send_back(contribution=found, by=stage.lead_user, reason="Sebut datanya.")
    again = projects.make_contribution(stage, project, confirmed=True)
    assert again.pk == found.pk
    with pytest.raises(Refused, match="Status ini sudah akhir"):
        contributions.confirm(contribution=again, by=stage.lead_user, on=DAY)
    assert Contribution.objects.count() == 1


def test_the_leads_own_is_confirmed_by_whoever_consented_to_the_lead(stage: Stage) -> None:
    project = projects.make_project(stage, state="berjalan", crosses_agencies=True)
    found = contributions.write(
        membership=membership(project, stage.lead), text="Memimpin tim.", by=stage.lead_user, on=DAY
    )
    with pytest.raises(Refused, match="oleh orang lain"):
        contributions.confirm(contribution=found, by=stage.lead_user, on=DAY)
    contributions.confirm(contribution=found, by=stage.lead_head_user, on=DAY)
    assert TeamRoleRecord.objects.get().role == "ketua_lintas"


def test_a_team_that_ends_early_shortens_the_role_and_still_takes_contributions(stage: Stage) -> None:
    project = projects.make_project(stage, state="berjalan")
    projects.make_contribution(stage, project, confirmed=True)
    ended = DAY + timedelta(days=30)
    charters.finish(project=project, by=stage.lead_user, on=ended)
    (row,) = TeamRoleRecord.objects.filter(employee=stage.member).as_of(ended)
    assert row.until == ended
    projects.make_contribution(stage, project, confirmed=True)
    assert TeamRoleRecord.objects.filter(employee=stage.member).as_of(ended).count() == 1


def test_a_stranger_and_whoever_was_refused_contribute_nothing(stage: Stage) -> None:
    project = projects.make_project(stage, state="menunggu")
    with pytest.raises(Refused, match="yang menjadi anggota"):
        projects.make_contribution(stage, project)
    with pytest.raises(Refused, match="anggota itu sendiri"):
        contributions.write(membership=membership(project, stage.member), text="x", by=stage.lead_user, on=DAY)


def test_who_works_in_a_team_led_from_the_unit_stands_in_the_matrix_of_its_head(stage: Stage) -> None:
    year = PerformanceYear.objects.get()
    project = projects.make_project(stage, state="menunggu")
    assert [row.through for row in matrix_of(stage.lead_head_user, year, DAY, [])] == [""]
    projects.agree_all(project)
    own, other = matrix_of(stage.lead_head_user, year, DAY, [])
    assert (own.person.employee_id, own.of_team, own.through) == (stage.lead.pk, True, "")
    assert (other.person.employee_id, other.of_team, other.through) == (stage.member.pk, False, "Satu Data Kota")
    assert [row.person.employee_id for row in matrix_of(stage.member_head_user, year, DAY, [])] == [stage.member.pk]
    charters.finish(project=project, by=stage.lead_user, on=DAY)
    assert len(matrix_of(stage.lead_head_user, year, DAY, [])) == 1
