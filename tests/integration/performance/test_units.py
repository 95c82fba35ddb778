"""Objectives of a unit: written, agreed upwards by two people, sealed, changed with a reason, and what was reached of them."""

from datetime import date
from decimal import Decimal

import pytest

from jenjang.kernel.models import Notice
from jenjang.law.errors import Refused
from jenjang.performance import planning, skps, unit_agreements, unit_appraisers, unit_plans, unit_results
from jenjang.performance.content import read
from jenjang.performance.models import (
    SKP,
    AgreementProposal,
    Objective,
    PerformanceYear,
    UnitAgreement,
    UnitIndicator,
    UnitResult,
)
from jenjang.performance.planning import Draft, Measure
from jenjang.performance.unit_plans import IndicatorDraft, ObjectiveDraft
from tests.cast import Cast
from tests.factories import performance as made
from tests.factories.people import make_employee, make_unit

INDEX = IndicatorDraft("Indeks kepuasan", "86", "penerima_layanan", Decimal(86), "nilai")
SPENT = IndicatorDraft("Serapan anggaran", "93 persen", "anggaran")


@pytest.fixture
def team(cast: Cast) -> made.Team:
    """A top unit: its head agrees with the mayor."""
    return made.make_team(cast.yuliana, cast.sri)


def write(
    team: made.Team, text: str = "Layanan memuaskan", *indicators: IndicatorDraft, parent: int | None = None
) -> Objective:
    draft = ObjectiveDraft(text, parent, indicators or (INDEX, SPENT))
    return unit_plans.add_objective(unit=team.unit, year=team.year, draft=draft, by=team.head_user)


def agreed(team: made.Team, cast: Cast, reason: str = "") -> UnitAgreement:
    proposal = unit_agreements.propose(unit=team.unit, year=team.year, by=team.head_user, on=made.START, reason=reason)
    return unit_agreements.agree(proposal=proposal, by=cast.wali, on=made.START)


def test_a_plan_is_agreed_by_the_leader_above_and_sealed_whole(team: made.Team, cast: Cast) -> None:
    write(team)
    version = agreed(team, cast)
    sealed = read(version.content)
    assert (version.version, version.head, version.proposed_by, version.agreed_by) == (
        1,
        team.head,
        cast.yuliana,
        cast.wali,
    )
    assert [one["teks"] for one in sealed["sasaran"][0]["indikator"]] == ["Indeks kepuasan", "Serapan anggaran"]
    assert Notice.objects.filter(user=cast.wali, text__contains="menunggu kesepakatan Anda").count() == 1
    assert Notice.objects.filter(user=team.head_user, text__contains="disepakati").count() == 1


def test_what_is_missing_is_said_before_it_is_proposed(team: made.Team) -> None:
    with pytest.raises(Refused, match="Belum ada sasaran"):
        unit_agreements.propose(unit=team.unit, year=team.year, by=team.head_user, on=made.START)
    write(team, "Arsip tertata", IndicatorDraft("Berkas", "300"))
    with pytest.raises(Refused, match="Perspektif indikator"):
        unit_agreements.propose(unit=team.unit, year=team.year, by=team.head_user, on=made.START)


def test_only_the_leader_above_agrees_and_never_who_proposed(team: made.Team, cast: Cast) -> None:
    write(team)
    proposal = unit_agreements.propose(unit=team.unit, year=team.year, by=cast.lestari, on=made.START)
    for other in (team.head_user, cast.lestari, cast.zulkifli):
        with pytest.raises(Refused, match="Hanya pimpinan di atas"):
            unit_agreements.agree(proposal=proposal, by=other, on=made.START)


def test_the_head_above_agrees_with_the_unit_below_but_not_to_the_own_proposal(cast: Cast) -> None:
    above = made.make_team(cast.yuliana, cast.sri)
    below = made.make_team(cast.rahmat, cast.hendra, parent=above.unit)
    served = write(above)
    with pytest.raises(Refused, match="belum menyebut sasaran unit di atasnya"):
        write(below, "Arsip tertata", IndicatorDraft("Berkas", "300"))
        unit_agreements.propose(unit=below.unit, year=below.year, by=cast.rahmat, on=made.START)
    Objective.objects.filter(unit=below.unit).update(parent=served)
    own = unit_agreements.propose(unit=below.unit, year=below.year, by=cast.yuliana, on=made.START)
    with pytest.raises(Refused, match="bukan pengusulnya"):
        unit_agreements.agree(proposal=own, by=cast.yuliana, on=made.START)
    unit_agreements.withdraw(proposal=own, by=cast.yuliana)
    again = unit_agreements.propose(unit=below.unit, year=below.year, by=cast.rahmat, on=made.START)
    assert unit_agreements.agree(proposal=again, by=cast.yuliana, on=made.START).version == 1


def test_while_it_waits_nothing_is_rewritten_and_it_is_settled_once(team: made.Team, cast: Cast) -> None:
    objective = write(team)
    proposal = unit_agreements.propose(unit=team.unit, year=team.year, by=team.head_user, on=made.START)
    for act in (
        lambda: write(team, "Lagi"),
        lambda: unit_plans.remove_objective(objective=objective, by=team.head_user),
        lambda: unit_agreements.propose(unit=team.unit, year=team.year, by=team.head_user, on=made.START),
    ):
        with pytest.raises(Refused, match="sedang diajukan"):
            act()
    unit_agreements.send_back(proposal=proposal, reason="Targetnya terlalu rendah.", by=cast.wali, on=made.START)
    assert AgreementProposal.objects.get().answer == "Targetnya terlalu rendah."
    assert Notice.objects.filter(user=team.head_user, text__contains="dikembalikan: Targetnya").count() == 1
    with pytest.raises(Refused, match="sudah diselesaikan"):
        unit_agreements.agree(proposal=proposal, by=cast.wali, on=made.START)
    assert not UnitAgreement.objects.exists()


def test_a_change_needs_a_reason_and_is_the_next_version(team: made.Team, cast: Cast) -> None:
    objective = write(team)
    agreed(team, cast)
    index, spent = objective.indicators.order_by("order")
    kept = IndicatorDraft(index.text, "88", index.perspective, Decimal(88), index.measure, index.pk)
    unit_plans.change_objective(
        objective=objective, draft=ObjectiveDraft("Layanan prima", None, (kept,)), by=cast.yuliana
    )
    with pytest.raises(Refused, match="alasan tertulis"):
        agreed(team, cast)
    assert agreed(team, cast, reason="Survei baru.").version == 2
    assert list(objective.indicators.values_list("pk", "target")) == [(index.pk, "88")]
    assert not UnitIndicator.objects.filter(pk=spent.pk).exists()


def test_what_is_agreed_already_is_not_proposed_again_until_something_differs(team: made.Team, cast: Cast) -> None:
    objective = write(team)
    agreed(team, cast)
    with pytest.raises(Refused, match="sama dengan versi 1 yang sudah disepakati"):
        agreed(team, cast, reason="Sekali lagi.")
    assert AgreementProposal.objects.count() == 1
    kept = tuple(
        IndicatorDraft(one.text, one.target, one.perspective, one.target_number, one.measure, one.pk)
        for one in objective.indicators.order_by("order")
    )
    for words, version in (("Layanan prima", 2), (objective.text, 3)):
        draft = ObjectiveDraft(words, None, kept)
        unit_plans.change_objective(objective=objective, draft=draft, by=cast.yuliana)
        assert agreed(team, cast, reason="Kata-katanya.").version == version


def test_an_indicator_that_somebody_serves_or_that_has_results_is_reworded_not_removed(
    team: made.Team, cast: Cast
) -> None:
    objective = write(team)
    agreed(team, cast)
    index, spent = objective.indicators.order_by("order")
    skp = skps.start(employee=team.head, year=team.year, by=team.head_user, on=made.START)
    draft = Draft(
        "Layanan membaik", unit_indicator=index.pk, perspective="penerima_layanan", measures=(Measure("Indeks", "86"),)
    )
    planning.add_result(skp=skp, draft=draft, by=team.head_user, on=made.START)
    unit_results.record(
        unit=team.unit,
        year=team.year,
        period=1,
        reached={spent.pk: ("20 persen", None)},
        by=team.head_user,
        on=made.START,
    )
    for act in (
        lambda: unit_plans.remove_objective(objective=objective, by=team.head_user),
        lambda: unit_plans.change_objective(objective=objective, draft=ObjectiveDraft("Kosong"), by=team.head_user),
    ):
        with pytest.raises(Refused, match="Ubah tulisannya, jangan dihapus"):
            act()
    skps.submit(skp=skp, by=team.head_user, on=made.START)
    assert skps.agree(skp=skp, by=cast.wali, on=made.START).number == 1


def test_a_plan_serves_only_units_above_and_belongs_to_who_cares(team: made.Team, cast: Cast) -> None:
    other = made.make_team(cast.rahmat, cast.hendra)
    theirs = write(other)
    with pytest.raises(Refused, match="bukan milik unit di atasnya"):
        write(team, "Layanan", parent=theirs.pk)
    for user in (cast.sri, cast.dewi):
        with pytest.raises(Refused, match="tidak Anda kelola"):
            unit_plans.add_objective(unit=team.unit, year=team.year, draft=ObjectiveDraft("Titipan"), by=user)


def test_objectives_change_places_and_are_copied_into_the_next_year(team: made.Team) -> None:
    first, second = write(team, "Satu"), write(team, "Dua")
    unit_plans.move_objective(objective=second, up=True, by=team.head_user)
    coming = PerformanceYear.objects.create(year=2027, rhythm="triwulanan")
    assert unit_plans.copy_objectives(unit=team.unit, year=coming, by=team.head_user) == 2
    assert list(Objective.objects.filter(year=coming).values_list("text", flat=True)) == ["Dua", "Satu"]
    assert UnitIndicator.objects.filter(objective__year=coming, text="Indeks kepuasan", target_number=86).count() == 2
    with pytest.raises(Refused, match="sudah mempunyai sasaran"):
        unit_plans.copy_objectives(unit=team.unit, year=coming, by=team.head_user)
    unit_plans.remove_objective(objective=first, by=team.head_user)
    assert Objective.objects.filter(year=team.year).count() == 1


def test_what_was_reached_is_added_to_and_the_newest_counts(team: made.Team, cast: Cast) -> None:
    indicator = write(team).indicators.first()
    args = {"unit": team.unit, "year": team.year, "by": team.head_user}
    with pytest.raises(Refused, match="belum disepakati"):
        unit_results.record(period=1, reached={indicator.pk: ("80", None)}, on=made.START, **args)
    agreed(team, cast)
    with pytest.raises(Refused, match="belum mulai"):
        unit_results.record(period=2, reached={indicator.pk: ("80", None)}, on=made.START, **args)
    reached = {indicator.pk: ("80", Decimal(80))}
    for words, many in ((reached, 1), (reached, 0), ({indicator.pk: ("81", Decimal(81))}, 1)):
        assert unit_results.record(period=1, reached=words, on=made.START, **args) == many
    assert UnitResult.objects.count() == 2
    assert unit_results.newest(team.unit.pk, team.year, 1)[indicator.pk].text == "81"


def test_an_appraiser_is_named_where_no_head_seat_is_and_open_skp_go_over(team: made.Team, cast: Cast) -> None:
    school = make_unit("SD Contoh", parent=team.unit)
    teacher = make_employee("Guru Contoh", user=cast.hendra, unit=school, title="Guru Ahli Pertama")
    principal = make_employee("Kepala Sekolah", user=cast.rahmat, unit=school, title="Guru Ahli Madya")
    skp = skps.start(employee=teacher, year=team.year, by=cast.hendra, on=made.START)
    assert skp.appraiser == team.head
    terms = {"since": date(2026, 1, 2), "decree_number": "800/1/2026", "by": cast.lestari, "on": made.START}
    unit_appraisers.name_for_unit(unit=school, nip=principal.nip, **terms)
    assert SKP.objects.get(pk=skp.pk).appraiser == principal
    assert [(one.name, one.named) for one in unit_appraisers.without_head_seat(made.START)] == [
        ("SD Contoh", principal.pk)
    ]
    assert Notice.objects.filter(user=cast.rahmat, text__contains="ditunjuk sebagai pejabat penilai").exists()
    with pytest.raises(Refused, match="mempunyai jabatan pemimpin"):
        unit_appraisers.name_for_unit(unit=team.unit, nip=principal.nip, **terms)
    with pytest.raises(Refused, match="Tidak ada pegawai aktif"):
        unit_appraisers.name_for_unit(unit=school, nip="1" * 18, **terms)


def test_an_appraiser_who_was_chosen_with_a_reason_stays(team: made.Team, cast: Cast) -> None:
    school = make_unit("SD Contoh", parent=team.unit)
    teacher = make_employee("Guru Contoh", user=cast.hendra, unit=school, title="Guru Ahli Pertama")
    principal = make_employee("Kepala Sekolah", unit=school, title="Guru Ahli Madya")
    skp = skps.start(employee=teacher, year=team.year, by=cast.hendra, on=made.START)
    skps.change_appraiser(skp=skp, appraiser=team.member, by=cast.lestari, reason="Kepala dinas cuti besar.")
    unit_appraisers.name_for_unit(
        unit=school,
        nip=principal.nip,
        since=date(2026, 1, 2),
        decree_number="800/1/2026",
        by=cast.lestari,
        on=made.START,
    )
    assert SKP.objects.get(pk=skp.pk).appraiser == team.member
