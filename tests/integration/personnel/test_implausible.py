"""Catatan tangan yang tidak mungkin benar: refused at the field before it is sealed, and nothing typed is lost."""

from datetime import date

import pytest

from jenjang.discipline.models import SanctionRecord
from jenjang.law.errors import FactError
from jenjang.performance.models import AppraisalRecord
from jenjang.personnel.actions import correct, die
from jenjang.personnel.decrees import Decree
from jenjang.personnel.models import Employee, IdentityRecord, PositionRecord, RankRecord, StatusRecord
from jenjang.personnel.sense import Implausible
from tests.factories.people import BY, give, give_rank, make_employee
from tests.integration.personnel.test_pages import decree

LAST_DAY = date(2025, 12, 31)


@pytest.fixture(autouse=True)
def _today(freeze):
    freeze(date(2026, 11, 23))


def appraisal(person, **changes):
    facts = {
        "year": 2025,
        "result_rating": "sesuai_ekspektasi",
        "behaviour_rating": "sesuai_ekspektasi",
        "predicate": "baik",
    }
    return give(AppraisalRecord, person, LAST_DAY, **facts | changes)


def test_every_doubt_about_a_new_row_stands_at_its_field_and_nothing_is_stored(client, cast, sign_in):
    person = make_employee()
    form = decree(
        effective_from="1/4/1980", decree_date="1/12/2026", grade="III/d", service_years="70", service_months="0"
    )
    answer = sign_in(client, cast.lestari).post(f"/pegawai/{person.nip}/pangkat/tambah/", form)
    page = answer.content.decode()
    assert answer.status_code == 422 and RankRecord.objects.filter(employee=person).count() == 1
    for sentence in ("mendahului tanggal lahir", "sesudah hari ini. Periksa tahunnya.", "Paling besar 60."):
        assert sentence in page
    assert 'value="821.2/9/2026"' in page, "what was typed is still there"


def test_the_same_row_is_not_recorded_twice():
    person = make_employee(grade="III/c", grade_since=date(2020, 4, 1))
    with pytest.raises(FactError, match="Catatan yang sama"):
        give_rank(person, "III/c", date(2020, 4, 1))
    give_rank(person, "III/d", date(2024, 4, 1))
    assert RankRecord.objects.filter(employee=person).count() == 2


def test_a_year_has_one_predicate_which_is_corrected_and_not_added():
    person = make_employee()
    row = appraisal(person)
    with pytest.raises(Implausible) as refused:
        appraisal(person, predicate="baik", behaviour_rating="di_atas_ekspektasi")
    assert refused.value.found[0] == ("year", "Sudah tercatat. Koreksi baris itu bila isinya berubah.")
    right = {
        "result_rating": "di_atas_ekspektasi",
        "behaviour_rating": "di_atas_ekspektasi",
        "predicate": "sangat_baik",
    }
    assert correct(record=row, facts=right, reason="Rating salah ketik.", by=BY).predicate == "sangat_baik"


def test_a_predicate_follows_from_its_ratings_where_that_is_the_law():
    person = make_employee()
    with pytest.raises(FactError, match="Kedua ratingnya berarti baik"):
        appraisal(person, predicate="sangat_kurang")
    assert give(AppraisalRecord, person, date(2019, 12, 31), year=2019, predicate="kurang").predicate == "kurang"


def test_a_sanction_has_the_level_of_its_kind():
    person = make_employee()
    with pytest.raises(FactError, match="hukuman tingkat ringan") as refused:
        give(SanctionRecord, person, LAST_DAY, level="berat", sanction="teguran_lisan")
    assert refused.value.field == "level"
    assert give(SanctionRecord, person, LAST_DAY, level="ringan", sanction="teguran_lisan").pk


def test_a_nik_belongs_to_one_person():
    make_employee("Satu", nik="1373015703850001")
    with pytest.raises(FactError, match="NIK ini sudah tercatat"):
        make_employee("Dua", nik="1373015703850001")
    assert Employee.objects.count() == 1
    other = make_employee("Dua")
    row = IdentityRecord.objects.get(employee=other)
    with pytest.raises(FactError, match="NIK ini sudah tercatat"):
        correct(record=row, facts={"nik": "1373015703850001"}, reason="Melengkapi NIK.", by=BY)


@pytest.mark.parametrize(
    ("facts", "field", "sentence"),
    [
        ({"kind": "pelaksana", "career_level": "ahli_madya"}, "career_level", "Hanya jabatan fungsional berjenjang"),
        ({"kind": "jpt_pratama", "echelon": "IV.a"}, "echelon", "Eselon IV.a ialah jabatan Pengawas, bukan JPT Pratama"),
        ({"kind": "fungsional", "career_level": "ahli_muda", "echelon": "III.b"}, "echelon", "ialah jabatan Administrator"),
    ],
)  # fmt: skip
def test_a_post_does_not_contradict_its_kind(facts, field, sentence):
    person = make_employee()
    with pytest.raises(Implausible, match=sentence) as refused:
        give(PositionRecord, person, LAST_DAY, title="Analis", unit_name="Dinas Contoh", **facts)
    assert [name for name, _ in refused.value.found] == [field]
    give(PositionRecord, person, LAST_DAY, title="Asisten Deputi", unit_name="BKN", kind="jpt_madya", echelon="I.a")
    assert PositionRecord.objects.filter(employee=person, effective_from=LAST_DAY).count() == 1


def test_a_death_is_not_recorded_ahead():
    person = make_employee()
    with pytest.raises(FactError, match="sesudah hari ini"):
        die(employee=person, effective_from=date(2026, 11, 24), decree=Decree(), by=BY)
    die(employee=person, effective_from=date(2026, 11, 23), decree=Decree(), by=BY)
    assert StatusRecord.objects.filter(employee=person, active=False).count() == 1
