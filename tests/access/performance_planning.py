"""Who opens which page of planning: the own SKP, the team's, and the units that one leads or cares for."""

from datetime import date

from django.db import transaction

from jenjang.kernel.actions import store_document
from jenjang.performance import result_templates, skps, tallies, unit_agreements, unit_plans, unit_results
from jenjang.performance.models import SKP, RoleCell, UnitIndicator, UnitResult
from jenjang.performance.planning import Measure
from jenjang.performance.tallies import Place
from jenjang.performance.unit_plans import IndicatorDraft, ObjectiveDraft
from jenjang.personnel.models import Employee
from tests.access import EVERYONE, Cast, Sample
from tests.factories import performance as made
from tests.factories.people import make_employee
from tests.integration.hostile.honest import COLLEAGUE, PDF

ALL_READERS = frozenset({"bkpsdm", "pyb", "ppk", "inspektorat"})
READERS = ALL_READERS | {"pegawai_lain", "atasan"}
OWNER, LEADER, OFFICER, MAYOR = (frozenset({one}) for one in ("pegawai_lain", "atasan", "bkpsdm", "ppk"))
PARTY, PLANNERS = OWNER | LEADER, LEADER | OFFICER
OF_BOTH = ("submit", "take_back", "agree", "send_back", "change", "discard", "note")
OBJECTIVES = ("change_objective", "remove_objective", "move_objective")
DAY = date(made.YEAR, 2, 2)


@transaction.atomic
def samples(cast: Cast) -> list[Sample]:
    """Hendra's draft and agreed SKP of two years, both appraised by Yuliana, and the unit that Yuliana leads."""
    unit, head, member = _team(cast)
    draft, agreed = _plans(unit, head, member, cast)
    make_employee("Rekan Rekaan", nip=COLLEAGUE, birth=date(1985, 1, 24), appointed=date(2008, 2, 1), sex="L")
    result = made.add_result(draft, "Laporan tersusun", provisional="Data unit andal")
    leaders = SKP.objects.create(
        employee=head, year=draft.year, unit=unit, title="Kepala", kind="administrator", by_authority=True,
        effective_from=draft.effective_from,
    )  # fmt: skip
    cell = RoleCell.objects.create(
        leader_result=made.add_result(leaders, "Data unit andal"), employee=member, text="Menyusun laporan bulanan"
    )
    tallies.recount(draft.year)
    own = {"pk": draft.pk}
    line = {"pk": result.pk}
    return [
        Sample("performance:skp", own, "SKP sendiri, dinilai atasan", READERS),
        *(_named(OF_BOTH, own, "SKP sendiri, dinilai atasan", PARTY)),
        Sample("performance:appraiser", own, "SKP seseorang", OFFICER),
        Sample("performance:skp_version", {"pk": agreed.pk, "number": 1}, "versi yang ditetapkan", READERS),
        *(_named(("add_result", "copy_results", "approach", "annexes"), own, "rancangan sendiri", OWNER)),
        Sample("performance:take_role", {**own, "cell": cell.pk}, "peran sendiri", OWNER),
        Sample("performance:expectations", own, "SKP yang dinilai", LEADER),
        *(_named(("change_result", "remove_result", "move_result"), line, "hasil kerja sendiri", OWNER)),
        Sample("performance:join_result", line, "hasil kerja yang menunggu", PARTY),
        *_of_unit(cast, unit),
    ]


def _named(names: tuple[str, ...], kwargs: dict[str, int], of: str, opens_for: frozenset[str]) -> list[Sample]:
    return [Sample(f"performance:{name}", kwargs, of, opens_for) for name in names]


def _team(cast: Cast) -> tuple[object, Employee, Employee]:
    """Yuliana at the head of a unit and Hendra, as another part of these samples may have made them already."""
    head = Employee.objects.filter(user=cast.yuliana, current__seat__is_head=True).first()
    member = Employee.objects.filter(user=cast.hendra).first()
    if head is None or member is None:
        team = made.make_team(cast.yuliana, cast.hendra)
        return team.unit, team.head, team.member
    return head.current.seat.unit, head, member


def _plans(unit: object, head: Employee, member: Employee, cast: Cast) -> tuple[SKP, SKP]:
    """One SKP a year, whatever position the two hold today."""
    plans = []
    for year in (made.YEAR - 2, made.YEAR - 1):
        skp = SKP.objects.create(
            employee=member, year=made.make_year(year), unit=unit, title="Pengelola Data", kind="pelaksana",
            appraiser=head, effective_from=date(year, 1, 1),
        )  # fmt: skip
        tallies.count_skp(skp, None, Place(skp.state))
        plans.append(skp)
    agreed, draft = plans
    made.add_result(agreed, "Arsip tertata", provisional="Data unit andal")
    skps.submit(skp=agreed, by=cast.hendra, on=agreed.effective_from)
    skps.agree(skp=agreed, by=cast.yuliana, on=agreed.effective_from)
    return draft, agreed


def _of_unit(cast: Cast, unit: object) -> list[Sample]:
    """A plan that was agreed, and a change of it that waits for the mayor."""
    year = made.make_year()
    objective = unit_plans.add_objective(unit=unit, year=year, draft=_objective("Layanan membaik"), by=cast.yuliana)
    proposal = unit_agreements.propose(unit=unit, year=year, by=cast.yuliana, on=DAY)
    unit_agreements.agree(proposal=proposal, by=cast.wali, on=DAY)
    indicator = UnitIndicator.objects.get(objective=objective)
    unit_results.record(
        unit=unit, year=year, period=1, reached={indicator.pk: ("80", None)}, by=cast.yuliana, on=DAY,
        document=store_document(PDF, by=cast.yuliana, name="bukti.pdf"),
    )  # fmt: skip
    unit_plans.add_objective(unit=unit, year=year, draft=_objective("Arsip tertib"), by=cast.yuliana)
    unit_agreements.propose(unit=unit, year=year, by=cast.yuliana, on=DAY, reason="Anggaran berubah.")
    template = result_templates.save_template(
        unit=unit, title="", text="Arsip tertata", measures=[Measure("Banyaknya berkas", "300", "kuantitas")], by=cast.yuliana,
    )  # fmt: skip
    paper = UnitResult.objects.get(indicator=indicator)
    here, place = {"pk": unit.pk}, {"pk": unit.pk, "year": year.year}
    sample = {**here, "template": template.pk}
    led = "unit yang dipimpin"
    return [
        Sample("performance:unit_now", here, "unit mana pun", EVERYONE),
        Sample("performance:unit", place, "unit mana pun", EVERYONE),
        Sample("performance:agreement", {**place, "version": 1}, "perjanjian yang disepakati", EVERYONE),
        *(_named(("templates", "add_template"), here, led, PLANNERS)),
        *(_named(("change_template", "delete_template"), sample, "contoh unit yang dipimpin", PLANNERS)),
        *(_named(("add_objective", "copy_objectives", "propose_unit", "withdraw_unit"), place, led, PLANNERS)),
        *(_named(("unit_results", "prepare"), place, led, PLANNERS)),
        *(_named(("agree_unit", "return_unit"), place, "unit di bawah kepala daerah", MAYOR)),
        *(_named(OBJECTIVES, {"pk": objective.pk}, "sasaran unit yang dipimpin", PLANNERS)),
        Sample("performance:unit_paper", {"pk": paper.pk}, "bukti capaian", ALL_READERS | LEADER),
        Sample("performance:unit_appraiser", here, "sebuah unit", OFFICER),
    ]


def _objective(text: str) -> ObjectiveDraft:
    return ObjectiveDraft(text, None, (IndicatorDraft("Indeks kepuasan", "85", "penerima_layanan"),))
