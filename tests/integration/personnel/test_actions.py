"""Tindakan kepegawaian: what they record, what they refuse, what lists show afterwards."""

from datetime import date

import pytest
from django.db import IntegrityError, connection, transaction

from jenjang.law.errors import FactError
from jenjang.ledger.verify import verify
from jenjang.personnel import actions
from jenjang.personnel.models import (
    EducationRecord,
    Employee,
    EmployeeCurrent,
    IdentityRecord,
    PositionRecord,
    RankRecord,
)
from tests.factories.people import BY, DECREE, give, give_position, make_employee, make_nip, make_seat, make_unit

TODAY = date(2026, 11, 23)


@pytest.fixture(autouse=True)
def _today(freeze):
    freeze(TODAY)


def test_hired_person_stands_in_the_list_with_rank_post_and_day_of_retirement():
    unit = make_unit("Dinas Kesehatan")
    person = make_employee("Sri Rahayu", birth=date(1985, 3, 17), kind="pelaksana", unit=unit, title_after="S.Sos.")
    row = EmployeeCurrent.objects.get(employee=person)
    assert (row.full_name, row.grade, row.unit_name, row.active) == (
        "Sri Rahayu, S.Sos.",
        "III/c",
        "Dinas Kesehatan",
        True,
    )
    assert row.retires_on == date(2043, 4, 1)


def test_teacher_and_head_retire_at_the_age_of_their_post():
    teacher = make_employee(
        "Guru Contoh", birth=date(1980, 12, 31), kind="fungsional", career_level="ahli_muda", title="Guru Ahli Muda"
    )
    head = make_employee("Kepala Contoh", birth=date(1968, 6, 1), appointed=date(1995, 1, 1), kind="jpt_pratama")
    days = dict(EmployeeCurrent.objects.values_list("employee_id", "retires_on"))
    assert days == {teacher.pk: date(2041, 1, 1), head.pk: date(2028, 7, 1)}


@pytest.mark.parametrize(
    ("change", "field"),
    [({"birth_date": date(1985, 3, 18)}, "birth_date"), ({"sex": "L"}, "sex")],
)
def test_hiring_is_refused_when_the_nip_says_otherwise(change, field):
    identity = {"name": "Sri", "birth_date": date(1985, 3, 17), "sex": "P"} | change
    with pytest.raises(FactError) as refused:
        actions.hire(
            nip=make_nip(), identity=identity, status={"status": "PNS", "appointed_on": date(2010, 1, 1)},
            effective_from=date(2010, 1, 1), decree=DECREE, by=BY,
        )  # fmt: skip
    assert refused.value.field == field


def test_the_same_nip_is_refused_with_a_sentence():
    person = make_employee()
    with pytest.raises(FactError, match="sudah tercatat"):
        make_employee(nip=person.nip)


def test_correction_replaces_a_row_and_both_stay_readable():
    person = make_employee(grade="III/c")
    wrong = RankRecord.objects.get(employee=person)
    right = actions.correct(record=wrong, facts={"grade": "III/d"}, reason="Salah ketik golongan pada SK.", by=BY)
    assert (right.supersedes_id, right.correction, right.grade) == (wrong.pk, "koreksi", "III/d")
    assert EmployeeCurrent.objects.get(employee=person).grade == "III/d"
    assert RankRecord.objects.filter(employee=person).as_of(TODAY).get() == right
    assert RankRecord.objects.filter(employee=person).as_of(TODAY, known_at=wrong.recorded_at).get() == wrong


def test_correction_needs_a_reason_a_change_and_an_unreplaced_row():
    person = make_employee(grade="III/c")
    row = RankRecord.objects.get(employee=person)
    with pytest.raises(FactError, match="alasan"):
        actions.correct(record=row, facts={"grade": "III/d"}, reason=" ", by=BY)
    with pytest.raises(FactError, match="Tidak ada yang berubah"):
        actions.correct(record=row, facts={"grade": "III/c"}, reason="Tidak berubah.", by=BY)
    actions.correct(record=row, facts={"grade": "III/d"}, reason="Salah ketik.", by=BY)
    with pytest.raises(FactError, match="sudah diganti"):
        actions.correct(record=row, facts={"grade": "IV/a"}, reason="Terlambat.", by=BY)


def test_cancelled_row_counts_no_longer():
    person = make_employee()
    post = give_position(person, "pengawas", since=date(2024, 1, 2))
    actions.cancel(record=post, reason="SK dibatalkan.", by=BY)
    assert EmployeeCurrent.objects.get(employee=person).kind == "pelaksana"


def test_corrected_nip_moves_the_address_of_the_person():
    person = make_employee()
    row = IdentityRecord.objects.get(employee=person)
    other = make_nip()
    actions.correct(record=row, facts={"nip": other}, reason="NIP salah ketik di SK CPNS.", by=BY)
    person.refresh_from_db()
    assert person.nip == other
    assert EmployeeCurrent.objects.get(employee=person).nip == other


def test_acting_post_does_not_replace_the_definitive_one():
    person = make_employee(kind="pengawas", title="Kepala Seksi Contoh")
    give_position(person, "administrator", since=date(2026, 1, 5), assignment="plt", until=date(2026, 12, 31))
    assert EmployeeCurrent.objects.get(employee=person).kind == "pengawas"


def test_retired_person_leaves_the_active_list_and_cannot_leave_twice():
    person = make_employee()
    actions.retire(employee=person, effective_from=date(2026, 11, 1), decree=DECREE, by=BY)
    row = EmployeeCurrent.objects.get(employee=person)
    assert (row.active, row.standing) == (False, "Pensiun")
    with pytest.raises(FactError, match="sudah tidak aktif"):
        actions.die(employee=person, effective_from=date(2026, 11, 5), decree=DECREE, by=BY)


def test_future_retirement_does_not_count_before_its_day():
    person = make_employee()
    actions.retire(employee=person, effective_from=date(2027, 1, 1), decree=DECREE, by=BY)
    assert EmployeeCurrent.objects.get(employee=person).active
    actions.refresh_current([person.pk], day=date(2027, 1, 1))
    assert not EmployeeCurrent.objects.get(employee=person).active


def test_somebody_who_moved_away_can_come_back():
    person = make_employee()
    actions.transfer_out(
        employee=person, destination="Kota Lain", effective_from=date(2025, 1, 1), decree=DECREE, by=BY
    )
    back = actions.transfer_in(
        nip=person.nip, origin="Kota Lain", effective_from=date(2026, 1, 1), decree=DECREE, by=BY,
        position={"kind": "pelaksana", "title": "Pengolah Data"},
    )  # fmt: skip
    assert back == person
    assert EmployeeCurrent.objects.get(employee=person).title == "Pengolah Data"
    with pytest.raises(FactError, match="masih tercatat aktif"):
        actions.transfer_in(nip=person.nip, origin="X", effective_from=TODAY, decree=DECREE, by=BY)


def test_highest_education_is_shown_and_not_the_last():
    person = make_employee(education="s2")
    give(
        EducationRecord,
        person,
        date(2022, 1, 1),
        level="s1",
        field="Hukum",
        school="Universitas Contoh",
        graduated=2022,
    )
    assert EmployeeCurrent.objects.get(employee=person).education == "s2"


def test_fact_before_birth_is_refused():
    person = make_employee(birth=date(1985, 3, 17))
    with pytest.raises(FactError, match="lahir"):
        give_position(person, "pelaksana", since=date(1980, 1, 1))


def test_history_cannot_be_edited_behind_the_actions():
    person = make_employee()
    with pytest.raises(IntegrityError), transaction.atomic():
        RankRecord.objects.filter(employee=person).update(grade="IV/e")


def test_bulk_rows_are_sealed_like_single_ones_and_fill_the_list():
    unit = make_unit()
    seat = make_seat(unit, kind="pengawas", title="Kepala Seksi Data")
    keys = actions.bulk_employees([(make_nip(serial=n), f"PNS-{n}") for n in (801, 802, 803)], by=BY)
    ids = sorted(keys.values())
    since = date(2015, 3, 1)
    actions.bulk_append(
        IdentityRecord, [(pk, since, f"Orang {pk}", date(1985, 3, 17), "P") for pk in ids],
        columns=("employee_id", "effective_from", "name", "birth_date", "sex"), by=BY,
    )  # fmt: skip
    from jenjang.personnel.models import StatusRecord

    actions.bulk_append(
        StatusRecord, [(pk, since, "PNS", since) for pk in ids],
        columns=("employee_id", "effective_from", "status", "appointed_on"), by=BY,
    )  # fmt: skip
    actions.bulk_append(
        PositionRecord, [(ids[0], since, seat.pk, unit.pk, seat.title, "pengawas")],
        columns=("employee_id", "effective_from", "seat_id", "unit_id", "title", "kind"), by=BY,
    )  # fmt: skip
    assert actions.refresh_current(ids) == 3
    assert actions.refresh_current(ids) == 0
    assert EmployeeCurrent.objects.get(employee=ids[0]).seat == seat
    assert verify(connection)["ok"]


def test_an_account_and_a_record_of_one_nip_find_each_other_whichever_comes_first() -> None:
    from jenjang.accounts import actions as accounts

    hired = make_employee("Rina Amelia")
    user = accounts.create_account(username=hired.nip, name="Rina Amelia")
    assert Employee.objects.get(pk=hired.pk).user == user
    nip = "199203142016032004"
    early = accounts.create_account(username=nip, name="Sinta Marlina")
    actions.bulk_employees([(nip, "siasn-sinta")], by=BY)
    assert Employee.objects.get(nip=nip).user == early


def test_a_record_that_has_an_account_keeps_it() -> None:
    from jenjang.accounts import actions as accounts
    from jenjang.personnel.sign_ins import tie_employees

    hired = make_employee("Rina Amelia")
    other = accounts.create_account(username="rina.amelia", name="Rina Amelia")
    Employee.objects.filter(pk=hired.pk).update(user=other)
    accounts.create_account(username=hired.nip, name="Rina Amelia")
    assert tie_employees([hired.nip]) == 0
    assert Employee.objects.get(pk=hired.pk).user == other
