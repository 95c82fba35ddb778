"""What the public reads of selections, and above all what it does not."""

import csv
import io
import re
from datetime import date
from typing import Any

import pytest
from django.test import Client

from jenjang.personnel.models import KinshipRecord
from jenjang.selection.models import Decision, Mark, MergedMark, RunEntry
from jenjang.transparency import chances
from tests.factories import decisions, panels
from tests.factories.people import give, make_seat
from tests.factories.selection import ON, make_standard, make_vacancy

pytestmark = pytest.mark.django_db
RELATIVE = "Rahayu Kerabat Tersembunyi"


@pytest.fixture(autouse=True)
def on_the_day(freeze: Any) -> None:
    freeze(ON)


@pytest.fixture
def decided(cast: Any) -> decisions.Selected:
    """The second of the ranking was chosen, for a reason in words; the first has a relative in the records."""
    made, _ = decisions.decided(cast, place=2)
    give(KinshipRecord, made.people[0], date(2000, 1, 1), relation="adik", relative_name=RELATIVE)
    return made


def pages(made: decisions.Selected) -> list[str]:
    number = made.vacancy.number
    return ["/", "/publik/lowongan/", "/publik/lowongan/?hasil=1", f"/publik/lowongan/{number}/", "/data-terbuka/lowongan.csv",
            "/data-terbuka/lowongan.json", "/data-terbuka/keputusan.csv", "/data-terbuka/keputusan.json"]  # fmt: skip


def secrets_of(made: decisions.Selected) -> set[str]:
    """Scores as pages and as data write them, identity numbers, relatives, the decision's words."""
    found = {RELATIVE, *Decision.objects.values_list("words", flat=True)}
    for score in [*RunEntry.objects.exclude(score=None).values_list("score", flat=True),
                  *Mark.objects.values_list("score", flat=True)]:  # fmt: skip
        found |= {f"{score:.2f}", f"{score:.2f}".replace(".", ",")}
    for person in made.people:
        found |= {
            person.nip,
            person.nip[:8],
            *(person.identityrecord_set.values_list("nik", flat=True) if hasattr(person, "identityrecord_set") else ()),
        }
    return {text for text in found if len(text) > 3}


def test_no_page_shows_scores_numbers_relatives_or_words(client: Client, decided: decisions.Selected) -> None:
    assert MergedMark.objects.exists()
    hidden = secrets_of(decided)
    assert len(hidden) > 8
    for address in pages(decided):
        answer = client.get(address)
        assert answer.status_code == 200, address
        text = answer.content.decode()
        for secret in hidden:
            assert secret not in text, (address, secret)
        assert not re.search(r"(?<!\w)\d{16,18}(?!\w)", text), address


def test_only_the_chosen_is_named_in_a_board_selection(client: Client, decided: decisions.Selected) -> None:
    text = client.get(f"/publik/lowongan/{decided.vacancy.number}/").content.decode()
    names = [person.current.name for person in decided.people]
    assert [name for name in names if name in text] == [names[1]]
    assert "Lebih sesuai dengan keperluan jabatan" in text
    assert "peringkat 2 dari 4" in text


def test_the_board_is_named_with_who_stepped_back_and_not_why(client: Client, cast: Any) -> None:
    panel = panels.board_in_session(cast)
    text = client.get(f"/publik/lowongan/{panel.vacancy.number}/").content.decode()
    for name in panel.members.values_list("name", flat=True):
        assert name in text
    assert not re.search(r"derajat|ipar|kandung", text)


def test_an_open_selection_names_who_passed_the_papers_after_the_call(client: Client, cast: Any) -> None:
    vacancy = panels.make_open_vacancy(cast)
    page = client.get(f"/publik/lowongan/{vacancy.number}/").content.decode()
    assert "Lulus seleksi administrasi" not in page
    assert "Seleksi terbuka" in page


def test_each_stage_that_was_announced_is_a_dated_line(client: Client, cast: Any, decided: decisions.Selected) -> None:
    text = client.get(f"/publik/lowongan/{decided.vacancy.number}/").content.decode()
    said = re.search(r'<ol class="j-line">(.*?)</ol>', text, re.S)
    assert said is not None
    lines = re.findall(r"<time.*?</time>.*?<b>(.*?)</b>", said[1], re.S)
    assert lines[0] == "Kriteria, bobot, dan jadwal diumumkan"
    assert "Hasil pemeriksaan syarat" in lines
    assert lines[-1] == "Hasil akhir"
    assert "4 dari 4 yang diperiksa memenuhi syarat." in said[1]
    call = panels.make_open_vacancy(cast)
    page = client.get(f"/publik/lowongan/{call.number}/").content.decode()
    assert "Lamaran diterima 1 November 2026 sampai 21 November 2026." in page


def test_a_draft_is_nowhere(client: Client, cast: Any) -> None:
    draft = make_vacancy(cast.lestari, make_seat(title="Kepala Seksi Rahasia"), published=False)
    assert client.get(f"/publik/lowongan/{draft.number}/").status_code == 404
    for address in ("/", "/publik/lowongan/", "/data-terbuka/lowongan.csv"):
        assert "Rahasia" not in client.get(address).content.decode()


def test_pages_cost_few_queries(
    client: Client, decided: decisions.Selected, django_assert_max_num_queries: Any
) -> None:
    for address in pages(decided):
        chances._tally.cache_clear()
        with django_assert_max_num_queries(15):
            client.get(address)


def test_open_pages_are_answered_by_their_etag(client: Client, decided: decisions.Selected) -> None:
    first = client.get("/")
    assert first.headers["Cache-Control"] == "public, max-age=60"
    assert "Cookie" in first.headers["Vary"]
    assert client.get("/", headers={"If-None-Match": first.headers["ETag"]}).status_code == 304


def test_who_is_signed_in_gets_a_page_that_no_cache_keeps(client: Client, cast: Any, sign_in: Any) -> None:
    sign_in(client, cast.lestari)
    assert "no-store" in client.get("/").headers["Cache-Control"]


def test_small_groups_are_not_counted_out_loud(client: Client, decided: decisions.Selected) -> None:
    chances._tally.cache_clear()
    assert all(line.per_thousand is None for line in chances.chances().by_sex)
    assert "tidak ditampilkan" in client.get("/").content.decode()


def test_open_data_is_a_table_that_a_spreadsheet_cannot_run(client: Client, cast: Any) -> None:
    seat = make_seat(title="=HYPERLINK(1)")
    make_standard(seat)
    make_vacancy(cast.lestari, seat)
    rows = list(csv.DictReader(io.StringIO(client.get("/data-terbuka/lowongan.csv").content.decode())))
    assert rows[0]["jabatan"] == "'=HYPERLINK(1)"
    assert client.get("/data-terbuka/gaji.csv").status_code == 404
    assert client.get("/data-terbuka/lowongan.xml").status_code == 404


def test_search_is_plain_text(client: Client, decided: decisions.Selected) -> None:
    assert decided.vacancy.title in client.get("/publik/lowongan/?q=kepala").content.decode()
    page = client.get("/publik/lowongan/?q=%25_<script>").content.decode()
    assert "Tidak ada lowongan yang cocok" in page
    assert "<script>" not in page.replace("<script src=", "")
