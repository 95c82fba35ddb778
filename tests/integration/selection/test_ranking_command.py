"""`jenjang selection rank` prints everybody; two runs at once follow each other. All people are invented."""

import json
from datetime import date

import pytest
from django.db import transaction

from jenjang.accounts.roles import Role
from jenjang.cli import main
from jenjang.law.errors import Refused
from jenjang.personnel.models import EmployeeCurrent
from jenjang.selection import runs
from jenjang.selection.models import Run
from tests.at_once import DONE, at_once
from tests.factories import people
from tests.factories.panels import make_user
from tests.factories.selection import ON, make_candidate, make_run, make_vacancy


@pytest.fixture(autouse=True)
def _today(freeze):
    freeze(ON)


def printed(capsys, number: str) -> list[dict]:
    assert main(["selection", "rank", number, "--format", "json"]) == 0
    return json.loads(capsys.readouterr().out)


def test_everybody_is_printed_with_place_score_criteria_and_findings(cast, capsys):
    able = make_candidate("Rina Wulandari")
    make_candidate("Lusi Andriani", technical="60")
    make_candidate("Maya Anggraini", predicates=())
    make_candidate("Dewi Lestari", education="d3")
    hired = date(2021, 3, 1)
    people.make_employee(
        "Pegawai Kontrak", status="PPPK", grade="IX", appointed=hired, grade_since=hired, position_since=hired
    )
    vacancy = make_vacancy(cast.lestari)
    run = make_run(vacancy, cast.lestari)
    lines = printed(capsys, vacancy.number)
    assert len(lines) == run.examined == EmployeeCurrent.objects.filter(active=True).count()
    assert [(line["rank"], line["allowed"]) for line in lines] == [
        (1, True), (2, True), (None, False), (None, False), (None, False),
    ]  # fmt: skip
    first = lines[0]
    assert (first["nip"], first["score"]) == (able.nip, 73.0)
    assert first["criteria"] == {"kinerja": 16.8, "potensial": 22.6, "teknis": 33.6}
    assert all(finding["met"] for finding in first["findings"] if finding["blocks"])
    for line in lines[2:]:
        unmet = [finding for finding in line["findings"] if finding["blocks"] and not finding["met"]]
        assert unmet
        assert all(finding["reason"] and finding["cites"] for finding in unmet)
        assert line["score"] is None


def test_the_downloaded_inputs_are_computed_again_and_a_changed_result_is_named(
    client, cast, sign_in, capsys, tmp_path
):
    for name, technical in (("Rina Wulandari", "80"), ("Lusi Andriani", "60")):
        make_candidate(name, technical=technical)
    vacancy = make_vacancy(cast.lestari)
    make_run(vacancy, cast.lestari)
    sign_in(client, cast.lestari)
    page = client.get(f"/lowongan/{vacancy.number}/").content.decode()
    link = f"/lowongan/{vacancy.number}/masukan.json"
    assert f'href="{link}"' in page
    file = tmp_path / "masukan.json"
    file.write_bytes(client.get(link).content)
    assert main(["selection", "recompute", str(file)]) == 0
    assert "2 orang dihitung ulang.\nSemua peringkat" in capsys.readouterr().out
    printed_inputs = json.loads(file.read_text())
    printed_inputs["orang"][1]["nilai"] = "99.00"
    file.write_text(json.dumps(printed_inputs))
    assert main(["selection", "recompute", str(file)]) == 1
    out = capsys.readouterr().out
    assert f"id {printed_inputs['orang'][1]['id']}" in out
    assert "1 hasil berbeda." in out
    assert f"id {printed_inputs['orang'][0]['id']}:" not in out


@pytest.mark.parametrize(
    "text", ["", "[]", "{}", '{"orang": 1}', '{"hukum": "lain", "orang": [], "kriteria": {}, "keadaan_per": "x"}']
)
def test_what_is_no_printed_input_cannot_be_computed_again(cast, capsys, tmp_path, text):
    file = tmp_path / "masukan.json"
    file.write_text(text)
    assert main(["selection", "recompute", str(file)]) == 2
    assert main(["selection", "recompute", str(tmp_path / "tidak-ada.json")]) == 2
    assert "tidak dapat dibaca" in capsys.readouterr().err


def test_before_a_run_the_command_prints_what_a_run_would_give(cast, capsys):
    make_candidate("Rina Wulandari")
    vacancy = make_vacancy(cast.lestari)
    before = printed(capsys, vacancy.number)
    make_run(vacancy, cast.lestari)
    assert printed(capsys, vacancy.number) == before
    assert Run.objects.count() == 1


def test_an_unknown_number_or_unpublished_criteria_cannot_be_ranked(cast, capsys):
    assert main(["selection", "rank", "L-2026-9999", "--format", "json"]) == 2
    assert "tidak ada lowongan" in capsys.readouterr().err
    draft = make_vacancy(cast.lestari, published=False)
    assert main(["selection", "rank", draft.number]) == 2
    assert "belum diumumkan" in capsys.readouterr().err
    with pytest.raises(Refused, match="Kriteria belum diumumkan"):
        runs.compute(vacancy=draft, by=cast.lestari, on=ON)


def test_of_two_runs_at_once_one_supersedes_the_other(committed_db):
    with transaction.atomic():
        officer = make_user("petugas", "Petugas Uji", Role.PERSONNEL_OFFICER)
        make_candidate("Rina Wulandari")
        make_candidate("Lusi Andriani", technical="60")
        vacancy = make_vacancy(officer)

    def compute() -> None:
        runs.compute(vacancy=vacancy, by=officer, on=ON, reason="Dua petugas menekan tombol bersamaan.")

    assert at_once(compute, compute) == [DONE, DONE]
    first, second = Run.objects.order_by("number")
    assert (first.number, second.number, second.supersedes, first.supersedes) == (1, 2, first, None)
    assert runs.standing_run(vacancy) == second
    assert first.entries.count() == second.entries.count() == 2
