"""Pages of the law: all of them open without signing in, answer, and can be kept by caches."""

import pytest
from django.test import Client

from jenjang.law import catalogue
from jenjang.law.parameters import default_book
from jenjang.transparency import calculators

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("rule_id", [rule.id for rule in catalogue.all_rules()])
def test_every_rule_has_a_page_and_a_calculator_that_answers_its_first_case(client: Client, rule_id: str) -> None:
    rule = catalogue.get(rule_id)
    case = calculators.worked_cases(rule)[0]
    assert client.get(f"/hukum/aturan/{rule_id}/").status_code == 200
    assert client.get(f"/hukum/aturan/{rule_id}/hitung/").status_code == 200
    answer = client.get(f"/hukum/aturan/{rule_id}/hitung/?{calculators.address_of(case, rule)}")
    assert answer.status_code == 200
    assert answer.context["sheet"].answer == catalogue.evaluate(case.rule, case.on, case.facts)
    assert "Jawaban" in answer.content.decode()


def test_every_instrument_and_parameter_has_a_page(client: Client) -> None:
    book = default_book()
    for key in book.sources:
        assert client.get(f"/hukum/instrumen/{key}/").status_code == 200, key
    for key in book.parameters:
        assert client.get(f"/hukum/parameter/{key}/").status_code == 200, key


@pytest.mark.parametrize("address", ["/hukum/", "/hukum/instrumen/", "/hukum/parameter/", "/hukum/aturan/"])
def test_an_open_page_costs_few_queries_and_is_answered_by_its_etag(
    client: Client, address: str, django_assert_max_num_queries: object
) -> None:
    with django_assert_max_num_queries(15):  # type: ignore[operator]
        first = client.get(address)
    assert first.headers["Cache-Control"] == "public, max-age=60"
    assert client.get(address, headers={"If-None-Match": first.headers["ETag"]}).status_code == 304


def test_bad_input_is_answered_at_the_field_with_422_and_stays_typed(client: Client) -> None:
    answer = client.get(
        "/hukum/aturan/gaji.pokok/hitung/?on=22/11/2026&status=PNS&grade=III/a&service_years=lima&hitung=1"
    )
    page = answer.content.decode()
    assert answer.status_code == 422
    assert 'value="lima"' in page
    assert 'aria-describedby="f-service_years_error' in page
    assert "Cache-Control" not in answer.headers


def test_markup_in_an_address_is_text_on_the_page(client: Client) -> None:
    page = client.get("/hukum/aturan/identitas.nip/hitung/?nip=<script>alert(1)</script>&hitung=1").content.decode()
    assert "<script>alert" not in page
    assert "<script>alert" not in client.get("/hukum/?q=<script>alert(1)</script>").content.decode()


def test_a_row_is_added_without_javascript(client: Client) -> None:
    page = client.get("/hukum/aturan/jabatan.syarat/hitung/?held.0.kind=pengawas&tambah=held").content.decode()
    assert 'name="held.1.kind"' in page


def test_search_finds_rules_parameters_and_articles(client: Client) -> None:
    page = client.get("/hukum/?q=cuti tahunan").content.decode()
    assert "/hukum/aturan/cuti.tahunan/" in page
    assert "/hukum/instrumen/pp-11-2017/#pasal-311" in page


@pytest.mark.parametrize(
    "address", ["aturan/tidak.ada", "aturan/tidak.ada/hitung", "parameter/x.y", "instrumen/uu-1-1900"]
)
def test_what_does_not_exist_is_a_404(client: Client, address: str) -> None:
    assert client.get(f"/hukum/{address}/").status_code == 404
