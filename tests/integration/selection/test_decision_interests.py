"""Interests of who proposes and decides: declared first, per person; a tie bars, and somebody else takes the step."""

from datetime import date

import pytest
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from jenjang.accounts import actions as accounts
from jenjang.accounts import hooks
from jenjang.accounts.roles import Role
from jenjang.kernel.models import Notice
from jenjang.law.errors import Refused
from jenjang.selection import decisions, interests, meetings, moves, proposals
from jenjang.selection.decree_letters import decree
from jenjang.selection.models import Decision, OfficialInterest, OfficialTieRuling, Proposal
from tests.factories.decisions import approve, choice, forwarded, free, tied
from tests.factories.people import make_employee
from tests.factories.selection import ON
from tests.integration.selection.test_decisions import _kin, _recorded, delegate, grant, second_account

UNTIL = date(2026, 12, 31)


@pytest.fixture(autouse=True)
def _today(freeze):
    freeze(ON)


@pytest.fixture
def made(cast):
    """Three names, and nobody has declared anything."""
    return forwarded(cast, declared=False)


def propose(made, by):
    return proposals.propose(vacancy=made.vacancy, by=by, on=ON)


def decide(made, by, place=1):
    return decisions.decide(vacancy=made.vacancy, choice=choice(made, place), by=by, on=ON)


def on_the_desk(made):
    """Proposed by the Sekda, with every approval, on the mayor's desk."""
    free(made, made.cast.zulkifli)
    propose(made, made.cast.zulkifli)
    for one in made.candidates[:3]:
        approve(made, one)
    return made


def one_person(monkeypatch, *users):
    """These accounts belong to one natural person, as an equal NIK tells."""
    keys = {user.pk for user in users}
    monkeypatch.setattr(
        hooks, "_person_keys",
        [*hooks._person_keys, lambda asked: [(user.pk, "nik:1") for user in asked if user.pk in keys]],
    )  # fmt: skip


def address(made, name="decision"):
    return reverse(f"selection:{name}", args=[made.vacancy.number])


def test_nobody_proposes_or_decides_before_declaring(made, cast):
    with pytest.raises(Refused, match="belum menyatakan"):
        propose(made, cast.zulkifli)
    on_the_desk(made)
    with pytest.raises(Refused, match="belum menyatakan"):
        decide(made, cast.wali)
    free(made, cast.wali)
    assert "tidak mempunyai kepentingan" in decide(made, cast.wali).findings


def test_one_tick_is_one_sealed_row_for_this_person_and_these_names(made, cast):
    free(made, cast.wali)
    row = OfficialInterest.objects.get()
    assert (row.by, row.shortlist, row.candidate, row.kind, row.words) == (
        cast.wali, made.shortlist, None, "tidak_ada", "",
    )  # fmt: skip
    with transaction.atomic(), pytest.raises(Exception, match=r"insert-only|sealed|tersegel"):
        OfficialInterest.objects.update(kind="lain")


def test_the_same_declared_once_more_changes_nothing(made, cast):
    free(made, cast.wali)
    free(made, cast.wali)
    tied(made, cast.zulkifli)
    tied(made, cast.zulkifli)
    assert OfficialInterest.objects.count() == 2


def test_an_interest_is_added_but_never_taken_back_or_changed(made, cast):
    free(made, cast.wali)
    tied(made, cast.wali)
    with pytest.raises(Refused, match="tidak dapat ditarik"):
        free(made, cast.wali)
    with pytest.raises(Refused, match="tidak dapat diubah"):
        tied(made, cast.wali, kind="usaha")


def test_an_interest_has_a_kind_words_and_one_of_the_three(made, cast):
    for told, says in (
        ((made.candidates[0], "usaha", "  "), "jenis dan uraian"),
        ((made.candidates[0], "tidak_ada", "Kata"), "jenis dan uraian"),
        ((made.candidates[0], "gaib", "Kata"), "jenis dan uraian"),
        ((made.candidates[3], "usaha", "Kata"), "Calon termasuk"),
    ):
        with pytest.raises(Refused, match=says):
            interests.declare(vacancy=made.vacancy, interests=[told], by=cast.wali, on=ON)
    with pytest.raises(Refused, match="wewenang jabatan"):
        free(made, cast.lestari)
    assert not OfficialInterest.objects.exists()


def test_a_declared_interest_bars_and_tells_the_officers_without_the_reason(made, cast):
    on_the_desk(made)
    tied(made, cast.wali, place=2)
    with pytest.raises(Refused, match=r"Anda menyatakan kepentingan terhadap calon .*: keluarga") as refused:
        decide(made, cast.wali)
    barring = next(one for one in refused.value.decision.objections if one.code == "konflik")
    assert barring.cites == ("uu-30-2014#42", "uu-30-2014#43")
    told = Notice.objects.filter(user=cast.lestari).latest("pk").text
    assert "mundur" in told
    assert "kakak" not in told
    assert moves.state_of(made.vacancy) == "diusulkan"


def test_what_one_account_declared_bars_every_account_of_the_person(made, cast, monkeypatch):
    twin = second_account(cast.wali, "wali.kedua")
    grant(twin, Role.APPOINTING_AUTHORITY)
    one_person(monkeypatch, twin, cast.wali)
    on_the_desk(made)
    tied(made, cast.wali)
    free(made, twin)
    with pytest.raises(Refused, match="Anda menyatakan kepentingan"):
        decide(made, twin)
    assert not Decision.objects.exists()


def test_the_declaration_of_one_official_does_not_count_for_another(made, cast):
    on_the_desk(made)
    grant(cast.marlina, Role.APPOINTING_AUTHORITY)
    tied(made, cast.wali)
    with pytest.raises(Refused, match="belum menyatakan"):
        decide(made, cast.marlina)
    free(made, cast.marlina)
    assert decide(made, cast.marlina).by == cast.marlina


def test_new_names_ask_for_a_new_declaration(made, cast):
    free(made, cast.zulkifli)
    moves.move(made.vacancy, "diperingkat", by=cast.ratna, reason="Periksa lagi.")
    meeting = meetings.hold_meeting(
        vacancy=made.vacancy, held_on=ON, place="Aula", notes="", present=list(made.vacancy.panel.members.all()),
        by=cast.ratna, on=ON,
    )  # fmt: skip
    meetings.put_forward(vacancy=made.vacancy, meeting=meeting, by=cast.ratna, on=ON)
    with pytest.raises(Refused, match="belum menyatakan"):
        propose(made, cast.zulkifli)


# The way on: another person, by a grant of two officers with days, or as Plt. for what is not strategic.


def lend(cast, user, role, until=UNTIL):
    """The role for some days, proposed by one officer and approved by another."""
    proposal = accounts.propose_role(
        user=user, role=role, since=ON, until=until, reason="Pelimpahan wewenang, keputusan 800/9/2026", by=cast.lestari
    )
    return accounts.approve_proposal(proposal=proposal, by=cast.rahmat)


def test_a_barred_mayors_power_is_lent_to_another_who_decides_within_the_days(made, cast):
    on_the_desk(made)
    tied(made, cast.wali)
    lend(cast, cast.marlina, Role.APPOINTING_AUTHORITY, until=ON)
    free(made, cast.marlina)
    late = decisions.findings_for(decisions.desk_of(made.vacancy), choice(made), cast.marlina, UNTIL)
    assert any("tidak Anda pegang" in str(one.reason) for one in late.objections)
    decision = decide(made, cast.marlina)
    signature = decree(decision)[1]["signature"]
    assert (signature["name"], signature["position"]) == (
        "Marlina Efendi", "Penerima pelimpahan wewenang Pejabat Pembina Kepegawaian",
    )  # fmt: skip


def test_the_sekda_who_proposed_does_not_decide_with_the_mayors_lent_power(made, cast, monkeypatch):
    on_the_desk(made)
    tied(made, cast.wali)
    twin = second_account(cast.zulkifli, "zulkifli.kedua")
    one_person(monkeypatch, twin, cast.zulkifli)
    for user in (cast.zulkifli, twin):
        lend(cast, user, Role.APPOINTING_AUTHORITY)
        free(made, user)
        with pytest.raises(Refused, match="harus oleh orang lain"):
            decide(made, user)
    assert not Decision.objects.exists()


def test_a_barred_sekdas_plt_proposes_and_neither_of_them_decides(made, cast):
    tied(made, cast.zulkifli)
    with pytest.raises(Refused, match="Anda menyatakan kepentingan"):
        propose(made, cast.zulkifli)
    delegate(cast.dewi, cast.zulkifli, Role.COMPETENT_OFFICER, "plt")
    free(made, cast.dewi)
    assert propose(made, cast.dewi).capacity.startswith("Plt. ")
    for one in made.candidates[:3]:
        approve(made, one)
    for user in (cast.dewi, cast.zulkifli):
        grant(user, Role.APPOINTING_AUTHORITY)
        with pytest.raises(Refused, match="harus oleh orang lain"):
            decide(made, user)
    free(made, cast.wali)
    assert decide(made, cast.wali).by == cast.wali


def test_a_plt_who_is_tied_is_barred_by_an_own_tie(made, cast):
    delegate(cast.dewi, cast.zulkifli, Role.COMPETENT_OFFICER, "plt")
    tied(made, cast.dewi)
    with pytest.raises(Refused, match="Anda menyatakan kepentingan"):
        propose(made, cast.dewi)
    free(made, cast.zulkifli)
    assert propose(made, cast.zulkifli).by == cast.zulkifli


# A likeness: equal name and birth date, settled by another person.


def _alike(made, cast):
    """The mayor's family record names somebody with the third candidate's name and birth date."""
    mayor, third = _recorded(cast.wali, "Wali Kota"), made.people[2]
    _kin(mayor, "adik", third, relative_birth_date=third.current.birth_date)
    return made.candidates[2]


def settle(made, official, candidate, holds, by):
    return interests.settle(
        vacancy=made.vacancy, official=official, candidate=candidate.pk, holds=holds,
        reason="Kartu keluarga keduanya diperlihatkan.", by=by, on=ON,
    )  # fmt: skip


@pytest.mark.parametrize(("holds", "says"), [(True, "adalah adik kandung Anda"), (False, "")])
def test_a_possible_tie_waits_until_another_person_settles_it(made, cast, holds, says):
    candidate = _alike(on_the_desk(made), cast)
    free(made, cast.wali)
    with pytest.raises(Refused, match="mungkin adik kandung Anda"):
        decide(made, cast.wali)
    with pytest.raises(Refused, match="ditegaskan orang lain"):
        settle(made, cast.wali, candidate, holds, cast.wali)
    settle(made, cast.wali, candidate, holds, cast.lestari)
    if holds:
        with pytest.raises(Refused, match=says):
            decide(made, cast.wali)
    else:
        assert decide(made, cast.wali).by == cast.wali
    with pytest.raises(Refused, match=r"Tidak ada hubungan yang menunggu|sudah"):
        settle(made, cast.wali, candidate, not holds, cast.rahmat)
    assert OfficialTieRuling.objects.count() == 1


def test_an_official_with_a_candidates_name_and_birth_date_may_be_the_same_person(made, cast):
    second = made.people[1].current
    record = make_employee(second.name, birth_date=second.birth_date)
    type(record).objects.filter(pk=record.pk).update(user=cast.zulkifli)
    free(made, cast.zulkifli)
    with pytest.raises(Refused, match="mungkin Anda sendiri"):
        propose(made, cast.zulkifli)
    settle(made, cast.zulkifli, made.candidates[1], False, cast.lestari)
    assert propose(made, cast.zulkifli).by == cast.zulkifli


# Pages.


def test_the_page_asks_for_the_declaration_first_then_opens_the_choice(made, cast, client, sign_in):
    on_the_desk(made)
    sign_in(client, cast.wali, fresh=True)
    page = client.get(address(made)).content.decode()
    assert "Adakah kepentingan Anda" in page
    assert "sampai derajat ketiga sedarah" in page
    assert 'name="calon"' not in page
    empty = client.post(address(made, "declare_interest"), {})
    assert empty.status_code == 422
    assert "Beri tanda bila tidak ada." in empty.content.decode()
    assert client.post(address(made, "declare_interest"), {"nihil": "on"}).status_code == 302
    with CaptureQueriesContext(connection) as queries:
        page = client.get(address(made)).content.decode()
    assert page.count('name="calon"') == 3
    assert len(queries) <= 25, "\n".join(query["sql"][:150] for query in queries.captured_queries)


def test_the_form_names_what_is_wrong_at_its_field_and_keeps_the_words(made, cast, client, sign_in):
    sign_in(client, cast.zulkifli)
    first, second = made.candidates[:2]
    for sent, says in (
        ({f"jenis-{first.pk}": "usaha"}, "Uraikan kepentingannya"),
        ({f"uraian-{first.pk}": "Satu usaha"}, "Pilih jenis kepentingannya."),
        ({"nihil": "on", f"jenis-{second.pk}": "lain", f"uraian-{second.pk}": "Teman"}, "Hapus tanda ini"),
        ({f"jenis-{first.pk}": "usaha", f"uraian-{first.pk}": "k" * 2001}, "paling banyak 2000"),
    ):
        answer = client.post(address(made, "declare_interest"), sent)
        assert answer.status_code == 422
        assert says in answer.content.decode()
    assert "Satu usaha" in client.post(address(made, "declare_interest"), {f"uraian-{first.pk}": "Satu usaha"}).content.decode()  # fmt: skip
    assert not OfficialInterest.objects.exists()


def test_a_barred_mayor_reads_who_goes_on_and_the_officer_finds_what_to_do(made, cast, client, sign_in):
    on_the_desk(made)
    first = made.candidates[0]
    sign_in(client, cast.wali, fresh=True)
    sent = {f"jenis-{first.pk}": "keluarga", f"uraian-{first.pk}": "Anak dari kakak saya."}
    assert client.post(address(made, "declare_interest"), sent).status_code == 302
    page = client.get(address(made)).content.decode()
    assert "Anda mundur dari putusan ini." in page
    assert "pelimpahan wewenang" in page
    assert 'name="calon"' not in page
    crafted = client.post(address(made, "decide"), {"calon": first.pk, "reason_kind": "peringkat_pertama"})
    assert crafted.status_code == 422
    assert not Decision.objects.exists()
    sign_in(client, cast.lestari)
    page = client.get(address(made)).content.decode()
    assert "Wali Kota mundur." in page
    assert reverse("accounts:propose") in page
    assert "kakak" not in page


def test_an_officer_settles_a_possible_tie_on_its_page(made, cast, client, sign_in):
    candidate = _alike(on_the_desk(made), cast)
    free(made, cast.wali)
    sign_in(client, cast.wali, fresh=True)
    assert "menunggu penegasan" in client.get(address(made)).content.decode()
    sign_in(client, cast.lestari)
    there = reverse("selection:settle_interest", args=[made.vacancy.number, cast.wali.pk, candidate.pk])
    assert there in client.get(address(made)).content.decode()
    assert client.post(there, {"holds": "ya", "reason": "?"}).status_code == 422
    assert client.post(there, {"holds": "tidak", "reason": "NIK keduanya berlainan."}).status_code == 302
    assert client.get(there).status_code == 404


def test_a_note_that_is_refused_stays_with_its_reason_at_its_field(made, cast, client, sign_in):
    free(made, cast.zulkifli)
    sign_in(client, cast.zulkifli, fresh=True)
    answer = client.post(address(made, "propose"), {"note": "Catatan awal. " + "k" * 4000})
    assert answer.status_code == 422
    said = answer.content.decode()
    assert "Catatan awal." in said
    assert "paling banyak 4000" in said
    assert not Proposal.objects.exists()
