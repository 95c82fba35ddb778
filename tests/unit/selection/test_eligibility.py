"""Comparing each distinct fact once gives what the rules say person by person: for random people, all findings."""

import json
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from jenjang.competency.rules.fit import FitFacts, decide_fit
from jenjang.law.codes import CareerLevel, Echelon, Education, Grade, PositionKind, Predicate, SanctionLevel
from jenjang.law.parameters import LawBook, default_book
from jenjang.law.wording import in_words
from jenjang.organization.rules.career_path import CareerMoveFacts, decide_career_move
from jenjang.organization.rules.grade_range import GradeRangeFacts, decide_grade_range
from jenjang.organization.rules.requirements import (
    HeldPosition,
    RecordedSanction,
    RequirementFacts,
    decide_requirements,
)
from jenjang.selection.criteria import Terms
from jenjang.selection.eligibility import NO_DATA, Eligibility
from jenjang.selection.inputs import Inputs
from jenjang.selection.ranking import Engine

ON = date(2026, 11, 17)
STANDARD = {"integritas": 3, "kerja_sama": 3, "komunikasi": 4, "perekat_bangsa": 2}
KINDS = {"pengawas": "IV.a", "administrator": "III.b", "jpt_pratama": "II.b"}
GRADES = [code.value for code in Grade if "/" in code.value]
LAW = default_book().on(ON)


def codes(enumeration):
    return some.sampled_from([code.value for code in enumeration])


days = some.dates(date(1958, 1, 1), date(2001, 12, 31)).map(date.isoformat)
posts = some.tuples(codes(PositionKind), codes(CareerLevel), some.integers(0, 400)).map(list)
sanctions = some.tuples(
    some.sampled_from(["ringan", "sedang", "berat"]), some.booleans(), some.just("2020-01-02"),
    some.one_of(some.none(), some.dates(date(2015, 1, 1), ON).map(date.isoformat)), some.integers(1, 99),
).map(list)  # fmt: skip


@some.composite
def inputs(draw):
    """Anybody: full records, gaps, sanctions, posts of any kind."""
    years = draw(some.lists(codes(Predicate), max_size=2))
    levels = some.dictionaries(some.sampled_from(sorted(STANDARD)), some.integers(0, 5))
    return Inputs.from_printed({
        "id": draw(some.integers(1, 10**9)),
        "status": draw(some.sampled_from(["PNS", "CPNS", "PPPK"])),
        "golongan": draw(some.sampled_from(["", *GRADES])),
        "tanggal_lahir": draw(days),
        "pendidikan": draw(some.one_of(some.just(""), codes(Education))),
        "jabatan_bulan": draw(some.lists(posts, max_size=4)),
        "tahun_bidang_tugas": draw(some.integers(0, 12)),
        "predikat": [[2025 - place, predicate, place + 1] for place, predicate in enumerate(years)],
        "hukuman_disiplin": draw(some.lists(sanctions, max_size=2)),
        "capaian_kompetensi": draw(some.one_of(some.none(), levels)),
        "jabatan_sekarang": draw(some.one_of(some.none(), some.tuples(codes(PositionKind), codes(CareerLevel)).map(list))),
    })  # fmt: skip


def terms_of(kind: str) -> Terms:
    return Terms(method="tim_penilai", position_kind=kind, echelon=KINDS[kind], standard=STANDARD)


def facts_of(person: Inputs, kind: str) -> RequirementFacts:
    return RequirementFacts(
        position_kind=PositionKind.of(kind),
        education=Education.of(person.education) if person.education else Education.SD,
        related_years=person.related_years,
        held=tuple(
            HeldPosition(PositionKind.of(one), CareerLevel.of(level), months) for one, level, months in person.held
        ),
        birth_date=date.fromisoformat(person.birth_date),
        appointed_on=ON,
        predicates=tuple(Predicate.of(row[1]) for row in person.predicates),
        sanctions=tuple(
            RecordedSanction(SanctionLevel.of(level), serving, date.fromisoformat(ended) if ended else None)
            for level, serving, _, ended, _ in person.sanctions
        ),
    )


@pytest.mark.parametrize("kind", sorted(KINDS))
@given(people=some.lists(inputs(), min_size=1, max_size=6))
@settings(max_examples=60, deadline=None)
def test_remembered_comparisons_are_the_rules_own(kind, people):
    eligibility = Eligibility(terms_of(kind), LAW, ON)
    for person in [*people, *people]:  # the second time everything is remembered
        found = eligibility.findings(person)
        status, *requirements = found[:-2]
        assert status.met is (person.status == "PNS")
        if person.present is not None:
            _same_move(requirements.pop(), person, kind)
        told = decide_requirements(facts_of(person, kind), LAW).findings
        assert [(one.met, one.code.removeprefix(NO_DATA)) for one in requirements] == [
            (one.met, one.code) for one in told
        ]
        assert all(
            ours.reason == theirs.reason and ours.cites == theirs.cites
            for ours, theirs in zip(requirements, told, strict=True) if not ours.code.startswith(NO_DATA)
        )  # fmt: skip
        _same_grade(found[-2], person, kind)
        _same_fit(found[-1], person)


def _same_move(finding, person, kind):
    held, level = person.present
    if (held, level) == ("fungsional", "tidak_ada"):
        assert (finding.met, finding.code) == (False, "belum_ada_jenjang")
        return
    told = decide_career_move(CareerMoveFacts(PositionKind.of(kind), PositionKind.of(held), CareerLevel.of(level)), LAW)
    assert (finding.met, finding.reason) == (told.allowed, told.findings[0].reason)


def _same_grade(finding, person, kind):
    if not person.grade:
        assert (finding.met, finding.code) == (False, "belum_ada_pangkat")
        return
    told = decide_grade_range(GradeRangeFacts(Echelon.of(KINDS[kind]), Grade.of(person.grade)), LAW)
    assert (finding.met, finding.reason) == (told.allowed, told.findings[0].reason)


def _same_fit(finding, person):
    if person.achieved is None:
        assert (finding.met, finding.code) == (False, "belum_ada_kompetensi")
        return
    fit = decide_fit(FitFacts(STANDARD, person.achieved), LAW).result
    assert finding.reason.startswith(f"Kesesuaian kompetensi {in_words(fit.percentage)}% ({in_words(fit.category)})")
    assert finding.met is (fit.category.value != "kurang_memenuhi_syarat")


@given(people=some.lists(inputs(), max_size=8, unique_by=lambda person: person.person))
@settings(max_examples=40, deadline=None)
def test_nobody_is_dropped_and_the_place_does_not_depend_on_who_was_read_first(people):
    engine = Engine(terms_of("administrator"), LAW, ON)
    forward, backward = engine.rank(people), Engine(terms_of("administrator"), LAW, ON).rank(reversed(people))
    assert sorted(one.person.person for one in forward.everybody) == sorted(person.person for person in people)
    assert {
        one.person.person: (one.verdict, one.rank, one.score, one.tied, one.unmet) for one in forward.everybody
    } == {one.person.person: (one.verdict, one.rank, one.score, one.tied, one.unmet) for one in backward.everybody}


@given(person=inputs())
def test_the_sealed_text_is_read_back_as_it_was(person):
    assert Inputs.from_text(person.as_text()) == person


def ready(**changes):
    """Who meets everything else that an administrator's post asks."""
    return Inputs.from_printed({
        "id": 1, "status": "PNS", "golongan": "IV/a", "tanggal_lahir": "1975-05-05", "pendidikan": "s1",
        "jabatan_bulan": [["pengawas", "tidak_ada", 60]], "predikat": [[2025, "baik", 1], [2024, "baik", 2]],
        "capaian_kompetensi": STANDARD, **changes,
    })  # fmt: skip


@pytest.mark.parametrize(
    ("present", "verdict", "words"),
    [
        (["pengawas", "tidak_ada"], "MS", "Promosi vertikal"),
        (["fungsional", "ahli_muda"], "MS", "Promosi diagonal"),
        (["administrator", "tidak_ada"], "MS", "Mutasi setingkat"),
        (["fungsional", "ahli_madya"], "MS", "Mutasi setingkat"),
        (["jpt_pratama", "tidak_ada"], "TMS", "Penurunan jabatan"),
        (["fungsional", "ahli_utama"], "TMS", "Penurunan jabatan"),
        (["fungsional", "tidak_ada"], "BTL", ""),
    ],
)
def test_a_step_down_is_no_ordinary_candidacy_and_every_move_is_named(present, verdict, words):
    engine, person = Engine(terms_of("administrator"), LAW, ON), ready(jabatan_sekarang=present)
    assert (engine.assess(person).verdict, engine.eligibility.move_of(person)) == (verdict, words)


def test_an_agency_may_let_a_step_down_fill_a_vacancy_by_its_policy():
    policy = {"jabatan.pola_karier.perpindahan": ["vertikal", "diagonal", "horizontal", "turun"]}
    engine = Engine(terms_of("administrator"), default_book().on(ON, policy), ON)
    assert engine.assess(ready(jabatan_sekarang=["jpt_pratama", "tidak_ada"])).verdict == "MS"


def test_lines_and_law_from_before_career_paths_are_read_as_they_were_published():
    book = default_book()
    known = {key: value for key, value in book.parameters.items() if key != "jabatan.pola_karier.perpindahan"}
    engine = Engine(terms_of("administrator"), LawBook(book.root, book.sources, known).on(ON), ON)
    assert engine.assess(ready(jabatan_sekarang=["jpt_pratama", "tidak_ada"])).verdict == "MS"

    *old, _present = json.loads(ready().as_text())
    assert Inputs.from_text(json.dumps(old)) == ready()
