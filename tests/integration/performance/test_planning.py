"""Writing an SKP: results with measures, what they serve, their order; roles taken, results joined, what is copied."""

from datetime import date

import pytest

from jenjang.kernel.models import Notice
from jenjang.law.errors import Refused
from jenjang.performance import agreeing, copying, matrix, planning, result_templates, skps
from jenjang.performance.content import read
from jenjang.performance.models import SKP, PlannedResult, ProgressEntry, ProgressLine, RoleCell, SKPVersion
from jenjang.performance.planning import Draft, Measure
from tests.cast import Cast
from tests.factories import performance as made
from tests.factories.people import make_employee, make_unit

QUANTITY = Measure("Banyaknya laporan", "12 laporan", "kuantitas")


@pytest.fixture
def team(cast: Cast) -> made.Team:
    return made.make_team(cast.yuliana, cast.sri)


@pytest.fixture
def draft(team: made.Team) -> SKP:
    return made.make_skp(team, results=0)


@pytest.fixture
def above(team: made.Team) -> PlannedResult:
    """A result of the leader, written after the member had begun."""
    leaders = skps.start(employee=team.head, year=team.year, by=team.head_user, on=made.START)
    return made.add_result(leaders, "Data unit andal")


def add(skp: SKP, team: made.Team, text: str = "Laporan tersusun", **more: object) -> PlannedResult:
    facts = {"measures": (QUANTITY,), **more}
    return planning.add_result(skp=skp, draft=Draft(text, **facts), by=team.member_user, on=made.START)


def texts(skp: SKP, kind: str = "utama") -> list[str]:
    return list(skp.results.filter(dropped=False, kind=kind).order_by("order", "pk").values_list("text", flat=True))


def test_a_result_is_written_with_its_measures_and_changed_whole(draft: SKP, team: made.Team) -> None:
    result = add(draft, team, provisional="Data unit andal")
    changed = Draft("Laporan terbit", measures=(Measure("Terbit paling lambat", "tanggal 5", "waktu"), QUANTITY))
    planning.change_result(result=result, draft=changed, by=team.member_user)
    assert [one.text for one in result.indicators.all()] == ["Terbit paling lambat", "Banyaknya laporan"]
    assert (result.text, result.provisional) == ("Laporan terbit", "")


def test_a_qualitative_skp_keeps_no_aspects(draft: SKP, team: made.Team) -> None:
    planning.choose_approach(skp=draft, approach="kualitatif", by=team.member_user)
    assert add(draft, team).indicators.get().aspect == ""


def test_results_change_places_among_their_kind_and_stop_at_the_ends(draft: SKP, team: made.Team) -> None:
    first, second = add(draft, team, "Satu"), add(draft, team, "Dua")
    add(draft, team, "Lain", kind="tambahan")
    planning.move_result(result=first, up=True, by=team.member_user)
    assert texts(draft) == ["Satu", "Dua"]
    planning.move_result(result=second, up=True, by=team.member_user)
    assert texts(draft) == ["Dua", "Satu"]
    assert texts(draft, "tambahan") == ["Lain"]


def test_a_result_of_a_draft_goes_and_one_that_was_agreed_or_worked_on_is_only_taken_out(
    draft: SKP, team: made.Team
) -> None:
    gone, worked = add(draft, team, "Satu"), add(draft, team, "Dua", provisional="Data unit andal")
    entry = ProgressEntry.objects.create(employee=team.member, on=made.START, text="Mulai")
    ProgressLine.objects.create(entry=entry, result=worked)
    for one in (gone, worked):
        planning.remove_result(result=one, by=team.member_user)
    assert list(draft.results.values_list("text", "dropped")) == [("Dua", True)]
    with pytest.raises(Refused, match="sudah dihapus"):
        planning.remove_result(result=worked, by=team.member_user)


def test_nobody_writes_into_what_is_handed_in_agreed_or_another_persons(draft: SKP, team: made.Team) -> None:
    add(draft, team, provisional="Data unit andal")
    with pytest.raises(Refused, match="Hanya pemilik"):
        planning.add_result(skp=draft, draft=Draft("Titipan"), by=team.head_user, on=made.START)
    skps.submit(skp=draft, by=team.member_user, on=made.START)
    with pytest.raises(Refused, match="sedang diperiksa"):
        add(SKP.objects.get(pk=draft.pk), team)
    skps.agree(skp=draft, by=team.head_user, on=made.START)
    with pytest.raises(Refused, match="sudah ditetapkan"):
        add(SKP.objects.get(pk=draft.pk), team)


def test_an_skp_holds_no_more_results_than_the_agency_allows(draft: SKP, team: made.Team) -> None:
    PlannedResult.objects.bulk_create(PlannedResult(skp=draft, text=f"Hasil {number}") for number in range(30))
    with pytest.raises(Refused, match="paling banyak 30"):
        add(draft, team)


def test_a_result_serves_only_the_leaders_results(draft: SKP, team: made.Team, above: PlannedResult) -> None:
    assert add(draft, team, parent=above.pk, provisional="Tidak dipakai").provisional == ""
    own = add(draft, team, "Satu")
    with pytest.raises(Refused, match="bukan milik pimpinan"):
        add(draft, team, "Dua", parent=own.pk)


def test_a_draft_does_not_wait_and_is_joined_later_by_either_and_both_are_told(
    draft: SKP, team: made.Team, above: PlannedResult
) -> None:
    first, second = (add(draft, team, text, provisional="Data andal") for text in ("Satu", "Dua"))
    skps.submit(skp=draft, by=team.member_user, on=made.START)
    skps.agree(skp=draft, by=team.head_user, on=made.START)
    planning.join(result=first, parent=above, by=team.head_user)
    planning.join(result=second, parent=above, by=team.member_user)
    assert set(draft.results.values_list("parent", "provisional")) == {(above.pk, "")}
    for user in (team.head_user, team.member_user):
        assert Notice.objects.filter(user=user, text__contains="tersambung ke hasil kerja pimpinan").count() == 2
    assert draft.dialogue.count() == 2
    with pytest.raises(Refused, match="sudah tersambung"):
        planning.join(result=first, parent=above, by=team.head_user)


def test_a_role_from_the_matrix_is_taken_once_however_often_it_is_tapped(
    draft: SKP, team: made.Team, above: PlannedResult
) -> None:
    matrix.write_cells(year=team.year, cells={(above.pk, team.member.pk): "Menyusun laporan"}, by=team.head_user)
    cell = RoleCell.objects.get()
    for _ in range(2):
        taken = planning.take_role(cell=cell, skp=draft, by=team.member_user, on=made.START)
    assert (taken.text, taken.parent, taken.kind) == ("Menyusun laporan", above, "utama")
    assert draft.results.count() == 1
    assert matrix.cells_for(team.member, team.year) == []
    planning.remove_result(result=taken, by=team.member_user)
    assert [one.pk for one in matrix.cells_for(team.member, team.year)] == [cell.pk]


def test_a_role_given_by_another_units_leader_becomes_an_additional_result(
    draft: SKP, team: made.Team, cast: Cast
) -> None:
    other = made.make_team(cast.rahmat, cast.hendra)
    leaders = skps.start(employee=other.head, year=team.year, by=cast.rahmat, on=made.START)
    theirs = made.add_result(leaders, "Pasar tertata")
    cell = matrix.invite(year=team.year, result=theirs, nip=team.member.nip, text="Mendata pedagang", by=cast.rahmat)
    assert Notice.objects.filter(user=team.member_user, text__contains="memberi Anda peran").count() == 1
    taken = planning.take_role(cell=cell, skp=draft, by=team.member_user, on=made.START)
    assert (taken.kind, taken.parent) == ("tambahan", theirs)
    with pytest.raises(Refused, match="sudah mempunyai peran"):
        matrix.invite(year=team.year, result=theirs, nip=team.member.nip, text="Lagi", by=cast.rahmat)


def test_only_the_own_results_are_columns_of_the_matrix(team: made.Team, above: PlannedResult, cast: Cast) -> None:
    make_employee("Hendra Saputra", user=cast.hendra, unit=make_unit())
    with pytest.raises(Refused, match="hanya hasil kerja Anda sendiri"):
        matrix.write_cells(year=team.year, cells={(above.pk, team.member.pk): "Titipan"}, by=cast.hendra)
    with pytest.raises(Refused, match="Tidak ada pegawai aktif"):
        matrix.invite(year=team.year, result=above, nip="1" * 18, text="Siapa", by=team.head_user)
    with pytest.raises(Refused, match="NIP Anda sendiri"):
        matrix.invite(year=team.year, result=above, nip=team.head.nip, text="Saya", by=team.head_user)


def test_an_emptied_cell_is_gone_and_an_equal_one_tells_nobody(team: made.Team, above: PlannedResult) -> None:
    place = (above.pk, team.member.pk)
    for text, changed in (("Menyusun laporan", 1), ("Menyusun laporan", 0), ("", 1)):
        assert matrix.write_cells(year=team.year, cells={place: text}, by=team.head_user) == changed
    assert not RoleCell.objects.exists()
    assert Notice.objects.filter(user=team.member_user, text__contains="memberi Anda peran").count() == 1


def test_a_leaders_result_that_goes_takes_its_roles_with_it(draft: SKP, team: made.Team, above: PlannedResult) -> None:
    matrix.write_cells(year=team.year, cells={(above.pk, team.member.pk): "Menyusun laporan"}, by=team.head_user)
    taken = planning.take_role(cell=RoleCell.objects.get(), skp=draft, by=team.member_user, on=made.START)
    planning.remove_result(result=above, by=team.head_user)
    taken.refresh_from_db()
    assert (taken.parent, taken.provisional) == (None, "Data unit andal")
    assert not RoleCell.objects.exists()


def test_the_leader_writes_expectations_and_the_person_annexes_and_both_are_sealed(draft: SKP, team: made.Team) -> None:
    add(draft, team, provisional="Data unit andal")
    agreeing.set_expectations(skp=draft, texts={"adaptif": "Cepat belajar.", "loyal": ""}, by=team.head_user)
    agreeing.set_annexes(skp=draft, lines={"dukungan": ["Komputer", "Pelatihan"]}, by=team.member_user)
    with pytest.raises(Refused, match="Hanya pejabat penilai"):
        agreeing.set_expectations(skp=draft, texts={}, by=team.member_user)
    skps.submit(skp=draft, by=team.member_user, on=made.START)
    skps.agree(skp=draft, by=team.head_user, on=made.START)
    sealed = read(SKPVersion.objects.get(skp=draft).content)
    assert sealed["ekspektasi_khusus"] == {"adaptif": "Cepat belajar."}
    assert sealed["lampiran"] == [["dukungan", "Komputer"], ["dukungan", "Pelatihan"]]
    with pytest.raises(Refused, match="Mulai perubahan dahulu"):
        agreeing.set_expectations(skp=draft, texts={"adaptif": "Lain."}, by=team.head_user)


def test_the_two_write_to_each_other_and_nobody_else_does(draft: SKP, team: made.Team, cast: Cast) -> None:
    agreeing.write_note(skp=draft, text="Targetnya dari mana?", by=team.head_user)
    assert Notice.objects.get(user=team.member_user).text.endswith("Targetnya dari mana?")
    with pytest.raises(Refused, match="Hanya pemilik"):
        agreeing.write_note(skp=draft, text="Saya juga.", by=cast.lestari)


def former_year(team: made.Team) -> SKP:
    """Last year's agreed SKP of the same post."""
    skp = skps.start(employee=team.member, year=made.make_year(2025), by=team.member_user, on=date(2025, 1, 7))
    made.add_result(skp, "Laporan tersusun", provisional="Data unit andal")
    skps.submit(skp=skp, by=team.member_user, on=date(2025, 1, 8))
    skps.agree(skp=skp, by=team.head_user, on=date(2025, 1, 9))
    return skp


def test_last_years_results_come_with_their_measures_and_find_the_leaders_result_by_its_words(
    team: made.Team, above: PlannedResult
) -> None:
    former = former_year(team)
    draft = made.make_skp(team, results=0)
    (source,) = copying.sources_for(draft)
    for many in (1, 0):  # a second tap finds it there
        assert copying.copy(skp=draft, keys=[source.key], by=team.member_user, on=made.START) == many
    copied = draft.results.get()
    assert (copied.text, copied.parent, copied.provisional) == ("Laporan tersusun", above, "")
    assert copied.indicators.get().target == "12 laporan"
    assert SKP.objects.get(pk=draft.pk).copied_from == former


def test_what_the_leader_has_not_written_yet_stays_provisional(team: made.Team) -> None:
    former_year(team)
    draft = made.make_skp(team, results=0)
    copying.copy(skp=draft, keys=[copying.sources_for(draft)[0].key], by=team.member_user, on=made.START)
    assert draft.results.get().provisional == "Data unit andal"


def test_samples_of_the_unit_the_post_and_of_peers_are_offered_once_and_name_nobody(
    team: made.Team, cast: Cast, draft: SKP
) -> None:
    peers = made.make_team(cast.rahmat, cast.hendra)
    made.make_skp(peers, state="ditetapkan")
    for unit, title, text in (
        (team.unit, "", "Arsip tertata"), (None, "Pengelola Data", "Data mutakhir"), (None, "Jabatan Lain", "Bukan ini"),
        (None, "Pengelola Data", "ARSIP  tertata"),
    ):  # fmt: skip
        result_templates.save_template(unit=unit, title=title, text=text, measures=[QUANTITY], by=cast.lestari)
    found = copying.sources_for(draft)
    assert [(one.origin, one.text) for one in found] == [
        ("unit", "Arsip tertata"), ("jabatan", "Data mutakhir"), ("sejawat", "Laporan 2 tersusun"),
        ("sejawat", "Laporan 1 tersusun"),
    ]  # fmt: skip
    assert all(one.served == "" for one in found)


def test_a_sample_that_is_gone_is_said_to_be(draft: SKP, team: made.Team) -> None:
    with pytest.raises(Refused, match="sudah tidak ada"):
        copying.copy(skp=draft, keys=["c-0"], by=team.member_user, on=made.START)


def test_samples_belong_to_units_in_care_and_those_of_posts_to_the_personnel_office(
    team: made.Team, cast: Cast
) -> None:
    result_templates.save_template(unit=team.unit, title="", text="Arsip tertata", measures=[], by=team.head_user)
    for unit in (None, make_unit("Dinas Lain")):
        with pytest.raises(Refused, match="bukan milik unit"):
            result_templates.save_template(unit=unit, title="Arsiparis", text="Arsip", measures=[], by=team.head_user)
