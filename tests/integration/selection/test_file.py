"""The file of a vacancy: its parts, its next step, for each role; and ending it without a result."""

from typing import Any

import pytest
from django.urls import reverse

from jenjang.accounts import todo
from jenjang.kernel.models import Notice
from jenjang.selection import candidates, doors, moves, queries_runs, runs, willingness
from jenjang.selection.models import Candidate, Tie, Vacancy
from tests.factories import panels
from tests.factories.decisions import assessed, decided, forwarded, proposed
from tests.factories.selection import ON, make_candidate, make_run, make_vacancy

pytestmark = pytest.mark.django_db
REASON = "Bidang ini digabung dengan bidang lain menurut peraturan baru, sehingga jabatannya hilang."


@pytest.fixture(autouse=True)
def _today(freeze: Any) -> None:
    freeze(ON)


def file_for(vacancy: Vacancy, user: Any) -> doors.File:
    return doors.file_of(vacancy, user, ON, "peringkat")


def test_the_next_step_lies_on_one_desk_and_only_there_has_a_button(cast):
    made = assessed(cast)
    step = file_for(made.vacancy, cast.ratna).next
    assert (step.title, step.is_mine) == ("Rapatkan dan ajukan tiga nama", True)
    assert not file_for(made.vacancy, cast.lestari).next.is_mine


def test_three_names_wait_for_the_competent_officer(cast):
    made = forwarded(cast)
    assert file_for(made.vacancy, cast.zulkifli).next.verb == "Buka usulan"
    assert file_for(made.vacancy, cast.wali).next.who == "Pejabat yang Berwenang"


def test_after_the_proposal_the_officer_records_opinions_and_the_authority_decides(cast):
    made = proposed(cast)
    assert file_for(made.vacancy, cast.wali).next.title == "Pilih satu dari tiga nama"
    assert file_for(made.vacancy, cast.rahmat).next.title in (
        "Catat pertimbangan teknis BKN",
        "Pilih satu dari tiga nama",
    )


def test_after_the_decision_it_is_signed(cast):
    made, _ = decided(cast)
    assert file_for(made.vacancy, cast.wali).next.title == "Tandatangani keputusan"


def test_a_board_vacancy_goes_from_willingness_to_panel_to_marks(cast):
    candidate = make_candidate("Rina Wulandari")
    vacancy = make_vacancy(cast.lestari)
    assert file_for(vacancy, cast.lestari).next.verb == "Hitung peringkat"
    make_run(vacancy, cast.lestari)
    assert file_for(vacancy, cast.lestari).next.verb == "Tanyakan kesediaan"
    panels.say_willing(vacancy, [candidate], cast.lestari)
    assert file_for(vacancy, cast.lestari).next.verb == "Bentuk tim penilai"
    panels.make_board(cast, vacancy)
    assert file_for(vacancy, cast.lestari).next.verb == "Mulai penilaian"


def test_nobody_willing_blocks_the_beginning_and_says_so(client, cast, sign_in):
    make_candidate("Rina Wulandari")
    vacancy = make_vacancy(cast.lestari)
    run = make_run(vacancy, cast.lestari)
    willingness.ask(run=run, upto=5, answer_by=ON, by=cast.lestari, on=ON)
    panels.make_board(cast, vacancy)
    sign_in(client, cast.lestari)
    page = client.get(reverse("selection:vacancy", args=[vacancy.number])).content.decode()
    assert "Belum ada calon yang menjawab bersedia." in page
    assert 'aria-disabled="true"' in page


def test_each_role_sees_only_the_parts_that_it_may_open(client, cast, sign_in):
    made = proposed(cast)
    for user in (cast.lestari, cast.ratna, cast.zulkifli, cast.wali):
        sign_in(client, user, fresh=True)
        for door in file_for(made.vacancy, user).doors:
            assert client.get(door.url).status_code == 200, (user.name, door.url)
    labels = {door.label for door in file_for(made.vacancy, cast.ratna).doors}
    assert "Lembar nilai saya" in labels
    assert "Penilai dan nilai" not in labels


def test_every_page_of_the_file_shows_its_parts_in_few_queries(client, cast, sign_in, django_assert_max_num_queries):
    make_candidate("Rina Wulandari")
    vacancy = make_vacancy(cast.lestari)
    make_run(vacancy, cast.lestari)
    sign_in(client, cast.lestari)
    for name in ("terms", "willing", "ask", "criteria", "publish", "form_panel", "begin"):
        address = reverse(f"selection:{name}", args=[vacancy.number])
        client.get(address)
        with django_assert_max_num_queries(15):
            page = client.get(address).content.decode()
        assert "Bagian berkas lowongan" in page, name


def test_an_officer_ends_a_vacancy_with_a_reason_that_the_asked_are_told(client, cast, sign_in):
    candidate = make_candidate("Rina Wulandari", user=cast.sri)
    vacancy = make_vacancy(cast.lestari)
    make_run(vacancy, cast.lestari)
    panels.say_willing(vacancy, [candidate], cast.lestari)
    sign_in(client, cast.lestari, fresh=True)
    address = reverse("selection:end", args=[vacancy.number])
    assert client.post(address, {"outcome": "dibatalkan", "reason": "batal"}).status_code == 422
    assert client.post(address, {"outcome": "dilantik", "reason": REASON}).status_code == 422
    assert client.post(address, {"outcome": "dibatalkan", "reason": REASON}).status_code == 302
    assert moves.state_of(vacancy) == "dibatalkan"
    assert Notice.objects.filter(user=cast.sri, text__contains="digabung").exists()
    page = client.get(reverse("selection:vacancy", args=[vacancy.number])).content.decode()
    assert REASON in page
    assert "Akhiri tanpa hasil" not in page
    assert client.post(address, {"outcome": "dibatalkan", "reason": REASON}).status_code == 422


def test_three_names_go_back_to_the_ranking_with_a_reason_and_the_team_meets_again(client, cast, sign_in):
    made = forwarded(cast)
    address = reverse("selection:return_names", args=[made.vacancy.number])
    home = reverse("selection:vacancy", args=[made.vacancy.number])
    sign_in(client, cast.zulkifli)
    assert address in client.get(home).content.decode()
    assert client.post(address, {"reason": "mundur"}).status_code == 422
    reason = "Calon kedua menarik diri dengan surat (rekaan)."
    assert client.post(address, {"reason": reason}).status_code == 302
    assert moves.state_of(made.vacancy) == "diperingkat"
    assert Notice.objects.filter(user=cast.ratna, text__contains="menarik diri").exists()
    assert file_for(made.vacancy, cast.ratna).next.title == "Rapatkan dan ajukan tiga nama"
    assert client.post(address, {"reason": reason}).status_code == 422


def test_only_the_team_itself_and_who_proposes_take_three_names_back(cast):
    made = forwarded(cast)
    assert file_for(made.vacancy, cast.ratna).may_return
    assert not file_for(made.vacancy, cast.lestari).may_return
    assert not file_for(made.vacancy, cast.wali).may_return


def test_names_that_were_proposed_are_sent_back_by_the_authority_not_taken_back(client, cast, sign_in):
    made = proposed(cast)
    sign_in(client, cast.zulkifli)
    page = client.get(reverse("selection:return_names", args=[made.vacancy.number])).content.decode()
    assert "Tidak dapat dikembalikan:" in page


def test_a_new_run_stands_beside_the_old_one_and_says_who_moved(client, cast, sign_in):
    first = make_candidate("Rina Wulandari", user=cast.sri)
    vacancy = make_vacancy(cast.lestari)
    old = make_run(vacancy, cast.lestari)
    make_candidate("Dedi Kurniawan", predicates=("sangat_baik", "sangat_baik"))
    reason = "Data pegawai baru diimpor (rekaan)."
    new = runs.compute(vacancy=vacancy, by=cast.lestari, on=ON, reason=reason)
    sign_in(client, cast.lestari)
    address = reverse("selection:runs", args=[vacancy.number])
    assert address in client.get(reverse("selection:vacancy", args=[vacancy.number])).content.decode()
    page = client.get(address).content.decode()
    for words in (reason, "Dedi Kurniawan", "belum diperiksa", "Digantikan", "Berlaku", "Penghitungan pertama"):
        assert words in page, words
    own = new.entries.get(employee=first)
    assert queries_runs.former(own) == old.entries.get(employee=first)
    sign_in(client, cast.sri)
    assert (
        "pada penghitungan ke-1" in client.get(reverse("selection:own_result", args=[vacancy.number])).content.decode()
    )


def test_a_recount_in_the_middle_of_marking_leads_back_to_the_marking_and_finds_no_tie_twice(cast):
    employees = [make_candidate("Rina Wulandari"), make_candidate("Dedi Kurniawan", technical="81", user=cast.agus)]
    vacancy = make_vacancy(cast.lestari)
    make_run(vacancy, cast.lestari)
    panels.say_willing(vacancy, employees, cast.lestari)
    panels.make_board(cast, vacancy)
    candidates.begin_assessment(vacancy=vacancy, by=cast.lestari, on=ON)
    drawn = dict(Candidate.objects.filter(vacancy=vacancy).values_list("pk", "drawn"))
    runs.compute(vacancy=vacancy, by=cast.lestari, on=ON, reason="Keberatan diterima (rekaan).")
    step = file_for(vacancy, cast.lestari).next
    assert (step.verb, step.is_mine) == ("Lanjutkan penilaian", True)
    candidates.begin_assessment(vacancy=vacancy, by=cast.lestari, on=ON)
    assert moves.state_of(vacancy) == "dinilai"
    assert dict(Candidate.objects.filter(vacancy=vacancy).values_list("pk", "drawn")) == drawn
    kinds = Tie.objects.filter(candidate__vacancy=vacancy).order_by("kind").values_list("kind", flat=True)
    assert list(kinds) == ["orang_sama", "pesaing"], "a candidate who sits on the board marks no rival either"


def test_a_decided_vacancy_cannot_be_ended(client, cast, sign_in):
    made, _ = decided(cast)
    sign_in(client, cast.lestari, fresh=True)
    address = reverse("selection:end", args=[made.vacancy.number])
    assert "Tidak dapat diakhiri:" in client.get(address).content.decode()


def test_what_waits_is_on_the_home_page_of_whoever_must_act(cast):
    make_candidate("Rina Wulandari", user=cast.sri)
    vacancy = make_vacancy(cast.lestari)
    run = make_run(vacancy, cast.lestari)
    willingness.ask(run=run, upto=5, answer_by=ON, by=cast.lestari, on=ON)
    assert [one.title for one in todo.waiting_for(cast.sri)] == ["Jawab: bersediakah Anda dicalonkan?"]
    forwarded(cast)
    assert "Usulkan tiga nama" in [one.title for one in todo.waiting_for(cast.zulkifli)]


def test_each_next_step_waits_at_its_own_desk_and_is_followed_from_the_others(cast):
    make_candidate("Rina Wulandari")
    vacancy = make_vacancy(cast.lestari)
    assert "Hitung peringkat" in [one.title for one in todo.waiting_for(cast.lestari)]
    followed = todo.desk_of(cast.wali).elsewhere
    assert [(one.title, one.desk, one.url) for one in followed] == [
        (vacancy.title, "Petugas BKPSDM", reverse("selection:vacancy", args=[vacancy.number]))
    ]
    assert not todo.desk_of(cast.sri).elsewhere


def test_the_team_is_told_to_meet(cast):
    made = assessed(cast)
    assert "Rapatkan dan ajukan tiga nama" in [one.title for one in todo.waiting_for(cast.ratna)]
    assert made.vacancy.title in [one.title for one in todo.desk_of(cast.lestari).elsewhere]


def test_the_authority_is_told_to_sign(cast):
    decided(cast)
    assert "Tandatangani keputusan" in [one.title for one in todo.waiting_for(cast.wali)]
