"""Pages of the ground: a job for its owner only, policy from draft to decree."""

from collections.abc import Callable
from datetime import date
from typing import Any

from django.test import Client
from django.urls import reverse

from jenjang.kernel import jobs, policy, presenters
from jenjang.kernel.models import Job, JobState, PolicyDraft, PolicyVersion

Enter = Callable[..., Client]


@jobs.task("uji.halaman", title="Pekerjaan uji")
def nothing(progress: jobs.Progress) -> None:
    progress.finish(result="Semua baris dibaca.", url="/pemberitahuan/")


def test_a_job_shows_its_progress_and_asks_again_until_it_is_over(client: Client, cast: Any, sign_in: Enter) -> None:
    sign_in(client, cast.lestari)
    job = jobs.start(nothing, by=cast.lestari)
    Job.objects.filter(pk=job.pk).update(progress_done=40, progress_total=100, message="Membaca baris 40")

    page = client.get(job.get_absolute_url()).content.decode()
    assert 'hx-trigger="every 2s"' in page
    assert "Membaca baris 40" in page

    jobs.run_pending()
    fragment = client.get(job.get_absolute_url(), headers={"HX-Request": "true"}).content.decode()
    assert "<html" not in fragment
    assert "hx-trigger" not in fragment
    assert "Semua baris dibaca." in fragment


def test_a_failed_job_says_why(client: Client, cast: Any, sign_in: Enter) -> None:
    from jenjang.kernel import clock

    job = jobs.start(nothing, by=cast.lestari)
    Job.objects.filter(pk=job.pk).update(
        state=JobState.FAILED, finished_at=clock.now(), message="Berkas tidak terbaca."
    )
    sign_in(client, cast.lestari)
    assert "Berkas tidak terbaca." in client.get(job.get_absolute_url()).content.decode()


def test_another_persons_job_is_like_one_that_is_not_there(client: Client, cast: Any, sign_in: Enter) -> None:
    job = jobs.start(nothing, by=cast.lestari)
    sign_in(client, cast.rahmat)
    answers = [client.get(reverse("kernel:job", args=[pk])) for pk in (job.pk, job.pk + 999)]
    assert [answer.status_code for answer in answers] == [404, 404]


def test_a_policy_goes_from_draft_to_decree_through_two_people(
    client: Client, cast: Any, sign_in: Enter, freeze: Callable[[date], None]
) -> None:
    freeze(date(2026, 11, 20))
    sign_in(client, cast.lestari, fresh=True)
    assert "Bawaan nasional" in client.get(reverse("kernel:new_policy")).content.decode()
    answer = client.post(reverse("kernel:new_policy"), {"title": "Kebijakan uji", "since": "20/11/2026"})
    draft = PolicyDraft.objects.get()
    assert answer["Location"] == draft.get_absolute_url()
    client.post(reverse("kernel:propose_policy", args=[draft.pk]))
    assert policy.state_of(draft) == "diajukan"

    sign_in(client, cast.wali, fresh=True)
    assert "Tetapkan" in client.get(draft.get_absolute_url()).content.decode()
    decree = {"decree_number": "188/1/2026", "decree_date": "20/11/2026"}
    assert client.post(reverse("kernel:adopt_policy", args=[draft.pk]), decree).status_code == 302
    assert PolicyVersion.objects.get().adopted_by == cast.wali
    assert "188/1/2026" in client.get(reverse("kernel:policies")).content.decode()


def test_a_choice_of_a_policy_is_a_list_of_words_and_what_was_chosen_stands_open(
    client: Client, cast: Any, sign_in: Enter
) -> None:
    sign_in(client, cast.lestari, fresh=True)
    blank = client.get(reverse("kernel:new_policy")).content.decode()
    assert '<option value="jpt_madya">JPT Madya</option>' in blank and "Bawaan: Administrator" in blank
    assert '<details class="j-card j-fold j-compact" open>' not in blank
    given = {"title": "Kebijakan uji", "since": "20/11/2026", "jabatan-setara__ahli_muda": "administrator"}
    refused = client.post(reverse("kernel:new_policy"), given | {"seleksi-keberatan-hari": "0"})
    page = refused.content.decode()
    assert refused.status_code == 422 and page.count('<details class="j-card j-fold j-compact" open>') == 2
    client.post(reverse("kernel:new_policy"), given)
    assert policy.read_values(PolicyDraft.objects.get().values)["jabatan.setara"]["ahli_muda"] == "administrator"


def test_values_of_the_agency_stand_apart_from_the_folded_national_ones(freeze: Callable[[date], None]) -> None:
    freeze(date(2026, 11, 20))
    first, *others = policy.overview({})
    own, rest = presenters.policy_parts([(first[0], first[1], "nilai sendiri"), *others])
    assert own.is_own and [row[2] for row in own.rows] == ["nilai sendiri"]
    assert len(rest.rows) == len(others) and not rest.is_own
    assert len(presenters.policy_parts(policy.overview({}))) == 1


def test_a_value_outside_its_range_is_refused_at_its_field(client: Client, cast: Any, sign_in: Enter) -> None:
    from jenjang.kernel.forms import _name, leaves

    parameter = next(one for one in policy.delegated() if one.range is not None)
    path, _ = next(iter(leaves(parameter.values[-1].value)))
    sign_in(client, cast.lestari, fresh=True)
    facts = {"title": "Uji", "since": "20/11/2026", _name(parameter.key, path): "99999999"}
    answer = client.post(reverse("kernel:new_policy"), facts)
    assert answer.status_code == 422
    assert not PolicyDraft.objects.exists()


def test_an_officer_who_may_not_adopt_cannot(client: Client, cast: Any, sign_in: Enter) -> None:
    draft = policy.draft_policy(title="Uji", values={}, since=date(2026, 11, 20), by=cast.rahmat)
    policy.propose_draft(draft=draft, by=cast.rahmat)
    sign_in(client, cast.lestari, fresh=True)
    answer = client.post(
        reverse("kernel:adopt_policy", args=[draft.pk]), {"decree_number": "1", "decree_date": "20/11/2026"}
    )
    assert answer.status_code == 403


def test_a_draft_is_read_by_those_who_make_it_and_by_everybody_once_adopted(
    client: Client, cast: Any, sign_in: Enter, freeze: Callable[[date], None]
) -> None:
    freeze(date(2026, 11, 20))
    draft = policy.draft_policy(title="Rancangan rahasia", values={}, since=date(2026, 11, 20), by=cast.lestari)
    sign_in(client, cast.sri)
    assert client.get(draft.get_absolute_url()).status_code == 404
    assert "Rancangan rahasia" not in client.get(reverse("kernel:policies")).content.decode()
    sign_in(client, cast.wali, fresh=True)
    assert "Rancangan rahasia" in client.get(reverse("kernel:policies")).content.decode()
    assert client.get(draft.get_absolute_url()).status_code == 200

    policy.propose_draft(draft=draft, by=cast.lestari)
    policy.adopt_policy(
        draft=draft, decree_number="1", decree_date=date(2026, 11, 20), by=cast.wali, on=date(2026, 11, 20)
    )
    sign_in(client, cast.sri)
    assert client.get(draft.get_absolute_url()).status_code == 200


def test_a_draft_is_discarded_with_a_reason_and_never_proposed_again(client: Client, cast: Any, sign_in: Enter) -> None:
    draft = policy.draft_policy(title="Salah arah", values={}, since=date(2027, 1, 1), by=cast.lestari)
    sign_in(client, cast.lestari, fresh=True)
    discard = reverse("kernel:discard_policy", args=[draft.pk])
    assert client.post(discard, {"buang-reason": " "}).status_code == 422
    assert policy.state_of(draft) == "rancangan"
    assert client.post(discard, {"buang-reason": "Diganti rancangan lain."}).status_code == 302
    assert policy.state_of(draft) == "dibuang"
    assert "Diganti rancangan lain." in client.get(draft.get_absolute_url()).content.decode()
    assert client.post(reverse("kernel:propose_policy", args=[draft.pk])).status_code == 422
