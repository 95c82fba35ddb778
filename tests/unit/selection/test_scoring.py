"""Ties in their published order, and data that is not on record, both ways. Pure; all people are invented."""

from datetime import date
from decimal import Decimal

import pytest

from jenjang.law.parameters import default_book
from jenjang.selection.criteria import Terms
from jenjang.selection.inputs import Inputs
from jenjang.selection.ranking import Engine

ON = date(2026, 11, 17)
TERMS = Terms(method="tim_penilai", position_kind="administrator", echelon="III.b")
ABLE = {
    "status": "PNS", "golongan": "III/d", "tmt_golongan": "2021-04-01", "tmt_pengangkatan": "2010-01-01",
    "tanggal_lahir": "1985-03-17", "pendidikan": "s1", "bidang_ilmu_sesuai": True,
    "jabatan_bulan": [["pengawas", "tidak_ada", 72]], "tahun_bidang_tugas": 6,
    "predikat": [[2025, "baik", 1], [2024, "baik", 2]], "umpan_balik_360": ["baik", 3], "sertifikat": 2,
    "pengalaman": [72, "satu_unit", "tidak_ada"], "kompetensi": ["85.00", 4], "potensi": ["80.00", 5],
    "kompetensi_teknis": ["84.00", 6],
}  # fmt: skip


def person(key: int, **facts) -> Inputs:
    return Inputs.from_printed({**ABLE, "id": key, **facts})


def engine(**policy) -> Engine:
    return Engine(TERMS, default_book().on(ON, policy), ON)


def places(*people: Inputs) -> list[tuple[int, bool]]:
    return [(one.person.person, one.tied) for one in engine().rank(people).ranked]


def test_equal_scores_go_by_performance_first():
    """The talent score is the same; more of it comes from performance in one, from potential in the other."""
    ranking = engine().rank([person(1), person(2)])
    first, second = ranking.ranked
    first.performance, second.performance = Decimal(50), Decimal(60)
    from jenjang.selection.ordering import put_in_order

    standing = put_in_order([first, second], TERMS.tie_break)
    assert [one.performance for one in standing.ranked] == [60, 50]
    assert standing.unsettled == 0


@pytest.mark.parametrize(
    ("name", "better", "worse"),
    [
        ("golongan", "IV/a", "III/d"),
        ("tmt_golongan", "2019-04-01", "2021-04-01"),
        ("tmt_pengangkatan", "2008-12-01", "2010-01-01"),
        ("tanggal_lahir", "1980-03-17", "1985-03-17"),
    ],
)
def test_equal_scores_go_by_each_published_key(name, better, worse):
    one, other = person(1, **{name: worse}), person(2, **{name: better})
    assert places(one, other) == places(other, one) == [(2, False), (1, False)]


def test_an_earlier_key_outweighs_all_later_ones():
    later = {"tmt_golongan": "2015-04-01", "tmt_pengangkatan": "2000-01-01", "tanggal_lahir": "1970-01-01"}
    assert places(person(1, **later), person(2, golongan="IV/a")) == [(2, False), (1, False)]
    del later["tmt_golongan"]
    assert places(person(1, **later), person(2, tmt_golongan="2019-04-01")) == [(2, False), (1, False)]


def test_equal_in_everything_is_a_tie_for_the_board():
    assert places(person(1), person(2)) == [(1, True), (2, True)]


def test_a_day_that_is_not_on_record_comes_last():
    assert places(person(1, tmt_golongan=""), person(2)) == [(2, False), (1, False)]


@pytest.mark.parametrize("name", ["umpan_balik_360", "kompetensi", "potensi", "kompetensi_teknis"])
def test_missing_data_counts_nothing_or_is_left_out_as_the_policy_says_and_is_always_said(name):
    lacking = person(1, **{name: None})
    zero = engine().assess(lacking)
    left_out = engine(**{"talenta.data_kosong": "keluarkan_dan_timbang_ulang"}).assess(lacking)
    full = engine().assess(person(2))
    assert zero.missing == left_out.missing == [f"belum_ada_{name}"]
    assert zero.score < full.score
    assert left_out.score > zero.score
    said = [finding.reason for finding in engine().score(lacking).findings if not finding.met]
    assert len(said) == 1
    assert "belum ada data, dihitung 0" in said[0]
    said = engine(**{"talenta.data_kosong": "keluarkan_dan_timbang_ulang"}).score(lacking).findings
    assert ["tidak ikut dihitung" in finding.reason for finding in said if not finding.met] == [True]


def test_with_all_data_both_policies_give_the_same_score():
    reweighing = engine(**{"talenta.data_kosong": "keluarkan_dan_timbang_ulang"})
    assert reweighing.assess(person(1)).score == engine().assess(person(1)).score
