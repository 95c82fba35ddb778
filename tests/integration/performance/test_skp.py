"""An SKP from draft to agreement and change, by the people who may, with everything sealed on the way."""

from datetime import date

import pytest

from jenjang.kernel.models import Notice
from jenjang.law.errors import Refused
from jenjang.performance import evaluations, planning, skps, tallies
from jenjang.performance.content import read
from jenjang.performance.models import SKP, Evaluation, PlannedResult, SKPVersion
from tests.cast import Cast
from tests.factories import performance as made
from tests.factories.people import BY, give_position, make_employee, make_unit


@pytest.fixture
def team(cast: Cast) -> made.Team:
    return made.make_team(cast.yuliana, cast.sri)


def test_an_skp_begins_with_the_position_held_and_the_head_as_appraiser(team: made.Team) -> None:
    skp = made.make_skp(team, results=0)
    assert (skp.title, skp.unit, skp.effective_from) == ("Pengelola Data", team.unit, date(2026, 1, 1))
    assert skp.appraiser == team.head
    assert not skp.by_authority


def test_the_head_of_a_top_unit_is_appraised_by_the_mayor(team: made.Team) -> None:
    skp = skps.start(employee=team.head, year=team.year, by=team.head_user, on=made.START)
    assert skp.appraiser is None
    assert skp.by_authority


def test_the_head_below_is_appraised_by_the_head_above(cast: Cast) -> None:
    above = made.make_team(cast.yuliana, cast.sri)
    below = made.make_team(cast.rahmat, cast.hendra, parent=above.unit)
    skp = skps.start(employee=below.head, year=below.year, by=cast.rahmat, on=made.START)
    assert skp.appraiser == above.head


def test_it_is_not_handed_in_before_it_is_complete_and_says_what_is_missing(team: made.Team) -> None:
    skp = made.make_skp(team, results=0)
    with pytest.raises(Refused, match="Belum ada rencana hasil kerja utama"):
        skps.submit(skp=skp, by=team.member_user, on=made.START)
    bare = PlannedResult.objects.create(skp=skp, text="Arsip tertata")
    said = [finding.reason for finding in skps.may_submit(skp, made.START).objections]
    assert said == [
        "“Arsip tertata” belum mempunyai indikator.",
        "“Arsip tertata” belum menyebut hasil kerja pimpinan yang didukungnya. Tulis sementara bila pimpinan belum menyusunnya.",
    ]
    bare.indicators.create(text="Banyaknya berkas", target="300 berkas")
    said = [finding.reason for finding in skps.may_submit(skp, made.START).objections]
    assert "“Arsip tertata” mempunyai indikator tanpa aspek." in said


def test_a_leader_names_the_perspective_of_each_measured_result_and_none_where_it_is_told_in_words(
    team: made.Team,
) -> None:
    skp = skps.start(employee=team.head, year=team.year, by=team.head_user, on=made.START)
    one = made.add_result(skp, "Layanan membaik", provisional="Visi kota")
    with pytest.raises(Refused, match="“Layanan membaik” belum mempunyai perspektif"):
        skps.submit(skp=skp, by=team.head_user, on=made.START)
    planning.choose_approach(skp=skp, approach="kualitatif", by=team.head_user)
    assert skps.may_submit(skp, made.START).allowed
    planning.choose_approach(skp=skp, approach="kuantitatif", by=team.head_user)
    PlannedResult.objects.filter(pk=one.pk).update(perspective="penerima_layanan")
    assert skps.may_submit(skp, made.START).allowed


def test_agreeing_seals_the_text_and_opens_an_evaluation_a_quarter_and_one_for_the_year(team: made.Team) -> None:
    skp = made.make_skp(team, state="ditetapkan")
    version = SKPVersion.objects.get(skp=skp)
    assert (version.number, version.agreed_by) == (1, team.head_user)
    assert [one["teks"] for one in read(version.content)["hasil_kerja"]] == ["Laporan 1 tersusun", "Laporan 2 tersusun"]
    assert sorted(Evaluation.objects.filter(skp=skp).values_list("period", flat=True)) == [0, 1, 2, 3, 4]
    assert Notice.objects.filter(user=team.member_user, text__contains="sudah ditetapkan").exists()
    assert tallies.differences(team.year) == []


def test_only_the_appraiser_agrees_and_only_the_owner_hands_in(team: made.Team, cast: Cast) -> None:
    skp = made.make_skp(team)
    with pytest.raises(Refused, match="Hanya pemilik"):
        skps.submit(skp=skp, by=team.head_user, on=made.START)
    skps.submit(skp=skp, by=team.member_user, on=made.START)
    for other in (team.member_user, cast.lestari, cast.wali):
        with pytest.raises(Refused, match="Hanya pejabat penilai"):
            skps.agree(skp=skp, by=other, on=made.START)


def test_a_change_goes_the_same_way_and_is_a_second_version_with_its_reason(team: made.Team) -> None:
    skp = made.make_skp(team, state="ditetapkan")
    with pytest.raises(Refused, match="alasan"):
        skps.begin_change(skp=skp, by=team.member_user, reason=" ")
    skps.begin_change(skp=skp, by=team.member_user, reason="Tugas baru dari pimpinan.")
    made.add_result(skp, "Survei selesai", provisional="Data unit andal")
    skps.submit(skp=skp, by=team.member_user, on=made.START)
    skps.send_back(skp=skp, by=team.head_user, reason="Target belum jelas.")
    assert SKP.objects.get(pk=skp.pk).state == "perubahan"
    skps.submit(skp=skp, by=team.member_user, on=made.START)
    version = skps.agree(skp=skp, by=team.head_user, on=made.START)
    assert (version.number, version.reason) == (2, "Tugas baru dari pimpinan.")
    assert len(read(version.content)["hasil_kerja"]) == 3
    assert Evaluation.objects.filter(skp=skp).count() == 5


def test_a_new_position_ends_the_skp_of_the_old_one_and_its_later_periods(team: made.Team) -> None:
    skp = made.make_skp(team, state="ditetapkan")
    other = make_unit("Bagian Lain")
    give_position(team.member, "pelaksana", since=date(2026, 8, 1), title="Pengelola Arsip", unit=other)
    second = skps.start(employee=team.member, year=team.year, by=team.member_user, on=date(2026, 8, 3))
    skp.refresh_from_db()
    assert (skp.until, second.effective_from) == (date(2026, 7, 31), date(2026, 8, 1))
    assert sorted(skp.evaluations.values_list("period", "last")) == [
        (0, date(2026, 7, 31)), (1, date(2026, 3, 31)), (2, date(2026, 6, 30)), (3, date(2026, 7, 31)),
    ]  # fmt: skip
    assert tallies.differences(team.year) == []


def test_a_decree_that_reaches_back_leaves_what_was_filled_in_by_then_to_be_rated(team: made.Team) -> None:
    skp = made.make_skp(team, state="ditetapkan")
    third, fourth = Evaluation.objects.get(skp=skp, period=3), Evaluation.objects.get(skp=skp, period=4)
    given = {"result_rating": "sesuai_ekspektasi", "behaviour_rating": "sesuai_ekspektasi", "note": ""}
    for one in (third, fourth):
        evaluations.send_review(evaluation=one, **given, by=team.member_user, on=one.last)
    evaluations.take_back(evaluation=fourth, by=team.member_user)
    give_position(
        team.member, "pelaksana", since=date(2026, 5, 1), title="Pengelola Arsip", unit=make_unit("Bagian Lain")
    )
    skps.start(employee=team.member, year=team.year, by=team.member_user, on=date(2026, 12, 31))
    assert sorted(skp.evaluations.values_list("period", "state", "last")) == [
        (0, "terbuka", date(2026, 4, 30)), (1, "terbuka", date(2026, 3, 31)), (2, "terbuka", date(2026, 4, 30)),
        (3, "diisi", date(2026, 9, 30)), (4, "terbuka", date(2026, 12, 31)),
    ]  # fmt: skip
    assert tallies.differences(team.year) == []


def test_the_same_position_has_one_skp_a_year(team: made.Team) -> None:
    made.make_skp(team)
    with pytest.raises(Refused, match="sudah ada"):
        made.make_skp(team)


def test_somebody_without_a_unit_is_told_why_there_is_no_skp(team: made.Team) -> None:
    stray = make_employee("Tanpa Unit", title="Pelaksana")
    with pytest.raises(Refused, match="tidak tercatat aktif pada suatu unit"):
        skps.start(employee=stray, year=team.year, by=BY, on=made.START)


def test_a_draft_that_was_discarded_can_be_begun_anew(team: made.Team) -> None:
    skps.discard(skp=made.make_skp(team), by=team.member_user, reason="Disusun ulang dari awal.")
    second = made.make_skp(team)
    assert (second.state, SKP.objects.filter(employee=team.member).count()) == ("rancangan", 2)
    assert tallies.differences(team.year) == []


def test_what_hung_on_a_result_that_goes_waits_again_and_its_owner_is_told(team: made.Team) -> None:
    leaders = skps.start(employee=team.head, year=team.year, by=team.head_user, on=made.START)
    above = made.add_result(leaders, "Data unit andal")
    skp = made.make_skp(team, results=0)
    below = made.add_result(skp, "Laporan tersusun", parent=above)
    skps.discard(skp=leaders, by=team.head_user, reason="Jabatan akan berubah.")
    below.refresh_from_db()
    assert (below.parent, below.provisional) == (None, "Data unit andal")
    assert Notice.objects.filter(user=team.member_user, text__contains="dicabut").count() == 1


def test_the_appraiser_agrees_only_to_what_he_has_read(team: made.Team) -> None:
    skp = made.make_skp(team, state="diajukan")
    read_up_to = skp.transitions.get().sequence
    skps.send_back(skp=skp, by=team.member_user, reason="Ada yang terlupa.")
    made.add_result(skp, "Survei selesai", provisional="Data unit andal")
    skps.submit(skp=skp, by=team.member_user, on=made.START)
    with pytest.raises(Refused, match="berubah sejak Anda membukanya"):
        skps.agree(skp=skp, by=team.head_user, on=made.START, seen=read_up_to)
    newest = skp.transitions.order_by("-sequence").values_list("sequence", flat=True)[0]
    assert skps.agree(skp=skp, by=team.head_user, on=made.START, seen=newest).number == 1


def test_the_other_of_the_two_is_told_of_a_change(team: made.Team) -> None:
    skp = made.make_skp(team, state="ditetapkan")
    skps.begin_change(skp=skp, by=team.head_user, reason="Sasaran unit berubah.")
    assert Notice.objects.filter(user=team.member_user, text__contains="mulai diubah: Sasaran unit berubah.").exists()
    assert not Notice.objects.filter(user=team.head_user, text__contains="mulai diubah").exists()


def test_the_mayor_is_told_what_waits_for_him(team: made.Team, cast: Cast) -> None:
    skp = skps.start(employee=team.head, year=team.year, by=team.head_user, on=made.START)
    one = made.add_result(skp, "Layanan membaik", provisional="Visi kota")
    one.perspective = "penerima_layanan"
    one.save()
    skps.submit(skp=skp, by=team.head_user, on=made.START)
    assert Notice.objects.filter(user=cast.wali, text__contains="menunggu persetujuan").exists()


def test_an_appraiser_is_changed_with_a_reason_that_stays_and_all_three_are_told(team: made.Team, cast: Cast) -> None:
    skp = made.make_skp(team, state="ditetapkan")
    other = make_employee("Rahmat Hidayat", user=cast.rahmat, unit=team.unit)
    for wrong, said in ((team.member, "dirinya sendiri"), (team.head, "sudah menjadi")):
        with pytest.raises(Refused, match=said):
            skps.change_appraiser(skp=skp, appraiser=wrong, by=cast.lestari, reason="Cuti besar.")
    skps.change_appraiser(skp=skp, appraiser=other, by=cast.lestari, reason="Cuti besar.")
    assert skp.dialogue.get().text == "Pejabat penilai diganti: Cuti besar."
    told = set(Notice.objects.filter(text__contains="Pejabat penilai SKP").values_list("user__username", flat=True))
    assert told == {team.member_user.username, team.head_user.username, cast.rahmat.username}
