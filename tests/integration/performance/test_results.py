"""Credit points, index and papers as people see them."""

import re
from collections.abc import Callable
from datetime import date
from io import BytesIO

import pytest
from django.test import Client
from pypdf import PdfReader

from jenjang import ledger
from jenjang.kernel import clock
from jenjang.organization.models import OrgUnit
from jenjang.performance import closing
from jenjang.performance.models import AppraisalRecord, IndexTally, UnitPredicate
from tests.cast import Cast
from tests.factories import performance as made
from tests.factories.people import give, give_position, make_employee, make_unit


@pytest.fixture
def official(cast: Cast) -> made.Team:
    """Sri, Arsiparis Ahli Pertama III/c, with a year that is closed."""
    team = made.make_team(cast.yuliana, cast.sri)
    give_position(
        team.member,
        "fungsional",
        since=date(2025, 1, 1),
        title="Arsiparis Ahli Pertama",
        unit=team.unit,
        career_level="ahli_pertama",
    )
    made.make_evaluation(team, period=0, state="diterima")
    closing.close_block(team.year, closing.ready(team.year), by=cast.lestari, on=date(2027, 2, 1))
    return team


def text_of(client: Client, url: str) -> str:
    answer = client.get(url)
    assert answer.status_code == 200, url
    return " ".join("\n".join(page.extract_text() for page in PdfReader(BytesIO(answer.content)).pages).split())


def test_an_official_reads_what_is_there_and_what_is_missing(
    official: made.Team, client: Client, sign_in: Callable[..., Client], freeze: Callable[[date], None],
    django_assert_max_num_queries: Callable,
) -> None:  # fmt: skip
    freeze(date(2027, 2, 3))
    sign_in(client, official.member_user)
    with django_assert_max_num_queries(25):
        page = client.get(f"/kinerja/angka-kredit/{official.member.nip}/").content.decode()
    # III/c lies above the level: the base of its highest grade, 50, and 12,50 of the year
    for words in ("62,50", "kurang 37,50", "3 tahun lagi", "Konversi 2026"):
        assert words in page


def test_the_papers_of_credit_points_say_the_same(
    official: made.Team, client: Client, sign_in: Callable[..., Client], freeze: Callable[[date], None]
) -> None:
    freeze(date(2027, 2, 3))
    sign_in(client, official.member_user)
    base = f"/kinerja/angka-kredit/{official.member.nip}"
    assert "12,50" in text_of(client, f"{base}/konversi-2026.pdf")
    assert "Jumlah: 12,50." in text_of(client, f"{base}/akumulasi.pdf")
    paper = text_of(client, f"{base}/pak.pdf")
    assert "Jumlah angka kredit kumulatif 62,50" in paper
    assert "Masa penilaian 1 Januari 2026 sampai 31 Desember 2026" in paper
    assert "Kenaikan jenjang 100,00 37,50 Belum terpenuhi" in paper


def test_the_index_names_each_dimension_and_the_step_that_raises_it_most(
    official: made.Team, client: Client, sign_in: Callable[..., Client], freeze: Callable[[date], None]
) -> None:
    freeze(date(2027, 2, 3))
    sign_in(client, official.member_user)
    page = client.get(f"/kinerja/ip-asn/{official.member.nip}/").content.decode()
    for words in ("Kualifikasi", "Ikut pelatihan fungsional", "Tambah 20 JP diklat teknis", "Ikut seminar"):
        assert words in page


def test_the_list_of_units_opens_where_there_is_more_than_one(
    official: made.Team, cast: Cast, client: Client, sign_in: Callable[..., Client], freeze: Callable[[date], None]
) -> None:
    root = make_unit("Pemerintah Kota Contoh")
    OrgUnit.objects.filter(pk=official.unit.pk).update(parent=root)
    IndexTally.objects.bulk_create(
        IndexTally(year=2030, unit=unit, people=2, total=100)
        for unit in (official.unit, make_unit("Sekretariat", parent=root))
    )
    freeze(date(2027, 2, 3))
    page = sign_in(client, cast.lestari).get("/kinerja/ip-asn/unit/").content.decode()
    assert [name in page for name in ("Bidang Contoh</a>", "Sekretariat</a>", "Kota Contoh</a>")] == [True, True, False]
    assert "Pemerintah Kota Contoh. Rata-rata" in " ".join(page.split())
    assert "Langkah yang menaikkan" in page


def test_a_unit_reads_which_step_of_its_people_would_raise_it_most(
    official: made.Team, cast: Cast, client: Client, sign_in: Callable[..., Client], freeze: Callable[[date], None]
) -> None:
    clerk = make_employee("Eka Putra", unit=official.unit)
    give(AppraisalRecord, clerk, date(2025, 12, 31), year=2025, predicate="baik")
    freeze(date(2027, 2, 3))
    sign_in(client, cast.lestari)
    page = " ".join(client.get(f"/kinerja/ip-asn/unit/?unit={official.unit.pk}").content.decode().split())
    # hours are worth 15 to the official and 22,50 to the clerk; functional training is for the official alone
    found = re.findall(
        r"<strong>([^<]+)</strong>: (\d+) orang, rata-rata unit naik <span class=.j-num.>([\d,]+)</span>", page
    )
    assert found[:3] == [
        ("Tambah 20 JP diklat teknis", "2", "18,75"), ("Ikut seminar, lokakarya, atau sejenisnya", "2", "13,75"),
        ("Ikut pelatihan fungsional", "1", "7,50"),
    ]  # fmt: skip


def test_a_unit_of_others_tells_no_steps(
    official: made.Team, cast: Cast, client: Client, sign_in: Callable[..., Client], freeze: Callable[[date], None]
) -> None:
    elsewhere = make_unit("Bidang Lain")
    stranger = make_employee("Eka Putra", unit=elsewhere)
    give(AppraisalRecord, stranger, date(2025, 12, 31), year=2025, predicate="baik")
    freeze(date(2027, 2, 3))
    sign_in(client, official.head_user)
    assert "Ikut seminar" in client.get(f"/kinerja/ip-asn/unit/?unit={official.unit.pk}").content.decode()
    assert "Ikut seminar" not in client.get(f"/kinerja/ip-asn/unit/?unit={elsewhere.pk}").content.decode()


def test_who_appraises_comes_from_the_skp_to_credit_points_and_index(
    official: made.Team, client: Client, sign_in: Callable[..., Client]
) -> None:
    sign_in(client, official.head_user)
    page = client.get(f"/kinerja/skp/{official.year.skps.get(employee=official.member).pk}/").content.decode()
    for part in ("angka-kredit", "ip-asn"):
        url = f"/kinerja/{part}/{official.member.nip}/"
        assert f'href="{url}"' in page
        assert client.get(url).status_code == 200


def test_who_appraises_beyond_the_own_unit_reads_the_results_of_the_running_year_only(
    official: made.Team, cast: Cast, client: Client, sign_in: Callable[..., Client]
) -> None:
    make_employee("Dewi Anggraini", user=cast.dewi, unit=make_unit("Bidang Lain"))
    url = f"/kinerja/ip-asn/{official.member.nip}/"
    sign_in(client, cast.dewi)
    assert client.get(url).status_code == 404
    official.year.skps.update(appraiser=cast.dewi.employee)
    assert client.get(url).status_code == 200
    type(official.year).objects.update(state="ditutup")
    assert client.get(url).status_code == 404


def test_the_menu_leads_to_the_indexes_of_units(
    official: made.Team, cast: Cast, client: Client, sign_in: Callable[..., Client]
) -> None:
    sign_in(client, cast.lestari)
    assert 'href="/kinerja/ip-asn/unit/"' in client.get("/beranda/").content.decode()


def test_papers_of_the_year_carry_both_parties_and_the_predicate(
    official: made.Team, client: Client, sign_in: Callable[..., Client]
) -> None:
    evaluation = official.year.evaluations.get(period=0)
    sign_in(client, official.member_user)
    skp = text_of(client, f"/kinerja/skp/{evaluation.skp_id}/skp.pdf")
    assert "SASARAN KINERJA PEGAWAI" in skp
    assert "Laporan 1 tersusun" in skp
    paper = text_of(client, f"/kinerja/evaluasi/{evaluation.pk}/evaluasi.pdf")
    assert "Predikat kinerja pegawai: Baik" in paper
    assert "Capaian kinerja organisasi: belum ditetapkan." in paper
    assert "Diterima dan ditandatangani pegawai" in text_of(client, f"/kinerja/evaluasi/{evaluation.pk}/dokumen.pdf")


def test_the_organisation_above_counts_on_the_papers_of_a_unit_without_a_predicate_of_its_own(
    official: made.Team, cast: Cast, client: Client, sign_in: Callable[..., Client]
) -> None:
    above = make_unit("Dinas di Atasnya")
    OrgUnit.objects.filter(pk=official.unit.pk).update(parent=above)
    with ledger.attributed(by=cast.wali):
        UnitPredicate.objects.create(
            year=official.year, unit=above, period=0, predicate="istimewa", reason="Melampaui target.", set_by=cast.wali
        )
    evaluation = official.year.evaluations.get(period=0)
    sign_in(client, official.member_user)
    paper = text_of(client, f"/kinerja/evaluasi/{evaluation.pk}/evaluasi.pdf")
    assert "Capaian kinerja organisasi: Istimewa." in paper
    assert "Capaian kinerja organisasi Istimewa" in text_of(client, f"/kinerja/evaluasi/{evaluation.pk}/dokumen.pdf")


def test_every_paper_is_a_link_on_the_page_that_it_is_about(
    official: made.Team, client: Client, sign_in: Callable[..., Client]
) -> None:
    evaluation, waiting = official.year.evaluations.get(period=0), official.year.evaluations.get(period=1)
    skp = f"/kinerja/skp/{evaluation.skp_id}/"
    own = {"SKP": f"{skp}skp.pdf", "evaluasi": f"{evaluation.get_absolute_url()}evaluasi.pdf"}
    sign_in(client, official.member_user)
    assert own["SKP"] in client.get(skp).content.decode()
    page = client.get(evaluation.get_absolute_url()).content.decode()
    for url in (*own.values(), f"{evaluation.get_absolute_url()}dokumen.pdf"):
        assert f'href="{url}"' in page
    assert "evaluasi.pdf" not in client.get(waiting.get_absolute_url()).content.decode()
    sign_in(client, official.head_user)
    assert (
        f"/kinerja/unit/{official.unit.pk}/kurva-2026-0.pdf"
        in client.get(f"/kinerja/sebaran/2026/0/{official.unit.pk}/").content.decode()
    )


def test_selection_reads_the_year_without_a_second_entry(official: made.Team) -> None:
    from jenjang.performance.bulk_facts import predicates

    found = predicates(on=date(2027, 2, 3), known_at=clock.now(), since_year=2025)
    assert found[official.member.pk][0][:2] == [2026, "baik"]
    assert AppraisalRecord.objects.get(employee=official.member, year=2026).result_rating == "sesuai_ekspektasi"


def test_closing_from_the_page_starts_a_job_that_can_be_left(
    official: made.Team, cast: Cast, client: Client, sign_in: Callable[..., Client]
) -> None:
    sign_in(client, cast.lestari, fresh=True)
    answer = client.post("/kinerja/tahun/2026/tutup/")
    assert answer.status_code == 302
    assert answer["Location"].startswith("/pekerjaan/")


def test_a_year_is_not_declared_closed_before_it_ends_nor_without_a_reason_while_some_wait(
    official: made.Team, cast: Cast, client: Client, sign_in: Callable[..., Client], freeze: Callable[[date], None]
) -> None:
    sign_in(client, cast.lestari, fresh=True)
    early = client.post("/kinerja/tahun/2026/nyatakan/", {"reason": ""})
    assert early.status_code == 422
    assert "belum berakhir" in early.content.decode()
    freeze(date(2027, 2, 3))
    sign_in(client, cast.lestari, fresh=True)
    assert client.post("/kinerja/tahun/2026/nyatakan/", {"reason": ""}).status_code == 302


def test_final_results_leave_with_the_codes_of_e_kinerja(
    official: made.Team, cast: Cast, client: Client, sign_in: Callable[..., Client]
) -> None:
    from jenjang.kernel import sheets

    sign_in(client, cast.lestari)
    answer = client.get("/kinerja/tahun/2026/e-kinerja-0.xlsx")
    with sheets.open_sheet(answer.content, required=["nipBaru", "kuadranKinerjaNilai"], sheet="rw-skp22") as sheet:
        ((_, row),) = list(sheet)
    assert row["NIPBARU"] == official.member.nip
    assert [int(row[key]) for key in ("HASILKINERJANILAI", "PERILAKUKERJANILAI", "KUADRANKINERJANILAI")] == [2, 2, 2]


def test_what_left_for_e_kinerja_comes_back_as_it_was(
    official: made.Team, cast: Cast, client: Client, sign_in: Callable[..., Client]
) -> None:
    """A city that keeps both for a while: the exported period is read by the importer of histories without a change."""
    from jenjang.performance.models import PeriodicRecord
    from jenjang.siasn import history_import

    made.make_evaluation(official, period=1, state="diterima")
    sign_in(client, cast.lestari)
    book = client.get("/kinerja/tahun/2026/e-kinerja-1.xlsx").content
    outcome = history_import.import_histories(book, by=made.BY)
    assert (outcome.new, outcome.problems) == (1, [])
    leaving = client.get("/kinerja/tahun/2026/angka-kredit.xlsx").content
    with clock.frozen(date(2027, 2, 3)):
        returning = history_import.import_histories(leaving, by=made.BY)
    assert (returning.unchanged, returning.changes, returning.problems) == (1, [], [])
    row = PeriodicRecord.objects.get(employee=official.member)
    assert (row.year, row.first_month, row.last_month, row.predicate) == (2026, 1, 3, "baik")
