"""Every boundary has cases on both sides: whoever moves a number of the law by one is noticed by a worked case."""

import dataclasses
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from functools import cache

import pytest

from jenjang.law import cases
from jenjang.law.catalogue import evaluate
from jenjang.law.parameters import LawBook, default_book
from jenjang.law.policies import freeze

BOOK = default_book()
# No case can tell: nothing that may be asked lies beyond the number, or another limit holds first.
BEYOND_REACH = {
    "kalender.hari_kerja_sepekan 1995-09-01": "it ended before the first year whose holidays we have",
    "cuti.sakit.surat_dokter_mulai -1": "an illness lasts a day at least",
    "cuti.tahunan.batas_ditangguhkan +1": "a year leaves no more than its twelve days",
    "cuti.tahunan.batas_dua_tahun +1": "two years leave six days each",
    "cuti.tahunan.batas_setahun +1": "a year leaves six days",
    "cuti.tahunan.sisa_setahun +1": "eighteen days are the limit on the whole",
    "ip_asn.kategori.4.mulai +1": "the lowest band has no lower one, and nobody scores below it",
    "ip_asn.kategori.4.mulai -1": "as above",
    "ip_asn.kinerja.angka.4.mulai -1": "the scale begins at 0",
    "seleksi.keputusan.pilkada_bulan +1": "the law on the technical approval begins within the window",
    "seleksi.keputusan.pilkada_bulan -1": "as above",
    "seleksi.pansel.internal +1": "no panel of five, seven or nine has a share between the two",
    "seleksi.pansel.jumlah.paling_banyak +1": "ten is even",
    "seleksi.pansel.jumlah.paling_sedikit -1": "four is even",
    "skm.mutu.3.mulai -1": "the survey's scale begins at 25",
    "talenta.nilai.lama_jabatan.2.mulai -1": "the lowest band",
    "talenta.nilai.sertifikat.4.mulai +1": "what no band holds counts 0, as this one",
    "talenta.nilai.sertifikat.4.mulai -1": "as above",
}
# It only makes a finding of advice, which cases do not compare; tests/rules/personnel/test_identity.py does.
ADVICE = {"identitas.nip.usia_pengangkatan"}
# Its words are read by people; of it a rule only counts the values, which is noticed as the number of scores.
WORDS = {"kinerja.perilaku.panduan"}


@cache
def cases_by_parameter():
    """The cases that look a parameter up; a refused one may have looked up any."""
    found, refused = {}, []
    for case in cases.shipped_cases():
        answer = evaluate(case.rule, case.on, case.facts)
        for key in answer.get("parameters", ()):
            found.setdefault(key, []).append(case)
        if "error" in answer:
            refused.append(case)
    return found, refused


def changed(value, path=""):
    """The value with one number moved by one, one answer turned round, or one item of a list taken away; and what was done."""
    if isinstance(value, Mapping):
        for key, item in value.items():
            for other, done in changed(item, f"{path}.{key}"):
                yield {**value, key: other}, done
    elif isinstance(value, tuple):
        for place, item in enumerate(value):
            for other, done in changed(item, f"{path}.{place}"):
                yield (*value[:place], other, *value[place + 1 :]), done
            if not isinstance(item, Mapping):
                yield (*value[:place], *value[place + 1 :]), f"{path} without {item}"
    elif isinstance(value, bool):
        yield not value, f"{path} turned round"
    elif isinstance(value, int | Decimal):
        yield value + 1, f"{path} +1"
        yield value - 1, f"{path} -1"


def notices(case, book):
    """A law that cannot be read any more is noticed, too."""
    try:
        return cases.run(case, book) != []
    except (KeyError, ValueError, AssertionError):
        return True


def looked_up():
    return [
        key
        for key in sorted(cases_by_parameter()[0])
        if not BOOK.parameters[key].is_table and key not in ADVICE | WORDS
    ]


@pytest.mark.parametrize("key", looked_up())
def test_a_number_moved_by_one_is_noticed_by_a_case(key):
    found, refused = cases_by_parameter()
    parameter = BOOK.parameters[key]
    unnoticed = []
    for place, dated in enumerate(parameter.values):
        if f"{key} {dated.since}" in BEYOND_REACH:
            continue
        for value, done in changed(dated.value):
            values = list(parameter.values)
            values[place] = dataclasses.replace(dated, value=freeze(value))
            other = dataclasses.replace(parameter, values=tuple(values))
            book = LawBook(BOOK.root, BOOK.sources, {**BOOK.parameters, key: other})
            if key + done not in BEYOND_REACH and not any(notices(case, book) for case in [*found[key], *refused]):
                unnoticed.append(f"since {dated.since}: {key}{done}")
    assert unnoticed == []


@pytest.mark.parametrize("key", sorted(BOOK.parameters))
def test_no_value_is_older_than_the_instrument_that_gives_it(key):
    for dated in BOOK.parameters[key].values:
        sources = [BOOK.sources[text.partition("#")[0]] for text in dated.cites]
        assert any(in_force(source, dated.since) for source in sources), (key, dated.since)


def in_force(source, day: date) -> bool:
    return source.in_force_since <= day and (source.repealed_on is None or day < source.repealed_on)
