"""Beranda: what waits for an officer of personnel, and what the law brings to an employee next.

Only days that a rule gives, each with its articles; where a record does not say enough, nothing is promised.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

from django.urls import reverse

from jenjang.accounts.queries import law_for, user_can
from jenjang.accounts.todo import Item, Next
from jenjang.law.catalogue import evaluate
from jenjang.law.codes import Education, Grade, PositionKind, Status
from jenjang.law.spans import add_months, add_years, full_months
from jenjang.personnel import queries
from jenjang.personnel.permissions import CORRECTION_SETTLE
from jenjang.personnel.rules.rank import (
    DayFacts,
    RegularPromotionFacts,
    decide_regular_promotion,
    next_promotion_period,
)
from jenjang.ui import formats

if TYPE_CHECKING:
    from django.db.models import QuerySet

    from jenjang.accounts.models import User
    from jenjang.personnel.models import EmployeeCurrent

MONTHS_A_YEAR = 12
# Findings that decide whether somebody is promoted this way at all; the others can still be met until the day.
ALWAYS_ASKED = {"status", "jabatan", "batas_ijazah"}


def waiting(user: User, day: date) -> Iterable[Item]:
    """Permintaan perbaikan data that nobody has settled, for the officers who settle them."""
    if not user_can(user, CORRECTION_SETTLE, day):
        return []
    number = queries.waiting_requests(user).count()
    if not number:
        return []
    title = f"{formats.whole(number)} permintaan perbaikan data menunggu"
    return [Item(title, "Pegawai sudah melampirkan buktinya.", reverse("personnel:requests"), "Periksa")]


def anybodys_requests(user: User, day: date) -> Sequence[QuerySet[Any]]:
    """The gate is wide: whose requests they are is asked when there are any."""
    return (queries.open_requests(),) if user_can(user, CORRECTION_SETTLE, day) else ()


def coming(user: User, day: date) -> Iterable[Next]:
    """Hari ini, lalu berikutnya: where the person stands, the next periodic raise, the earliest regular promotion, retirement."""
    person = queries.current_of(user)
    if person is None or not person.active:
        return
    url = person.employee.get_absolute_url()
    if person.title:
        yield Next(day, ", ".join(filter(None, (person.grade, person.title))), url=url)
    yield from _raise(person, day, url)
    yield from _promotion(person, user, day, url)
    yield from _retirement(person, day, url)


def _raise(person: EmployeeCurrent, day: date, url: str) -> Iterator[Next]:
    """Kenaikan gaji berkala (PP 7/1977 Pasal 11): the next step of the salary table."""
    if person.grade_since is None:
        return
    begun = add_months(person.grade_since, -(person.service_years * MONTHS_A_YEAR + person.service_months))
    years = full_months(begun, day) // MONTHS_A_YEAR
    facts = {
        "grade": person.grade, "appointed_on": add_years(begun, years).isoformat(), "service_years": years,
    }  # fmt: skip
    answer = evaluate("gaji.kgb_pertama", day.isoformat(), facts)
    result = answer.get("result") or {}
    if result.get("effective_from"):
        text = f"Menjadi {formats.rupiah(result['amount'])}, bila penilaian kinerja sekurang-kurangnya cukup."
        yield Next(_day(result["effective_from"]), "Kenaikan gaji berkala", text, url=url, cites=_cites(answer))


def _promotion(person: EmployeeCurrent, user: User, day: date, url: str) -> Iterator[Next]:
    """Kenaikan pangkat reguler (PP 99/2000 Pasal 7): the first period after the time in grade is full."""
    facts = _promotion_facts(person)
    if facts is None:
        return
    needed = law_for(user, day)["pangkat.reguler.masa"]
    full = max(add_years(facts.grade_since, needed.value), day)
    eve = full.fromordinal(full.toordinal() - 1)  # a period that begins on the very day counts
    period = next_promotion_period(DayFacts(eve), law_for(user, day)).result
    decision = decide_regular_promotion(facts, law_for(user, period.next_period))
    never = [finding for finding in decision.objections if finding.code in ALWAYS_ASKED]
    target = decision.result.next_grade
    if never or target is None:
        return
    text = "Paling cepat, bila predikat kinerja dan syarat lain terpenuhi."
    title = f"Kenaikan pangkat reguler ke {target.value}"
    yield Next(period.next_period, title, text, url=url, cites=needed.cites)


def _promotion_facts(person: EmployeeCurrent) -> RegularPromotionFacts | None:
    """What is known today; years that are still to come are left open."""
    if not (person.kind and person.education and person.grade_since) or person.grade not in set(Grade):
        return None
    return RegularPromotionFacts(
        status=Status.of(person.status), grade=Grade.of(person.grade), grade_since=person.grade_since,
        education=Education.of(person.education), predicates=(), exam_passed=False,
        position_kind=PositionKind.of(person.kind), sanctions=(),
    )  # fmt: skip


def _retirement(person: EmployeeCurrent, day: date, url: str) -> Iterator[Next]:
    """Batas usia pensiun (UU 20/2023 Pasal 55) by the post of today."""
    if not person.kind:
        return
    facts = {
        "position_kind": person.kind, "career_level": person.career_level,
        "teacher": person.title.lower().startswith("guru"), "birth_date": person.birth_date.isoformat(),
    }  # fmt: skip
    answer = evaluate("pensiun.bup", day.isoformat(), facts)
    if "result" in answer:
        age, since = answer["result"]["age"], answer["result"]["effective_from"]
        yield Next(_day(since), "Pensiun", f"Batas usia pensiun {age} tahun.", url=url, cites=_cites(answer))


def _day(text: str) -> date:
    return date.fromisoformat(text)


def _cites(answer: dict[str, Any]) -> tuple[str, ...]:
    return tuple(cite for finding in answer["findings"] for cite in finding["cites"])
