"""Who opens which page of evaluating: one's own results, those of a team, predicates of a unit, amendments, improvement."""

from datetime import datetime, time, timedelta

from django.db import transaction

from jenjang.accounts.actions import create_account
from jenjang.kernel import clock
from jenjang.performance import calibrating, handing, improving
from jenjang.performance.models import Evidence, EvidenceUse, ImprovementPlan
from jenjang.performance.periods import period_of
from jenjang.personnel.models import Employee
from tests.access import NOBODY, Cast, Sample
from tests.factories import performance as made
from tests.factories.decisions import make_scan
from tests.factories.people import make_employee

ALL_READERS = frozenset({"bkpsdm", "pyb", "ppk", "inspektorat"})
TEAM = ALL_READERS | {"atasan"}
OWN, OWNER, APPRAISER = ALL_READERS | {"pegawai_lain"}, frozenset({"pegawai_lain"}), frozenset({"atasan"})
ACTING, OFFICER, HEADS = frozenset({"atasan", "bkpsdm"}), frozenset({"bkpsdm"}), frozenset({"pyb", "ppk"})
POOR = {"result_rating": "di_bawah_ekspektasi", "behaviour_rating": "di_bawah_ekspektasi"}
WORDS = "Laporan bulanan masuk sebelum tanggal lima, tanpa diingatkan."


@transaction.atomic
def samples(cast: Cast) -> list[Sample]:
    """Hendra, whom another head appraises, and a member of Yuliana's team, each with evaluations in every state."""
    own, team = _hendra(cast), _team(cast)
    return [*_own(own), *_of_team(team), *_after(team, cast), *_plans(own, team), *_unit(team)]


def _hendra(cast: Cast) -> made.Team:
    head = create_account(username="penilai.hendra", name="Penilai Hendra")
    person = Employee.objects.get(user=cast.hendra)
    skp = person.skps.get(year__year=made.YEAR)
    Employee.objects.filter(pk=skp.appraiser_id).update(user=head)
    made.agree(skp)
    return made.Team(skp.unit, skp.appraiser, head, person, cast.hendra, skp.year)


def _team(cast: Cast) -> made.Team:
    head = Employee.objects.get(user=cast.yuliana)
    user, unit = create_account(username="anggota.dinilai", name="Anggota Dinilai"), head.current.seat.unit
    member = make_employee(user.name, user=user, unit=unit, title="Pengelola Data")
    return made.Team(unit, head, cast.yuliana, member, user, made.make_year())


def _own(own: made.Team) -> list[Sample]:
    filled, waiting = made.make_evaluation(own, period=1, state="diisi"), made.make_evaluation(own, period=2)
    released = made.make_evaluation(own, period=3, state="dinilai")
    handing.release(evaluation=released, by=own.head_user, on=clock.today())
    return [
        Sample("performance:evaluation", {"pk": released.pk}, "milik sendiri", OWN),
        Sample("performance:fill", {"pk": waiting.pk}, "milik sendiri", OWNER),
        Sample("performance:send_review", {"pk": waiting.pk}, "milik sendiri", OWNER),
        Sample("performance:take_back_review", {"pk": filled.pk}, "milik sendiri", OWNER),
        Sample("performance:sign", {"pk": released.pk}, "milik sendiri, diserahkan", OWNER),
        Sample("performance:sign", {"pk": waiting.pk}, "milik sendiri, belum diserahkan", NOBODY),
        Sample("performance:object", {"pk": released.pk}, "milik sendiri, diserahkan", OWNER),
        Sample("performance:rate", {"pk": filled.pk}, "milik sendiri", NOBODY),
    ]


def _of_team(team: made.Team) -> list[Sample]:
    filled = made.make_evaluation(team, period=2, state="diisi")
    at = datetime.combine(filled.last, time(9), clock.zone())
    evidence = Evidence.objects.create(
        employee=team.member, title="Laporan", document=make_scan(team.member_user), at=at
    )
    EvidenceUse.objects.create(evidence=evidence, result=filled.skp.results.first())
    return [
        Sample("performance:evaluation", {"pk": filled.pk}, "anggota tim, belum diserahkan", TEAM),
        Sample("performance:evaluation_proof", {"pk": filled.pk, "evidence": evidence.pk}, "anggota tim", TEAM),
        Sample("performance:fill", {"pk": filled.pk}, "anggota tim", NOBODY),
        Sample("performance:rate", {"pk": filled.pk}, "anggota tim", APPRAISER),
        Sample("performance:release", {"pk": filled.pk}, "anggota tim", APPRAISER),
        *(
            Sample(f"performance:{name}", {"year": team.year.year, "period": 2}, "tim sendiri", APPRAISER)
            for name in ("team_sheet", "finish_team", "hand_over_team")
        ),
        Sample("performance:pattern", {"pk": team.head.pk}, "penilai", ALL_READERS),
    ]


def _after(team: made.Team, cast: Cast) -> list[Sample]:
    objected = made.make_evaluation(team, period=1, state="dirilis")
    handing.object_to(
        evaluation=objected, words="Bukti laporan bulan Februari belum dibaca.", by=team.member_user, on=made.RATED_ON,
        evidence=make_scan(team.member_user),
    )  # fmt: skip
    final = made.make_evaluation(team, period=3, state="diterima")
    proposal = handing.propose_amendment(
        evaluation=final, result_rating="di_atas_ekspektasi", behaviour_rating="sesuai_ekspektasi",
        reason="Bukti terlambat terbaca karena gangguan sistem.", by=cast.rahmat,
    )  # fmt: skip
    return [
        Sample("performance:objection_paper", {"pk": objected.pk}, "anggota tim", TEAM),
        Sample("performance:rule", {"pk": objected.pk}, "keberatan kepada kepala daerah", frozenset({"ppk"})),
        Sample("performance:amend", {"pk": final.pk}, "hasil yang sudah final", OFFICER),
        Sample("performance:settle_amendment", {"pk": proposal.pk}, "usul petugas lain", OFFICER),
        Sample("performance:object", {"pk": final.pk}, "anggota tim", NOBODY),
    ]


def _plans(own: made.Team, team: made.Team) -> list[Sample]:
    led, poor = _plan(own), made.make_evaluation(team, period=0, state="diterima", **POOR)
    mine = {"pk": led.pk, "step": led.steps.get().pk}
    plan = improving.begin(
        evaluation=poor, aim=WORDS, by=team.head_user, on=clock.today(),
        steps=[improving.Step("Susun jadwal.", clock.today() + timedelta(days=20))],
    )  # fmt: skip
    theirs = {"pk": plan.pk, "step": plan.steps.get().pk}
    return [
        Sample("performance:begin_improvement", {"pk": poor.pk}, "anggota tim", APPRAISER),
        Sample("performance:improvement", {"pk": plan.pk}, "anggota tim", TEAM),
        Sample("performance:improvement", {"pk": led.pk}, "milik sendiri", OWN | {"atasan"}),
        Sample("performance:add_step", {"pk": plan.pk}, "anggota tim", APPRAISER),
        Sample("performance:add_step", {"pk": led.pk}, "milik sendiri", NOBODY),
        Sample("performance:do_step", mine, "milik sendiri", OWNER),
        Sample("performance:do_step", theirs, "anggota tim", NOBODY),
        Sample("performance:remove_step", theirs, "anggota tim", APPRAISER),
        Sample("performance:close_improvement", {"pk": plan.pk}, "anggota tim", APPRAISER),
    ]


def _plan(own: made.Team) -> ImprovementPlan:
    poor = made.make_evaluation(own, period=0, state="diterima", **POOR)
    steps = [improving.Step("Susun jadwal.", clock.today() + timedelta(days=20))]
    return improving.begin(evaluation=poor, aim=WORDS, steps=steps, by=own.head_user, on=clock.today())


def _unit(team: made.Team) -> list[Sample]:
    meeting = calibrating.calibrate(
        unit=team.unit, year=team.year, period=period_of(team.year.year, team.year.rhythm, 2), changes={},
        meeting=calibrating.Meeting(clock.today(), "Ruang rapat", "Pimpinan bidang", "Belum ada yang dibandingkan."),
        by=team.head_user, on=clock.today(),
    )  # fmt: skip
    place = {"year": team.year.year, "period": 2, "unit": team.unit.pk}
    return [
        Sample("performance:unit_ratings", place, "unit yang dipimpin", TEAM),
        Sample("performance:set_unit_predicate", place, "unit teratas", HEADS),
        Sample("performance:make_exception", place, "unit yang dipimpin", ACTING),
        Sample("performance:calibrate", place, "unit yang dipimpin", ACTING),
        Sample("performance:calibration", {**place, "pk": meeting.pk}, "unit yang dipimpin", TEAM),
        Sample("performance:release_unit", place, "unit yang dipimpin", ACTING),
    ]
