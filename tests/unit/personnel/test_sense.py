"""Kewajaran catatan tangan: what cannot be true of a person is said at its field, all of it at once."""

from datetime import date

import pytest

from jenjang.law.identifiers import NIP
from jenjang.personnel import sense
from jenjang.personnel.decrees import NO_DECREE, Decree
from jenjang.personnel.sense import Implausible, Life

TODAY = date(2026, 11, 27)
BORN, SINCE = date(1985, 3, 17), date(2020, 4, 1)
OFFICIAL = Life(BORN, NIP.read("198503172010012001"), "PNS")
CONTRACTED = Life(BORN, NIP.read("198503172021212001"), "PPPK")


def said_of(facts, since=SINCE, decree=NO_DECREE, life=OFFICIAL):
    return dict(sense.of_row(facts, since, decree, life, TODAY))


@pytest.mark.parametrize(
    ("facts", "field", "words"),
    [
        ({"until": date(2020, 3, 31)}, "until", "sebelum hari mulainya"),
        ({"finished_on": date(2026, 11, 28)}, "finished_on", "sesudah hari ini"),
        ({"graduated": 1985}, "graduated", "di antara 1986 dan 2026"),
        ({"graduated": 2027}, "graduated", "di antara 1986 dan 2026"),
        ({"year": 2026}, "year", "paling akhir 2025"),
        ({"grade": "IX"}, "grade", "bukan golongan PNS"),
        ({"service_years": 61}, "service_years", "Paling besar 60"),
        ({"service_months": 12}, "service_months", "Paling besar 11"),
        ({"relative_nik": "123"}, "relative_nik", "16 angka"),
        ({"name": "12 / 4", "birth_date": BORN, "sex": "P"}, "name", "tidak memuat huruf"),
        ({"name": "Sri", "birth_date": BORN, "sex": "L"}, "sex", "dalam NIP"),
        ({"name": "Sri", "birth_date": date(1985, 3, 18), "sex": "P"}, "birth_date", "dalam NIP"),
    ],
)
def test_a_fact_that_cannot_be_is_refused_at_its_field(facts, field, words):
    found = said_of(facts)
    assert list(found) == [field] and words in found[field]


@pytest.mark.parametrize(
    "facts",
    [
        {"until": SINCE}, {"finished_on": TODAY}, {"graduated": 1986}, {"graduated": 2026}, {"year": 2025}, {"grade": "III/c"},
        {"service_years": 60, "service_months": 11}, {"name": "Sri", "birth_date": BORN, "sex": "P"},
    ],
)  # fmt: skip
def test_the_last_fact_that_can_be_goes_in(facts):
    assert said_of(facts) == {}


def test_a_grade_is_of_the_persons_own_service():
    assert said_of({"grade": "IX"}, life=CONTRACTED) == {}
    assert said_of({"grade": "III/c"}, life=CONTRACTED) == {"grade": "Golongan III/c bukan golongan PPPK."}


@pytest.mark.parametrize(
    ("since", "decree", "fields"),
    [
        (date(1985, 3, 16), NO_DECREE, ["effective_from"]),
        (date(2028, 11, 28), NO_DECREE, ["effective_from"]),
        (date(2028, 11, 27), NO_DECREE, []),
        (SINCE, Decree("821/1", date(2026, 11, 28), "Wali Kota"), ["decree_date"]),
        (SINCE, Decree("821/1", TODAY, "Wali Kota"), []),
    ],
)
def test_days_lie_between_birth_and_a_little_ahead_of_today(since, decree, fields):
    assert list(said_of({}, since, decree)) == fields


@pytest.mark.parametrize(
    ("status", "appointed", "since", "life", "fields"),
    [
        ("PNS", date(2010, 1, 1), date(2010, 1, 1), OFFICIAL, []),
        ("PNS", date(2010, 2, 1), date(2010, 2, 1), OFFICIAL, ["appointed_on"]),
        ("PNS", date(2010, 1, 1), date(2009, 12, 1), OFFICIAL, ["effective_from"]),
        ("PPPK", date(2010, 1, 1), date(2010, 1, 1), OFFICIAL, ["status"]),
        ("PPPK", date(2021, 3, 1), date(2021, 3, 1), CONTRACTED, []),
        ("PPPK", date(1999, 1, 1), date(2021, 3, 1), CONTRACTED, ["appointed_on", "appointed_on"]),
    ],
)
def test_an_appointment_agrees_with_the_nip(status, appointed, since, life, fields):
    found = list(sense.of_hiring({"status": status, "appointed_on": appointed}, since, life))
    assert [field for field, _ in found] == fields


def test_everything_is_said_at_once_and_only_the_first_at_each_field():
    found = iter([("nik", "satu"), ("year", "dua"), ("nik", "tiga")])
    with pytest.raises(Implausible) as refused:
        sense.judge(found)
    assert refused.value.found == [("nik", "satu"), ("year", "dua")] and refused.value.field == "nik"
    sense.judge(iter([]))
