"""The smallest changes of an open selection, and two together where one is not enough. Pure; all people are invented."""

from decimal import Decimal

from jenjang.law.parameters import default_book
from jenjang.selection.criteria import Terms
from jenjang.selection.gaps import smallest_changes
from jenjang.selection.ranking import Engine
from tests.unit.selection.test_scoring import ON, person

WEIGHTS = {"rekam_jejak": 20, "kompetensi": 25, "makalah": 20, "wawancara": 35}
OPEN = Terms(
    method="seleksi_terbuka", position_kind="jpt_pratama", echelon="II.b",
    weights={name: Decimal(weight) for name, weight in WEIGHTS.items()},
)  # fmt: skip
LEADER = {"golongan": "IV/b", "pendidikan": "s2", "jabatan_bulan": [["administrator", "tidak_ada", 72]]}


def applicant(key: int, *scores: str):
    return person(key, **LEADER, nilai_tahap=dict(zip(WEIGHTS, scores, strict=True)))


def changes(own, other):
    by_stages = Engine(OPEN, default_book().on(ON), ON)
    return by_stages, smallest_changes(by_stages, own, by_stages.assess(other))


def test_an_applicant_reads_which_result_of_which_stage_would_move_them_up():
    own, other = applicant(1, "80", "80", "80", "80"), applicant(2, "80", "80", "80", "84.5")
    by_stages, found = changes(own, other)
    titles = [change.title for change in found]
    assert titles == [
        "Makalah 80 menjadi 88",
        "Rekam jejak 80 menjadi 88",
        "Asesmen kompetensi 80 menjadi 87",
        "Wawancara 80 menjadi 85",
    ]
    raised = by_stages.assess(applicant(1, "80", "80", "80", "85"))
    assert found[-1].score == raised.score > by_stages.assess(other).score


def test_two_results_together_where_no_single_one_is_enough():
    own, other = applicant(1, "80", "80", "80", "80"), applicant(2, "90", "90", "90", "90")
    by_stages, found = changes(own, other)
    assert found
    assert all(len(change.steps) == 2 for change in found)
    best = by_stages.assess(other).score
    assert all(best <= change.score <= best + 1 for change in found), "no larger than needed"


def test_nothing_is_promised_that_two_changes_cannot_reach():
    own, other = applicant(1, "20", "20", "20", "20"), applicant(2, "99", "99", "99", "99")
    assert changes(own, other)[1] == []
