"""The pages of doing: one form for a week, faults at their fields, lists that keep their filters, few queries for many rows."""

from collections.abc import Callable
from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from jenjang.performance import progress
from jenjang.performance.evidence import Proof
from jenjang.performance.models import SKP, Evidence, ProgressEntry
from jenjang.performance.progress import Done
from jenjang.performance.weeks import week_of
from tests.cast import Cast
from tests.factories import performance as made
from tests.factories.people import make_employee
from tests.integration.hostile.honest import PDF

DAY = date(2026, 3, 18)
WEEK = week_of(DAY)
FORM, LIST = "/kinerja/catat/", "/kinerja/catat/saya/"


@pytest.fixture
def skp(cast: Cast, freeze: Callable[[date], None]) -> SKP:
    freeze(DAY)
    return made.make_skp(made.make_team(cast.yuliana, cast.sri), results=3, state="ditetapkan")


@pytest.fixture
def sri(cast: Cast, client: Client, sign_in: Callable[..., Client]) -> Client:
    sign_in(client, cast.sri)
    return client


def field(skp: SKP, name: str, place: int = 0) -> str:
    return f"{name}-{skp.results.order_by('order')[place].pk}"


def pdf() -> SimpleUploadedFile:
    return SimpleUploadedFile("foto.pdf", PDF, "application/pdf")


def test_one_form_takes_several_results_with_one_file(skp: SKP, sri: Client) -> None:
    sent = {
        field(skp, "teks"): "Laporan disusun.", field(skp, "jumlah"): "1", field(skp, "teks", 1): "Rapat.",
        "berkas": pdf(), "kunci": "ab" * 16,
    }  # fmt: skip
    page = sri.post(FORM, sent, follow=True).content.decode()
    assert "Tercatat untuk 2 hasil kerja, pekan 16–22 Maret 2026." in page
    assert page.count("foto.pdf") == 2
    assert f'data-draft-accepted="{"ab" * 16}"' in page


def test_what_stands_is_put_right_with_one_tap(skp: SKP, sri: Client) -> None:
    sri.post(FORM, {field(skp, "teks"): "Dua lapran."})
    result = skp.results.order_by("order")[0].pk
    page = sri.get(f"{FORM}?pekan={WEEK.first.isoformat()}&ubah={result}").content.decode()
    assert "Dua lapran.</textarea>" in page
    sri.post(FORM, {field(skp, "teks"): "Dua laporan."})
    assert "Dua lapran." not in sri.get(LIST).content.decode()
    assert "Dua lapran." in sri.get(f"{LIST}?riwayat=1").content.decode()


@pytest.mark.parametrize(
    ("sent", "at", "said"),
    [
        ({}, "teks", "Tulis apa yang dikerjakan"),
        ({"jumlah": "3"}, "teks", "Sebut juga apa yang dikerjakan"),
        ({"teks": "Laporan.", "jumlah": "tiga"}, "jumlah", "Tidak terbaca"),
        ({"teks": "Laporan.", "jumlah": "-1"}, "jumlah", "Paling kecil 0"),
        ({"teks": "x" * 1001}, "teks", "Terlalu panjang"),
    ],
)
def test_a_fault_stands_at_its_field_and_what_was_typed_stays(
    skp: SKP, sri: Client, sent: dict[str, str], at: str, said: str
) -> None:
    given = {field(skp, name): value for name, value in sent.items()} | {field(skp, "teks", 1): ""}
    answer = sri.post(FORM, given)
    page = answer.content.decode()
    assert answer.status_code == 422
    place = page.index(f'id="id_{field(skp, at)}_error"')
    assert said in page[place : place + 200]
    assert all(value in page for value in sent.values())
    assert not ProgressEntry.objects.exists()


def test_a_bad_link_a_bad_file_and_two_proofs_at_once_are_refused_at_their_fields(skp: SKP, sri: Client) -> None:
    text = {field(skp, "teks"): "Laporan."}
    fake = SimpleUploadedFile("foto.png", b"<html>", "image/png")
    for given, at in (
        ({"tautan": "javascript:alert(1)"}, "tautan"),
        ({"berkas": fake}, "berkas"),
        ({"berkas": pdf(), "tautan": "https://contoh.example/"}, "tautan"),
        ({"bukti": "999"}, "bukti"),
    ):
        answer = sri.post(FORM, text | given)
        assert answer.status_code == 422
        assert f'id="id_{at}_error"' in answer.content.decode()
    assert not Evidence.objects.exists()


def test_a_week_that_is_closed_or_no_week_answers_as_missing(skp: SKP, sri: Client) -> None:
    for week in ("2025-01-01", "2026-04-01", "kemarin", "0001-01-01"):
        assert sri.get(f"{FORM}?pekan={week}").status_code == 404
    assert sri.get(f"{FORM}?pekan=2026-02-20").status_code == 200


def test_the_list_keeps_its_filters(skp: SKP, sri: Client) -> None:
    sri.post(FORM, {field(skp, "teks"): "Dengan bukti.", "berkas": pdf()})
    sri.post(FORM, {field(skp, "teks", 1): "Tanpa bukti apa pun."})
    page = sri.get(f"{LIST}?bukti=ada").content.decode()
    assert "Dengan bukti." in page
    assert "Tanpa bukti apa pun." not in page
    assert '<input type="hidden" name="bukti" value="ada">' in page
    assert "?bukti=ada&amp;riwayat=1" in page


def test_an_entry_is_withdrawn_by_its_button_and_a_second_tap_says_so(skp: SKP, sri: Client) -> None:
    sri.post(FORM, {field(skp, "teks"): "Keliru."})
    url = f"/kinerja/catat/{ProgressEntry.objects.get().pk}/tarik/"
    assert "Keliru." not in sri.post(url, follow=True).content.decode()
    again = sri.post(url)
    assert again.status_code == 422
    assert "sudah ditarik" in again.content.decode()


def test_the_page_of_evidence_shows_every_use_and_uses_it_again(skp: SKP, sri: Client) -> None:
    sri.post(FORM, {field(skp, "teks"): "Pertama.", "berkas": pdf(), "judul": "Berita acara"})
    sri.post(FORM, {field(skp, "teks", 1): "Kedua."})
    kept = Evidence.objects.get()
    url = f"/kinerja/catat/bukti/{kept.pk}/"
    other = ProgressEntry.objects.get(text="Kedua.")
    page = sri.post(url, {"catatan": str(other.pk)}, follow=True).content.decode()
    assert page.count("j-entries__text") == 2
    assert "dipakai 2 kali" in sri.get("/kinerja/catat/bukti/").content.decode()
    use = kept.uses.get(entry=other)
    assert sri.post(f"{url}lepas/{use.pk}/").status_code == 302
    assert kept.uses.count() == 1


def test_the_appraiser_reads_it_beside_the_results_and_cannot_change_it(
    cast: Cast, skp: SKP, sri: Client, sign_in: Callable[..., Client]
) -> None:
    sri.post(FORM, {field(skp, "teks"): "Laporan disusun.", "berkas": pdf()})
    head = sign_in(Client(), cast.yuliana)
    page = head.get(f"/kinerja/catat/skp/{skp.pk}/").content.decode()
    assert "Laporan disusun." in page
    assert "Betulkan" not in page
    paper = head.get(f"/kinerja/catat/bukti/{Evidence.objects.get().pk}/berkas/")
    assert b"".join(paper.streaming_content) == PDF


def test_pages_ask_no_more_however_much_was_written(
    cast: Cast, skp: SKP, sri: Client, sign_in: Callable[..., Client], django_assert_max_num_queries: Callable
) -> None:
    results = [made.add_result(skp, f"Hasil {number}") for number in range(12)]
    for back in range(4):
        done = [Done(one.pk, f"Pekan {back}.") for one in results]
        progress.record(week=WEEK.before(back), done=done, by=cast.sri, on=DAY, proof=Proof(upload=PDF))
    for number in range(10):
        make_employee(f"Rekan {number}", unit=skp.unit)
    kept = Evidence.objects.get()
    for url in (FORM, LIST, f"{LIST}?bukti=ada&riwayat=1", "/kinerja/catat/bukti/", f"/kinerja/catat/bukti/{kept.pk}/"):
        with django_assert_max_num_queries(15):
            assert sri.get(url).status_code == 200
    head = sign_in(Client(), cast.yuliana)
    for url in ("/kinerja/catat/tim/", f"/kinerja/catat/skp/{skp.pk}/"):
        with django_assert_max_num_queries(15):
            assert head.get(url).status_code == 200


def test_an_account_without_a_person_is_told_so(cast: Cast, client: Client, sign_in: Callable[..., Client]) -> None:
    sign_in(client, cast.wali)
    for url in (FORM, LIST, "/kinerja/catat/bukti/"):
        assert "tidak terhubung dengan data pegawai" in client.get(url).content.decode()
