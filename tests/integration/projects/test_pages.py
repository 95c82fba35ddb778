"""The pages of team projects: from the charter to a confirmed contribution by hand, faults at their fields, few queries."""

from collections.abc import Callable
from datetime import date

import pytest
from django.test import Client

from jenjang.accounts import todo
from jenjang.projects import charters, consents, tasks
from jenjang.projects.models import Consent, Contribution, Project, Task
from tests.cast import Cast
from tests.factories import projects
from tests.factories.people import make_employee
from tests.factories.projects import DAY, Stage, membership

CHARTER = {
    "title": "Satu Data Kota", "goal": "Data dasar kota terpadu.", "first": "02/03/2026", "last": "30/09/2026",
    "hasil_1": "Katalog data terbit", "ukuran_1": "60 kumpulan", "share": "20", "part": "Memimpin penyusunan katalog",
}  # fmt: skip


@pytest.fixture
def stage(cast: Cast, freeze: Callable[[date], None]) -> Stage:
    freeze(DAY)
    return projects.make_stage(cast)


@pytest.fixture
def as_user(sign_in: Callable[..., Client]) -> Callable[..., Client]:
    return lambda user: sign_in(Client(), user)


def test_a_team_goes_its_way_by_hand(stage: Stage, as_user: Callable[..., Client]) -> None:
    lead, member = as_user(stage.lead_user), as_user(stage.member_user)
    page = lead.post("/tim-kerja/baru/", CHARTER, follow=True).content.decode()
    assert "Masih rancangan" in page
    project = Project.objects.get()
    url = f"/tim-kerja/{project.pk}/"
    assert "Hendra Saputra" in lead.get(f"{url}anggota/?q=hendra").content.decode()
    sent = {"part": "Menyusun data kesehatan", "share": "10"}
    lead.post(f"{url}anggota/?pegawai={stage.member.pk}", sent)
    lead.post(f"{url}ajukan/")
    for head in (stage.lead_head_user, stage.member_head_user):
        client = as_user(head)
        assert "Satu Data Kota" in client.get("/tim-kerja/persetujuan/").content.decode()
        for consent in Consent.objects.filter(asked_of__user=head):
            client.post(f"/tim-kerja/persetujuan/{consent.pk}/", {"answer": "setuju"})
    lead.post(f"{url}tugas/", {"text": "Kumpulkan data", "assignee": "", "due": "1/4/2026"})
    member.post(f"/tim-kerja/tugas/{Task.objects.get().pk}/pindah/", {"state": "selesai"})
    member.post(f"{url}kontribusi/", {"text": "Lima kumpulan data terbit."})
    lead.post(f"/tim-kerja/kontribusi/{Contribution.objects.get().pk}/", {"answer": "ya"})
    page = member.get(url).content.decode()
    assert "masuk SKP sebagai hasil kerja tambahan" in page
    assert Task.objects.get().state == "selesai"


@pytest.mark.parametrize(
    ("changed", "at", "said"),
    [
        ({"title": ""}, "title", "Belum diisi"),
        ({"last": "01/01/2026"}, "last", "sebelum hari pertama"),
        ({"first": "31/02/2026"}, "first", "tidak ada"),
        ({"share": "0"}, "share", "Paling kecil 1"),
        ({"share": "95"}, "share", "persen untuk semua tim"),
        ({"hasil_2": "Tanpa ukuran"}, "ukuran_2", "Isi keduanya"),
        ({"hasil_1": ""}, "hasil_1", "Belum diisi"),
    ],
)
def test_a_fault_in_the_charter_stands_at_its_field(
    stage: Stage, as_user: Callable[..., Client], changed: dict[str, str], at: str, said: str
) -> None:
    answer = as_user(stage.lead_user).post("/tim-kerja/baru/", CHARTER | changed)
    page = answer.content.decode()
    assert answer.status_code == 422
    place = page.index(f'id="id_{at}_error"')
    assert said in page[place : place + 200]
    assert "Memimpin penyusunan katalog" in page
    assert not Project.objects.exists()


def test_a_head_who_refuses_says_why(stage: Stage, as_user: Callable[..., Client]) -> None:
    projects.make_project(stage, state="menunggu")
    consent = Consent.objects.get(membership__employee=stage.member, side="anggota")
    client = as_user(stage.member_head_user)
    url = f"/tim-kerja/persetujuan/{consent.pk}/"
    answer = client.post(url, {"answer": "tolak"})
    assert answer.status_code == 422
    assert 'id="id_reason_error"' in answer.content.decode()
    client.post(url, {"answer": "tolak", "reason": "Sedang kurang orang."})
    again = client.post(url, {"answer": "setuju"})
    assert again.status_code == 422
    assert "Status ini sudah akhir" in again.content.decode()


def test_a_team_that_is_not_ready_says_what_is_missing_on_its_page(
    stage: Stage, as_user: Callable[..., Client]
) -> None:
    project = charters.draft(charter=projects.charter(), by=stage.lead_user)
    answer = as_user(stage.lead_user).post(f"/tim-kerja/{project.pk}/ajukan/")
    assert answer.status_code == 422
    assert "paling sedikit satu anggota" in answer.content.decode()


def test_a_bad_task_stays_typed_beside_its_fault(stage: Stage, as_user: Callable[..., Client]) -> None:
    project = projects.make_project(stage, state="berjalan")
    client = as_user(stage.member_user)
    answer = client.post(f"/tim-kerja/{project.pk}/tugas/", {"text": "Kumpulkan", "due": "kapan-kapan"})
    page = answer.content.decode()
    assert answer.status_code == 422
    assert 'value="Kumpulkan"' in page
    assert 'id="id_due_error"' in page
    task = tasks.add(project=project, text="Ada", assignee=None, due=None, by=stage.lead_user)
    assert client.post(f"/tim-kerja/tugas/{task.pk}/pindah/", {"state": "entah"}).status_code == 422


def test_what_waits_stands_on_the_home_of_who_must_act(stage: Stage, cast: Cast) -> None:
    project = projects.make_project(stage, state="menunggu")
    (item,) = [one for one in todo.waiting_for(stage.member_head_user, DAY) if "tim kerja" in one.title]
    assert item.due == "13 hari lagi"
    projects.agree_all(project)
    project.refresh_from_db()
    tasks.add(project=project, text="Kumpulkan data", assignee=membership(project, stage.member), due=DAY, by=cast.sri)
    assert "Kumpulkan data" in [one.title for one in todo.waiting_for(stage.member_user, DAY)]
    projects.make_contribution(stage, project)
    assert "Konfirmasi kontribusi tim" in [one.title for one in todo.waiting_for(stage.lead_user, DAY)]
    charters.finish(project=project, by=stage.lead_user, on=DAY)
    assert "Tulis kontribusi Anda" in [one.title for one in todo.waiting_for(stage.lead_user, DAY)]


def test_pages_ask_no_more_however_large_a_team_and_the_city_are(
    stage: Stage, as_user: Callable[..., Client], django_assert_max_num_queries: Callable
) -> None:
    project = projects.make_project(stage, state="menunggu", share=5)
    unit = stage.member.current.unit
    for number in range(10):
        person = make_employee(f"Anggota {number}", unit=unit)
        charters.add_member(project=project, employee=person.pk, share=5, part="Membantu", by=stage.lead_user, on=DAY)
        projects.make_project(stage, title=f"Tim {number}", share=1)
    head = as_user(stage.member_head_user)
    waiting = Consent.objects.filter(asked_of__user=stage.member_head_user).first()
    with django_assert_max_num_queries(15):
        head.get("/tim-kerja/persetujuan/")
    with django_assert_max_num_queries(15):
        head.get(f"/tim-kerja/persetujuan/{waiting.pk}/")
    projects.agree_all(project)
    for one in project.memberships.all():
        tasks.add(project=project, text="Tugas", assignee=one, due=DAY, by=stage.lead_user)
    lead = as_user(stage.lead_user)
    for url in ("/tim-kerja/", f"/tim-kerja/{project.pk}/", f"/tim-kerja/{project.pk}/anggota/?q=anggota"):
        with django_assert_max_num_queries(15):
            assert lead.get(url).status_code == 200


def test_an_account_without_a_person_leads_no_team(cast: Cast, stage: Stage, as_user: Callable[..., Client]) -> None:
    mayor = as_user(cast.wali)
    assert "tidak terhubung dengan data pegawai" in mayor.get("/tim-kerja/baru/").content.decode()
    assert mayor.post("/tim-kerja/baru/", CHARTER).status_code == 404
    projects.make_project(stage, state="menunggu")
    assert "Satu Data Kota" in mayor.get("/tim-kerja/").content.decode()


def test_a_consent_for_the_same_person_is_decided_once_from_two_windows(stage: Stage) -> None:
    projects.make_project(stage, state="menunggu")
    one = Consent.objects.filter(state="diminta").first()
    other = Consent.objects.get(pk=one.pk)
    consents.decide(consent=one, agreed=True, by=one.asked_of.user, on=DAY)
    with pytest.raises(Exception, match="Status ini sudah akhir"):
        consents.decide(consent=other, agreed=True, by=one.asked_of.user, on=DAY)
