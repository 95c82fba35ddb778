"""The pages of a decision: each role sees its own next step; few queries; a fresh code before what binds."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from jenjang.selection.models import Decision
from tests.factories.decisions import REASON, assessed, forwarded, proposed
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
