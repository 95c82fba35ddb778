"""A member who is tied to a candidate finds that candidate closed at every address, and can take no file that tells more."""

import io
from decimal import Decimal

import pytest
from django.db import transaction
from django.urls import reverse
from python_calamine import CalamineWorkbook

from jenjang import ledger
from jenjang.selection import candidates, runs, ties
from jenjang.selection.barred import CLOSED, barred_from
from jenjang.selection.models import Candidate, StageResult
from tests.factories.decisions import assessed, forwarded
from tests.factories.panels import make_application, make_open_vacancy, member, pass_papers
from tests.factories.people import BY
from tests.factories.selection import ON, make_candidate
from tests.integration.selection.test_decision_interests import one_person
from tests.integration.selection.test_decisions import grant, second_account
from tests.integration.selection.test_open import CLOSED as CALL_OVER
from tests.integration.selection.test_open import make_external, official, panel_for


@pytest.fixture(autouse=True)
def _today(freeze):
    freeze(ON)


def step_back(made, user, candidate):
    """The member declares an interest in one candidate."""
    own = member(made.vacancy.panel, user)
    ties.declare(member=own, interests=[(candidate, "usaha", "Usaha bersama")], by=user, on=ON)


def line_of(made, candidate):
    return runs.standing_run(made.vacancy).entries.get(employee=candidate.employee_id)


def address(made, name, *more):
    return reverse(f"selection:{name}", args=[made.vacancy.number, *more])


def test_the_tied_candidate_is_named_and_closed_on_the_ranking_and_all_others_open(client, cast, sign_in):
    made = assessed(cast)
    tied, other = made.candidates[1], made.candidates[2]
    step_back(made, cast.ratna, tied)
    sign_in(client, cast.ratna)
    here = address(made, "vacancy")
    page = client.get(here).content.decode()
    closed, shown = line_of(made, tied), line_of(made, other)
    assert tied.employee.current.full_name in page
    assert CLOSED in page
    assert f"calon={closed.pk}" not in page
    assert str(closed.score).replace(".", ",") not in page
    assert f"calon={shown.pk}" in page
    asked = client.get(here, {"calon": closed.pk}).content.decode()
    assert "Anda tidak menilai calon ini" in asked
    assert "Uji kompetensi teknis" not in asked
    beside = client.get(here, {"calon": shown.pk}).content.decode()
    assert "ke peringkat 2" not in beside, "the gap to a closed line would tell its score"


def test_what_is_closed_on_the_page_is_closed_in_every_sheet(client, cast, sign_in):
    made = assessed(cast)
    tied = made.candidates[1]
    step_back(made, cast.ratna, tied)
    sign_in(client, cast.ratna)
    nip, name = tied.employee.current.nip, tied.employee.current.full_name
    sheet = client.get(address(made, "vacancy"), {"ekspor": "csv"}).content.decode()
    row = next(line for line in sheet.splitlines() if name in line)
    assert CLOSED in row
    assert nip not in row
    assert str(line_of(made, tied).score) not in sheet
    book = CalamineWorkbook.from_filelike(io.BytesIO(client.get(address(made, "vacancy"), {"ekspor": "xlsx"}).content))
    cells = next(line for line in book.get_sheet_by_index(0).to_python() if name in line)
    assert CLOSED in cells
    assert nip not in map(str, cells)


def test_the_printed_inputs_of_everybody_are_not_for_who_may_not_see_one_of_them(client, cast, sign_in):
    made = assessed(cast)
    step_back(made, cast.ratna, made.candidates[1])
    for kind in ("json", "csv"):
        sign_in(client, cast.ratna)
        refused = client.get(address(made, "inputs", kind))
        assert refused.status_code == 403
        assert "memuat calon yang tidak Anda nilai" in refused.content.decode()
        sign_in(client, cast.agus)
        assert client.get(address(made, "inputs", kind)).status_code == 200


def test_the_tied_name_among_the_three_has_no_score_and_no_parts(client, cast, sign_in):
    made = forwarded(cast)
    tied = made.candidates[1]
    with transaction.atomic():
        step_back(made, cast.ratna, tied)
    sign_in(client, cast.ratna)
    page = client.get(address(made, "decision")).content.decode()
    assert page.count(CLOSED) == 1
    assert str(line_of(made, tied).score).replace(".", ",") not in page
    sign_in(client, cast.agus)
    assert CLOSED not in client.get(address(made, "decision")).content.decode()


def test_a_change_of_place_of_the_tied_candidate_is_not_told(client, cast, sign_in):
    made = assessed(cast)
    tied = made.candidates[1]
    step_back(made, cast.ratna, tied)
    make_candidate("Calon Z", technical="99")
    runs.compute(vacancy=made.vacancy, by=cast.lestari, on=ON, reason="Data pegawai baru diimpor (rekaan).")
    for user, told in ((cast.agus, True), (cast.ratna, False)):
        sign_in(client, user)
        page = client.get(address(made, "runs")).content.decode()
        assert (tied.employee.current.full_name in page) is told


def test_a_second_account_of_the_member_opens_nothing_more(cast, monkeypatch):
    made = assessed(cast)
    step_back(made, cast.ratna, made.candidates[1])
    twin = second_account(cast.ratna, "ratna.kedua")
    grant(twin, "tim_penilai")
    assert not barred_from(twin, made.vacancy)
    one_person(monkeypatch, twin, cast.ratna)
    assert barred_from(twin, made.vacancy).employees == {made.candidates[1].employee_id}


def test_a_tied_applicant_from_another_agency_is_closed_too(client, cast, sign_in):
    vacancy = make_open_vacancy(cast)
    users = [cast.hendra, cast.sri, cast.yuliana]
    entries = [make_application(vacancy, user, official(user.name, user)) for user in users]
    entries.append(make_external(cast, vacancy))
    for application in entries:
        pass_papers(application, cast.lestari)
    panel = panel_for(cast, vacancy)
    candidates.begin_assessment(vacancy=vacancy, by=cast.lestari, on=CALL_OVER)
    outsider = Candidate.objects.get(application=entries[-1])
    ties.declare(
        member=member(panel, cast.marlina), interests=[(outsider, "usaha", "Usaha bersama")], by=cast.marlina,
        on=CALL_OVER,
    )  # fmt: skip
    with transaction.atomic(), ledger.attributed(by=BY):
        StageResult.objects.bulk_create(
            StageResult(application=one, component=name, score=Decimal(80), origin="uji", by=cast.lestari)
            for one in entries for name in ("rekam_jejak", "kompetensi", "makalah", "wawancara")
        )  # fmt: skip
    run = runs.compute(vacancy=vacancy, by=cast.lestari, on=CALL_OVER)
    sign_in(client, cast.marlina)
    here = reverse("selection:vacancy", args=[vacancy.number])
    asked = client.get(here, {"calon": run.entries.get(employee=None).pk}).content.decode()
    assert "Anda tidak menilai calon ini" in asked
    assert "197605042005012001" not in client.get(here, {"ekspor": "csv"}).content.decode()
