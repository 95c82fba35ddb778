"""Every worked case of the law passes: the ones that ship with it, and the facts it was built on where they are at hand."""

from pathlib import Path

import pytest

from jenjang.law import cases
from jenjang.law.catalogue import all_rules
from jenjang.law.errors import LawError

REPOSITORY = Path(__file__).resolve().parents[2]
DOMAIN_FACTS = REPOSITORY.parent / "shared" / "domain" / "cases"


@pytest.mark.parametrize("rule", all_rules(), ids=lambda rule: rule.id)
def test_the_shipped_cases_of_a_rule(rule):
    own = [case for case in cases.shipped_cases() if case.rule == rule.id]

    assert own
    assert {case.id: problems for case in own if (problems := cases.run(case))} == {}


@pytest.mark.skipif(not DOMAIN_FACTS.is_dir(), reason="the folder of facts is not beside this repository")
def test_the_facts_that_the_law_was_built_on():
    found = [case for path in cases.find_files(DOMAIN_FACTS) for case in cases.load_cases(path)]

    assert found
    assert {case.id: cases.run(case) for case in found if cases.run(case)} == {}


def test_case_ids_are_unique():
    ids = [(case.rule, case.id) for case in cases.shipped_cases()]

    assert len(ids) == len(set(ids))


def test_every_case_names_its_source():
    assert [case.id for case in cases.shipped_cases() if not case.source] == []


def write(folder, text):
    path = folder / "kasus.toml"
    path.write_text(text, "utf-8")
    return path


def test_a_wrong_expectation_is_reported_with_both_values(tmp_path):
    path = write(
        tmp_path,
        """
        [[case]]
        id = "salah"
        rule = "kinerja.kebutuhan_angka_kredit"
        on = 2026-03-02
        facts = { career_level = "ahli_muda" }
        expect = { rank_promotion = 99, jenjang = 1 }
        """,
    )

    assert cases.run(cases.load_cases(path)[0]) == [
        "rank_promotion: diharapkan 99, hasilnya 100",
        "jenjang: tidak ada pada hasil",
    ]


def test_a_tolerance_lets_a_near_value_pass(tmp_path):
    path = write(
        tmp_path,
        """
        [[case]]
        id = "dekat"
        rule = "kinerja.kebutuhan_angka_kredit"
        on = 2026-03-02
        facts = { career_level = "ahli_muda" }
        expect = { rank_promotion = 99.5 }
        tolerance = 0.5
        """,
    )

    assert cases.run(cases.load_cases(path)[0]) == []


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("[[case]]\nid = 'a'\n", "belum ada"),
        ("[[case]]\nid='a'\nrule='x'\non=2026-01-01\nfacts={}\n", "belum ada expect"),
        ("[[case]]\nid='a'\nrule='x'\non=2026-01-01\nfacts={}\nexpect={b=1}\ncatatan='c'\n", "kunci tidak dikenal"),
        ("kasus = 1\n", r"\[\[case\]\] saja"),
        ("[[case]\n", "kasus.toml"),
    ],
)
def test_a_malformed_case_file_says_what_is_wrong(tmp_path, text, says):
    with pytest.raises(LawError, match=says):
        cases.load_cases(write(tmp_path, text))


def test_an_expected_refusal_must_be_refused_on_that_field(tmp_path):
    path = write(
        tmp_path,
        """
        [[case]]
        id = "lain"
        rule = "kinerja.kebutuhan_angka_kredit"
        on = 2026-03-02
        facts = { career_level = "x" }
        error = "grade"
        """,
    )

    assert cases.run(cases.load_cases(path)[0]) == ["ditolak pada career_level, bukan grade"]
