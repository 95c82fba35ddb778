"""Performance for tests: a running year, a team under one head, an SKP or evaluation at any state, by the real actions."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from jenjang.performance import evaluations, handing, skps, years
from jenjang.performance.models import (
    SKP,
    Evaluation,
    PerformanceIndicator,
    PerformanceYear,
    PlannedResult,
)
from jenjang.performance.moves import move_skp
from tests.factories.people import BY, make_employee, make_seat, make_unit

YEAR = 2026
START = date(2026, 1, 12)
QUARTER_END = date(2026, 3, 31)
RATED_ON = date(2026, 4, 14)


@dataclass
class Team:
    """Tim rekaan: the head of a unit with an account, and one member with an account."""

    unit: Any
    head: Any
    head_user: Any
    member: Any
    member_user: Any
    year: PerformanceYear


def make_year(year: int = YEAR) -> PerformanceYear:
    """Tahun kinerja, opened on its second week."""
    return PerformanceYear.objects.filter(year=year).first() or years.open_year(year=year, by=BY, on=date(year, 1, 5))


def make_team(head_user: Any, member_user: Any, *, parent: Any = None) -> Team:
    """A unit under a unit: its head is appraised by the mayor or by the head above, the member by the head."""
    unit = make_unit("Bidang Contoh", parent=parent)
    seat = make_seat(unit, "Kepala Bidang Contoh", is_head=True)
    head = make_employee(head_user.name if head_user else "Pimpinan Rekaan", user=head_user, seat=seat)
    member = make_employee(member_user.name, user=member_user, unit=unit, title="Pengelola Data")
    return Team(unit, head, head_user, member, member_user, make_year())


def make_skp(team: Team, *, results: int = 2, state: str = "rancangan") -> SKP:
    """The member's SKP with results that wait for the head's, brought to a state."""
    skp = skps.start(employee=team.member, year=team.year, by=team.member_user, on=START)
    for number in range(1, results + 1):
        add_result(skp, f"Laporan {number} tersusun", provisional="Data unit andal")
    if state in ("diajukan", "ditetapkan"):
        skps.submit(skp=skp, by=team.member_user, on=START)
    if state == "ditetapkan":
        skps.agree(skp=skp, by=team.head_user, on=START)
    return skp


def add_result(skp: SKP, text: str, *, provisional: str = "", parent: Any = None, kind: str = "utama") -> PlannedResult:
    result = PlannedResult.objects.create(
        skp=skp, order=skp.results.count(), kind=kind, text=text, provisional=provisional, parent=parent
    )
    PerformanceIndicator.objects.create(
        result=result, aspect="kuantitas", text="Banyaknya laporan", target="12 laporan"
    )
    return result


def make_evaluation(team: Team, *, period: int = 1, state: str = "terbuka", **ratings: str) -> Evaluation:
    """An evaluation of the member, brought to a state as people would bring it there."""
    skp = SKP.objects.filter(employee=team.member, year=team.year).first() or make_skp(team, state="ditetapkan")
    evaluation = Evaluation.objects.get(skp=skp, period=period)
    given = {"result_rating": "sesuai_ekspektasi", "behaviour_rating": "sesuai_ekspektasi", **ratings}
    reach = ("terbuka", "diisi", "dinilai", "dirilis", "diterima").index(state)
    day = max(evaluation.last, RATED_ON)
    if reach >= 1:
        evaluations.send_review(evaluation=evaluation, **given, note="", by=team.member_user, on=evaluation.last)
    if reach >= 2:
        evaluations.rate(evaluation=evaluation, **given, by=team.head_user, on=day)
    if reach >= 3:
        handing.release(evaluation=evaluation, by=team.head_user, on=day)
    if reach >= 4:
        handing.sign(evaluation=evaluation, by=team.member_user)
    return evaluation


def start(person: Any) -> SKP:
    """An SKP of whoever it is, with one result."""
    skp = skps.start(employee=person, year=make_year(), by=BY, on=START)
    add_result(skp, "Laporan tersusun", provisional="Data unit andal")
    return skp


def agree(skp: SKP) -> SKP:
    """Bring it to agreement without accounts, and let its evaluations begin."""
    for state in ("diajukan", "ditetapkan"):
        move_skp(skp, state, by=BY)
    skps.seal_version(skp, by=BY, on=START)
    return skp


def add_members(team: Team, many: int, *, unit: Any = None, **facts: Any) -> list[SKP]:
    """More people of the team, each with an agreed SKP; without accounts."""
    people = [
        make_employee(f"Anggota {number:02}", unit=unit or team.unit, title="Pengelola Data", **facts)
        for number in range(1, many + 1)
    ]
    return [agree(start(person)) for person in people]


def evaluations_of(team: Team, period: int = 1) -> list[Evaluation]:
    """Everybody of the team in a period, in the order in which they came."""
    rows = Evaluation.objects.filter(year=team.year, period=period).exclude(employee=team.head)
    return list(rows.select_related("skp", "year", "employee").order_by("pk"))
