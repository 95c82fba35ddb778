"""Calculators: every rule answers its worked cases from an address exactly as the case runner does."""

from datetime import date
from urllib.parse import parse_qsl

import pytest

from jenjang.law import cases, catalogue
from jenjang.transparency import calculators

TODAY = date(2026, 11, 22)
RULES = [rule.id for rule in catalogue.all_rules()]


def sheet_of(rule_id: str, query: str) -> calculators.Sheet:
    return calculators.fill(catalogue.get(rule_id), dict(parse_qsl(query, keep_blank_values=True)), today=TODAY)


@pytest.mark.parametrize("rule_id", RULES)
def test_every_worked_case_typed_into_the_form_gives_the_answer_of_the_case_runner(rule_id: str) -> None:
    rule = catalogue.get(rule_id)
    worked = calculators.worked_cases(rule)
    assert worked
    for case in worked:
        sheet = sheet_of(rule_id, calculators.address_of(case, rule))
        assert not sheet.is_faulty, (case.id, [(fault.name, fault.error) for fault in sheet.faults])
        assert sheet.answer == catalogue.evaluate(case.rule, case.on, case.facts), case.id
        assert cases.run(case) == []


@pytest.mark.parametrize("rule_id", RULES)
def test_an_empty_form_asks_without_blame_and_says_what_is_missing_when_sent(rule_id: str) -> None:
    assert not sheet_of(rule_id, "").is_faulty
    sheet = sheet_of(rule_id, "hitung=1&on=31/2/2026")
    assert "31" in sheet.on.error
    assert sheet.answer is None


def test_rows_are_added_and_taken_away_and_what_was_typed_stays() -> None:
    typed = "held.0.kind=pengawas&held.0.months=36&tambah=held"
    held = next(control for control in sheet_of("jabatan.syarat", typed).fields if control.name == "held")
    assert [row.name for row in held.parts] == ["held.0", "held.1"]
    assert held.parts[0].parts[0].value == "pengawas"
    assert not list(held.faults())
    typed = "held.0.kind=pengawas&held.1.kind=administrator&hapus=held.0"
    held = next(control for control in sheet_of("jabatan.syarat", typed).fields if control.name == "held")
    assert [row.name for row in held.parts] == ["held.1"]


def test_a_half_filled_row_says_which_cell_is_missing() -> None:
    sheet = sheet_of("jabatan.syarat", "held.0.kind=pengawas&hitung=1")
    assert "held.0.months" in [fault.name for fault in sheet.faults]


@pytest.mark.parametrize(
    ("rule_id", "query", "name"),
    [
        ("gaji.pokok", "status=PNS&grade=IX%2Fz&service_years=3&hitung=1", "grade"),
        ("gaji.pokok", "status=PNS&grade=III%2Fa&service_years=abc&hitung=1", "service_years"),
        ("gaji.pokok", "status=PNS&grade=III%2Fa&service_years=-4&hitung=1", "service_years"),
        ("gaji.pokok", "status=PNS&grade=III%2Fa&service_years=3&on=1/1/1950&hitung=1", "on"),
        (
            "jabatan.syarat",
            "held.0.kind=pengawas&held.0.career_level=tidak_ada&held.0.months=-1&hitung=1",
            "held.0.months",
        ),
        ("seleksi.nilai", "scores.0.nama=a&scores.0.nilai=101&hitung=1", "scores.0.nilai"),
        ("kinerja.distribusi", "counts.baik=-1&hitung=1", "counts.baik"),
        ("ip_asn.indeks", "performance.1=100,5&hitung=1", "performance.1"),
        ("talenta.nilai", "position_experience.years=-1&hitung=1", "position_experience.years"),
        ("pdp.pemberitahuan", "detected_at=22/11/2026&hitung=1", "detected_at"),
        ("pdp.pemberitahuan", "detected_at=22/11/2026 25.00&hitung=1", "detected_at"),
    ],
)
def test_what_cannot_be_read_is_answered_at_its_field(rule_id: str, query: str, name: str) -> None:
    sheet = sheet_of(rule_id, query)
    assert [fault.name for fault in sheet.faults if fault.name == name] == [name]
    assert sheet.answer is None


def test_what_may_be_unknown_is_left_open_and_said_as_missing_data() -> None:
    typed = "award=tidak_ada&team_role=tidak_ada&certificates=0&sanction=tidak_ada&serving=tidak&hitung=1"
    sheet = sheet_of("talenta.nilai", typed)
    assert not sheet.is_faulty, [(fault.name, fault.error) for fault in sheet.faults]
    nothing = dict.fromkeys(("predicate", "feedback_360", "competence", "position_experience", "potential", "education",
                             "field_match"))  # fmt: skip
    facts = {
        "award": "tidak_ada",
        "team_role": "tidak_ada",
        "certificates": 0,
        "sanction": "tidak_ada",
        "serving": False,
    }
    assert sheet.answer == catalogue.evaluate("talenta.nilai", TODAY.isoformat(), facts | nothing)
    assert sum("belum ada data" in finding["reason"] for finding in sheet.answer["findings"]) == 7
    known = sheet_of("talenta.nilai", f"{typed}&field_match=ya").answer
    assert [finding["reason"] for finding in known["findings"]].count(
        "Kesesuaian bidang ilmu: nilai 100, bobot 10%."
    ) == 1
    half = sheet_of("talenta.nilai", f"{typed}&position_experience.years=3")
    assert "position_experience.variety" in [fault.name for fault in half.faults]


def test_hostile_addresses_are_cut_to_size() -> None:
    many = "&".join(f"held.{row}.kind=pengawas" for row in range(900))
    held = next(control for control in sheet_of("jabatan.syarat", f"{many}&hitung=1").fields if control.name == "held")
    assert len(held.parts) <= 40
    assert sheet_of("identitas.nip", f"nip={'9' * 100_000}&hitung=1").is_faulty
