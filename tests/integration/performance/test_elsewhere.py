"""Periods that e-Kinerja rated: a city begins in the middle of a year, and nobody is asked twice."""

from collections.abc import Callable
from datetime import date

import pytest
from django.test import Client

from jenjang.kernel import clock
from jenjang.performance import tallies
from jenjang.performance.evaluations import take_back
from jenjang.performance.models import Evaluation
from jenjang.performance.queries_evaluating import earlier_in_year
from jenjang.siasn import history_import
from tests.cast import Cast
from tests.factories import performance as made
from tests.integration.siasn.books import histories

JULY = date(2026, 7, 3)
QUARTERS = ((1, 3), (4, 6))


@pytest.fixture
def team(cast: Cast) -> made.Team:
    return made.make_team(cast.yuliana, cast.sri)


def arrives(team: made.Team, *months: tuple[int, int]) -> None:
    rows = [
        {
            "nipBaru": team.member.nip, "tahun": "2026", "periodikId": "2", "bulanMulaiPenilaian": str(first),
            "bulanSelesaiPenilaian": str(last), "hasilKinerjaNilai": "2", "perilakuKerjaNilai": "2", "kuadranKinerjaNilai": "2",
        }
        for first, last in months
    ]  # fmt: skip
    with clock.frozen(JULY):
        outcome = history_import.import_histories(histories({"rw-kinerjaperiodik": rows}), by=made.BY)
    assert (outcome.problems, outcome.new) == ([], len(months))


def asked(team: made.Team) -> list[int]:
    return sorted(Evaluation.objects.filter(employee=team.member).values_list("period", flat=True))


def test_what_came_from_e_kinerja_is_not_asked_again_and_stands_in_the_year(
    team: made.Team, client: Client, sign_in: Callable[..., Client], freeze: Callable[[date], None]
) -> None:
    made.make_skp(team, state="ditetapkan")
    arrives(team, *QUARTERS)
    assert asked(team) == [0, 3, 4]
    assert tallies.differences(team.year) == []
    freeze(JULY)
    page = " ".join(sign_in(client, team.member_user).get("/kinerja/").content.decode().split())
    assert page.count("Dinilai di e-Kinerja") == 2
    assert "April sampai Juni 2026: Baik" in page


def test_an_skp_that_is_agreed_in_july_begins_with_the_third_quarter(team: made.Team) -> None:
    arrives(team, *QUARTERS)
    made.make_skp(team, state="ditetapkan")
    assert asked(team) == [0, 3, 4]


def test_months_count_together_and_a_quarter_that_lacks_one_is_asked(team: made.Team) -> None:
    made.make_skp(team, state="ditetapkan")
    arrives(team, (1, 1), (2, 2), (3, 3), (4, 4), (6, 6))
    assert asked(team) == [0, 2, 3, 4]


def test_what_somebody_began_with_here_stays(team: made.Team) -> None:
    begun = made.make_evaluation(team, period=1, state="diisi")
    take_back(evaluation=begun, by=team.member_user)
    rated = made.make_evaluation(team, period=2, state="dinilai")
    arrives(team, *QUARTERS)
    assert asked(team) == [0, 1, 2, 3, 4]
    assert {one.state for one in (begun, rated)} == {"terbuka", "dinilai"}


def test_what_was_rated_here_and_came_back_from_e_kinerja_is_said_once(team: made.Team) -> None:
    made.make_evaluation(team, period=1, state="diterima")
    arrives(team, *QUARTERS)
    year = Evaluation.objects.get(employee=team.member, period=0)
    assert [(one.label, one.elsewhere) for one in earlier_in_year(year)] == [
        ("triwulan I 2026", False), ("April sampai Juni 2026", True),
    ]  # fmt: skip
