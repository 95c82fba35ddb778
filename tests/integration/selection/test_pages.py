"""The pages of a vacancy as people open them: what they show, what they refuse, how many queries they make."""

from datetime import date

import pytest
from django.urls import reverse

from jenjang.accounts.roles import Role
from jenjang.law.errors import Refused
from jenjang.selection import moves, orders, ties
from jenjang.selection.models import OrderRuling, RunEntry, Vacancy, Willingness
from jenjang.selection.runs import standing_run
from tests.factories import panels, people
from tests.factories.selection import ON, make_candidate, make_run, make_standard, make_vacancy


@pytest.fixture(autouse=True)
def _today(freeze):
    freeze(ON)


def test_an_officer_opens_publishes_and_ranks_a_vacancy(client, cast, sign_in):
    make_candidate("Rina Wulandari")
    seat = people.make_seat()
    make_standard(seat)
    sign_in(client, cast.lestari)
    assert seat.title in client.get(reverse("selection:choose"), {"q": "bidang"}).content.decode()
    opened = client.post(reverse("selection:open", args=[seat.pk]), {"vacant_from": "1/10/2026"})
    number = Vacancy.objects.get().number
    assert opened["Location"] == reverse("selection:criteria", args=[number])
    saved = client.post(opened["Location"], {"fields_of_study": "administrasi", "hari_dilantik": "15/12/2026"})
    assert saved.status_code == 302
    published = client.post(reverse("selection:publish", args=[number]), {})
    assert published["Location"] == reverse("selection:vacancy", args=[number])
    assert "Hitung peringkat" in client.get(published["Location"]).content.decode()
    client.post(reverse("selection:compute", args=[number]), {})
    page = client.get(published["Location"]).content.decode()
    assert "Rina Wulandari" in page
    assert "Mengapa 73,00?" in page
    assert "Kepka BKN 411/2025" in page


def test_a_standard_that_is_set_after_the_opening_counts_when_the_criteria_are_published(client, cast, sign_in):
    seat = people.make_seat()
    vacancy = make_vacancy(cast.lestari, seat, published=False)
    sign_in(client, cast.lestari)
    address = reverse("selection:publish", args=[vacancy.number])
    make_standard(seat, level=4)
    assert client.post(address, {}).status_code == 302
    assert '"integritas":4' in vacancy.criteria.get().content


def test_until_a_standard_is_set_the_national_one_is_published(client, cast, sign_in):
    vacancy = make_vacancy(cast.lestari, people.make_seat(kind="administrator"), published=False)
    sign_in(client, cast.lestari)
    assert client.post(reverse("selection:publish", args=[vacancy.number]), {}).status_code == 302
    assert '"integritas":3' in vacancy.criteria.get().content


def test_a_second_vacancy_on_the_same_seat_is_refused_with_a_reason(client, cast, sign_in):
    vacancy = make_vacancy(cast.lestari)
    sign_in(client, cast.lestari)
    address = reverse("selection:open", args=[vacancy.seat_id])
    assert "Belum ada lowongan lain yang berjalan" in client.get(address).content.decode()
    assert client.post(address, {}).status_code == 422
    assert Vacancy.objects.count() == 1


def test_a_seat_whose_vacancy_runs_leads_to_it_and_a_new_one_may_be_opened_after_its_end(client, cast, sign_in):
    vacancy = make_vacancy(cast.lestari)
    sign_in(client, cast.lestari)
    choose, begin = reverse("selection:choose"), reverse("selection:open", args=[vacancy.seat_id])
    page = client.get(choose, {"semua": "1"}).content.decode()
    assert "Lowongan berjalan" in page
    assert f'href="{reverse("selection:vacancy", args=[vacancy.number])}"' in page
    assert f'href="{begin}"' not in page
    moves.move(vacancy, "dibatalkan", by=cast.lestari, reason="Jabatan dihapus dari susunan organisasi.")
    assert f'href="{begin}"' in client.get(choose, {"semua": "1"}).content.decode()


def test_the_long_list_is_narrowed_and_exported_as_seen(client, cast, sign_in):
    make_candidate("Rina Wulandari")
    make_candidate("Lusi Andriani", position_since=date(2025, 3, 1))
    vacancy = make_vacancy(cast.lestari)
    make_run(vacancy, cast.lestari)
    sign_in(client, cast.lestari)
    address = reverse("selection:vacancy", args=[vacancy.number])
    page = client.get(address, {"status": "TMS"}).content.decode()
    assert "syaratnya 36 bulan" in page
    assert "PP 11/2017 Pasal 54" in page
    sheet = client.get(address, {"status": "TMS", "ekspor": "csv"}).content.decode("utf-8-sig")
    assert "Lusi Andriani" in sheet
    assert "Rina Wulandari" not in sheet
    assert client.get(address, {"ekspor": "xlsx"}).content[:2] == b"PK"
    assert client.get(address, {"calon": "999999"}).status_code == 404


def test_the_printed_inputs_are_downloaded(client, cast, sign_in):
    make_candidate("Rina Wulandari")
    vacancy = make_vacancy(cast.lestari)
    make_run(vacancy, cast.lestari)
    sign_in(client, cast.lestari)
    printed = client.get(reverse("selection:inputs", args=[vacancy.number, "json"])).json()
    assert printed["lowongan"] == vacancy.number
    assert len(printed["orang"]) == 1


def test_the_ranking_makes_as_many_queries_for_many_as_for_few(client, cast, sign_in, django_assert_max_num_queries):
    for place in range(12):
        make_candidate(f"Calon {place}", technical=str(60 + place))
    vacancy = make_vacancy(cast.lestari)
    make_run(vacancy, cast.lestari)
    sign_in(client, cast.lestari)
    address = reverse("selection:vacancy", args=[vacancy.number])
    chosen = RunEntry.objects.get(run__vacancy=vacancy, rank=3)
    for asked in ({}, {"calon": chosen.pk}, {"status": "MS"}):
        with django_assert_max_num_queries(25):
            assert client.get(address, asked).status_code == 200


def test_the_own_result_makes_few_queries(client, cast, sign_in, django_assert_max_num_queries):
    for place in range(8):
        make_candidate(f"Calon {place}", technical=str(60 + place))
    make_candidate("Hendra Saputra", technical="62", user=cast.hendra)
    vacancy = make_vacancy(cast.lestari)
    make_run(vacancy, cast.lestari)
    sign_in(client, cast.hendra)
    with django_assert_max_num_queries(25):
        assert client.get(reverse("selection:own_result", args=[vacancy.number])).status_code == 200


def test_a_candidate_is_asked_and_answers_and_sees_the_own_place_without_names(client, cast, sign_in):
    make_candidate("Yusneli", technical="90")
    make_candidate("Hendra Saputra", technical="82", user=cast.hendra)
    vacancy = make_vacancy(cast.lestari)
    make_run(vacancy, cast.lestari)
    sign_in(client, cast.lestari)
    asked = client.post(reverse("selection:ask", args=[vacancy.number]), {"upto": "5", "answer_by": "24/11/2026"})
    assert asked.status_code == 302
    sign_in(client, cast.hendra)
    answer = reverse("selection:own_answer", args=[vacancy.number])
    assert client.post(answer, {"willing": "tidak", "reason": ""}).status_code == 422
    assert client.post(answer, {"willing": "ya"}).status_code == 302
    assert Willingness.objects.get().willing
    page = client.get(reverse("selection:own_result", args=[vacancy.number])).content.decode()
    assert "Mengapa peringkat saya 2?" in page
    assert "Uji kompetensi teknis 82 menjadi 91" in page
    assert "Yusneli" not in page


def test_another_persons_result_looks_like_a_missing_one(client, cast, sign_in):
    make_candidate("Hendra Saputra", user=cast.hendra)
    vacancy = make_vacancy(cast.lestari)
    make_run(vacancy, cast.lestari)
    sign_in(client, cast.sri)
    assert client.get(reverse("selection:own_result", args=[vacancy.number])).status_code == 404
    assert client.get(reverse("selection:own_result", args=["L-2026-9999"])).status_code == 404


def test_the_board_settles_equals_with_a_reason(client, cast, sign_in):
    panel = panels.board_in_session(cast, equal=True)
    vacancy = panel.vacancy
    run = standing_run(vacancy)
    keys = dict(run.entries.values_list("employee__current__name", "pk"))
    sign_in(client, cast.budi)
    address = reverse("selection:settle", args=[vacancy.number, 1])
    first, second = keys["Rina Wulandari"], keys["Dedi Kurniawan"]
    places = {f"tempat_{first}": "2", f"tempat_{second}": "1"}
    reason = "Dedi memimpin dua unit sekaligus selama setahun terakhir."
    for sent, says in (
        ({**places, "reason": "." * 60}, "0 dari paling sedikit 30 huruf"),
        ({**places, f"tempat_{first}": "1", "reason": reason}, "urutan yang berbeda"),
    ):
        refused = client.post(address, sent)
        assert refused.status_code == 422
        assert says in refused.content.decode()
    assert client.post(address, {**places, "reason": reason}).status_code == 302
    assert OrderRuling.objects.get().entries == f"{second} {first}"
    assert reason in client.get(reverse("selection:vacancy", args=[vacancy.number])).content.decode()
    assert client.post(address, {**places, "reason": reason}).status_code == 422
    assert OrderRuling.objects.count() == 1


def test_only_an_untied_member_of_the_team_says_who_comes_first(client, cast, sign_in):
    panel = panels.board_in_session(cast, equal=True)
    run = standing_run(panel.vacancy)
    order = list(run.entries.filter(rank=1).values_list("pk", flat=True))
    stranger = panels.make_user("198001012005011009", "Syafril Anwar", Role.BOARD)
    tied = panels.candidate(panel, "Rina Wulandari")
    ties.declare(
        member=panels.member(panel, cast.ratna), interests=[(tied, "usaha", "Usaha bersama")], by=cast.ratna, on=ON
    )
    reason = "Dedi memimpin dua unit sekaligus selama setahun terakhir."
    for user, says in ((stranger, "diputus anggota tim ini"), (cast.ratna, "tidak terikat dengan seorang pun")):
        with pytest.raises(Refused, match=says):
            orders.settle(run=run, rank=1, entries=order, reason=reason, by=user, on=ON)
        sign_in(client, user)
        page = client.get(reverse("selection:settle", args=[panel.vacancy.number, 1])).content.decode()
        assert "Anda tidak dapat memutusnya:" in page
    orders.settle(run=run, rank=1, entries=order, reason=reason, by=cast.agus, on=ON)


def test_an_employee_does_not_see_the_ranking(client, cast, sign_in):
    vacancy = make_vacancy(cast.lestari)
    sign_in(client, cast.sri)
    assert client.get(reverse("selection:vacancy", args=[vacancy.number])).status_code == 403
