"""The pages of a decision: each role sees its own next step; few queries; a fresh code before what binds."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from jenjang.kernel import signing
from jenjang.ledger import keys
from jenjang.selection import decisions, decrees, proposals
from jenjang.selection.models import Decision
from tests.factories.decisions import REASON, assessed, choice, decided, forwarded, proposed
from tests.factories.selection import ON


@pytest.fixture(autouse=True)
def _today(freeze):
    freeze(ON)


def address(made, name="decision"):
    return reverse(f"selection:{name}", args=[made.vacancy.number])


def test_the_appointing_authority_picks_one_of_three(client, cast, sign_in):
    made = proposed(cast)
    sign_in(client, cast.wali, fresh=True)
    client.get(address(made))
    with CaptureQueriesContext(connection) as queries:
        page = client.get(address(made)).content.decode()
    assert "Pilih satu dari tiga nama" in page
    assert page.count('name="calon"') == 3
    assert len(queries) <= 25, "\n".join(query["sql"][:150] for query in queries.captured_queries)
    second = made.candidates[1].pk
    sent = {"calon": second, "reason_kind": "kesesuaian_jabatan", "words": "Gagasannya paling sesuai."}
    answer = client.post(address(made, "decide"), sent)
    assert answer.status_code == 422
    assert "dari paling sedikit 100 huruf" in answer.content.decode()
    assert client.post(address(made, "keep_draft"), sent).status_code == 302
    with CaptureQueriesContext(connection) as queries:
        page = client.get(address(made)).content.decode()
    assert "Gagasannya paling sesuai." in page
    assert len(queries) <= 25, "\n".join(query["sql"][:150] for query in queries.captured_queries)
    assert client.post(address(made, "decide"), {**sent, "words": REASON}).status_code == 302
    assert Decision.objects.get().chosen_id == second
    assert "Tandatangani keputusan" in client.get(address(made)).content.decode()


def test_without_a_fresh_code_nothing_is_decided(client, cast, sign_in):
    made = proposed(cast)
    sign_in(client, cast.wali)
    client.post(address(made, "decide"), {"calon": made.candidates[0].pk, "reason_kind": "peringkat_pertama"})
    assert not Decision.objects.exists()


def test_each_role_finds_its_step(client, cast, sign_in):
    made = assessed(cast)
    sign_in(client, cast.ratna, fresh=True)
    assert "Catat rapat dan ajukan" in client.get(address(made)).content.decode()
    members = [one.pk for one in made.vacancy.panel.members.all()]
    sent = {"held_on": "17/11/2026", "place": "Aula", "present": members, "notes": ""}
    assert client.get(address(made, "forward")).status_code == 200
    assert client.post(address(made, "forward"), sent).status_code == 302
    sign_in(client, cast.zulkifli, fresh=True)
    assert "Adakah kepentingan Anda" in client.get(address(made)).content.decode()
    assert client.post(address(made, "declare_interest"), {"nihil": "on"}).status_code == 302
    assert "Usulkan tiga nama" in client.get(address(made)).content.decode()
    assert client.post(address(made, "propose"), {"note": ""}).status_code == 302
    sign_in(client, cast.lestari)
    assert client.get(address(made, "approval")).status_code == 200
    sign_in(client, cast.wali, fresh=True)
    assert client.post(address(made, "declare_interest"), {"nihil": "on"}).status_code == 302
    assert "Pertimbangan teknis" in client.get(address(made)).content.decode()


def test_a_candidate_objects_and_another_officer_answers(client, cast, sign_in):
    made = forwarded(cast)
    sign_in(client, made.users[1])
    own = reverse("selection:own_objections", args=[made.vacancy.number])
    assert client.get(own).status_code == 200
    assert client.post(own, {"about": "kinerja", "words": "kurang"}).status_code == 422
    made.vacancy.refresh_from_db()
    result = client.get(reverse("selection:own_result", args=[made.vacancy.number]))
    assert "Keberatan" in result.content.decode()
    sign_in(client, cast.rahmat)
    assert client.get(reverse("selection:objections")).status_code == 200


def test_after_an_annulment_the_new_decision_is_signed_and_the_old_paper_says_so(client, cast, sign_in):
    signing.make_key()
    keys.ensure()
    made, first = decided(cast)
    for order in decrees.sign(decision=first, by=cast.wali, on=ON):
        decrees.finish(order.pk)
    sign_in(client, cast.wali, fresh=True)
    assert "Tandatangani keputusan" not in client.get(address(made)).content.decode()
    decisions.annul(vacancy=made.vacancy, reason="Calon mengundurkan diri.", by=cast.wali)
    page = client.get(address(made)).content.decode()
    assert "Penetapan dibatalkan" in page
    assert "Calon mengundurkan diri." in page
    decisions.decide(vacancy=made.vacancy, choice=choice(made, 2), by=cast.wali, on=ON)
    page = client.get(address(made)).content.decode()
    assert "Tandatangani keputusan" in page
    assert page.count("Diganti") == 2


def test_who_gets_the_names_back_reads_why(client, cast, sign_in):
    made = proposed(cast)
    proposals.return_to_panel(vacancy=made.vacancy, reason="Lengkapi rekam jejak.", by=cast.wali)
    sign_in(client, cast.zulkifli, fresh=True)
    page = client.get(address(made)).content.decode()
    assert "Dikembalikan" in page
    assert "Lengkapi rekam jejak." in page
    assert "diusulkan Pejabat" not in page


def test_a_kept_draft_says_at_the_reason_what_it_lacks(client, cast, sign_in):
    made = proposed(cast)
    sign_in(client, cast.wali, fresh=True)
    sent = {"calon": made.candidates[1].pk, "reason_kind": "kesesuaian_jabatan", "words": ""}
    assert client.post(address(made, "keep_draft"), sent).status_code == 302
    page = client.get(address(made)).content.decode()
    assert "0 dari paling sedikit 100 huruf" in page
    assert "Belum dapat ditetapkan" not in page
