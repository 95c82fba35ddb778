"""/buku-besar/: the inspector reads, filters, verifies and takes a checkpoint home; nobody else sees it."""

from typing import Any

import pytest
from django.test import Client

from jenjang.kernel import jobs as queue
from jenjang.ledger import checkpoints, notes
from jenjang.ledger.naming import actor_names, record_kind
from jenjang.ledger.queries import tables
from tests.integration.ledger.conftest import behind_the_back, run, write

SLICES = ("accounts_", "kernel_", "organization_", "personnel_", "selection_", "competency_", "performance_")

pytestmark = pytest.mark.usefixtures("sealed")


@pytest.fixture
def inspector(client: Client, cast: Any, sign_in: Any) -> Client:
    sign_in(client, cast.nurhayati)
    return client


def test_the_page_lists_entries_and_narrows_them(inspector: Client) -> None:
    write("satu", actor="impor")
    write("dua", actor="penilai")
    page = inspector.get("/buku-besar/").content.decode()
    assert "sistem: impor" in page
    assert "sistem: penilai" in page
    narrowed = inspector.get(
        "/buku-besar/", {"actor": "sistem:impor", "table": "uji_baris", "kind": "segel"}
    ).content.decode()
    assert "sistem: penilai" not in narrowed


def test_an_author_is_named_and_what_was_written_has_its_indonesian_name(inspector: Client, cast: Any) -> None:
    write("satu", actor=cast.nurhayati)
    page = inspector.get("/buku-besar/").content.decode()
    assert f"{cast.nurhayati.name}<span" in page
    assert f"user:{cast.nurhayati.pk}" in page
    assert record_kind("personnel_rankrecord") == "Riwayat pangkat"
    assert actor_names(["user:0", "sistem:impor"]) == {"user:0": "akun 0", "sistem:impor": "sistem: impor"}


def test_every_sealed_table_has_an_indonesian_name() -> None:
    for table in set(tables()) - {"uji_baris"}:
        name = record_kind(table)
        assert name != table or not name.startswith(SLICES), table
        assert not {"by", "to", "in", "of", "the", "a", "one"} & set(name.split()), name


@pytest.mark.parametrize("query", [{"kind": "tiada"}, {"table": "pg_authid"}, {"row": "x" * 500}])
def test_a_filter_that_makes_no_sense_is_answered_at_the_field(inspector: Client, query: dict[str, str]) -> None:
    assert inspector.get("/buku-besar/", query).status_code == 422


def test_a_verification_runs_as_a_job_and_names_what_changed(inspector: Client) -> None:
    (row,) = write("satu")
    with behind_the_back():
        run("UPDATE uji_baris SET note = 'lain' WHERE id = %s", row)
    assert inspector.post("/buku-besar/verifikasi/mulai/").status_code == 302
    assert "Menghitung ulang semua segel" in inspector.get("/buku-besar/").content.decode()
    queue.run_pending()
    page = inspector.get("/buku-besar/").content.decode()
    assert f"uji_baris nomor {row}" in page
    assert "ditulis sah oleh sistem: uji" in page


def test_two_taps_start_one_verification(inspector: Client) -> None:
    for _ in range(2):
        inspector.post("/buku-besar/verifikasi/mulai/")
    assert run("SELECT count(*) FROM kernel_job WHERE kind = 'ledger.verifikasi'") == [(1,)]


def test_a_checkpoint_is_taken_home(inspector: Client) -> None:
    assert inspector.get("/buku-besar/titik-periksa.txt").status_code == 404
    checkpoints.publish()
    answer = inspector.get("/buku-besar/titik-periksa.txt")
    assert notes.read(answer.content.decode()).size > 0
    assert "attachment" in answer["Content-Disposition"]


def test_others_do_not_see_it(client: Client, cast: Any, sign_in: Any) -> None:
    assert client.get("/buku-besar/").status_code == 302
    sign_in(client, cast.sri)
    assert client.get("/buku-besar/").status_code == 403
    assert client.post("/buku-besar/verifikasi/mulai/").status_code == 403


def test_the_verifier_and_the_public_key_are_for_everybody(client: Client) -> None:
    assert b"Periksa bukti keputusan" in client.get("/buku-besar/periksa_bukti.py").content
    assert notes.read_key(client.get("/buku-besar/kunci.txt").content.decode()).name
