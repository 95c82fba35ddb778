"""Beranda: what waits for an officer of personnel, and what the law brings to an employee next.

Only days that a rule gives, each with its articles; where a record does not say enough, nothing is promised.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import TYPE_CHECKING, Any

from django.urls import reverse

from jenjang.accounts.queries import user_can
from jenjang.accounts.todo import Item, Next
from jenjang.kernel.queries import law_on
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
    from jenjang.accounts.models import User

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


def coming(user: User, day: date) -> Iterable[Next]:
    """Berikutnya: the next periodic raise, the earliest regular promotion, retirement."""
    person = queries.employee_of(user)
    if person is None:
        return
    state = queries.profile_as_of(person, day)
    if state.status is None or not state.status.active:
        return
    url = person.get_absolute_url()
    yield from _raise(state, url)
    yield from _promotion(state, url)
    yield from _retirement(state, url)


def _raise(state: queries.ProfileState, url: str) -> Iterator[Next]:
    """Kenaikan gaji berkala (PP 7/1977 Pasal 11): the next step of the salary table."""
    rank = state.rank
    if rank is None:
        return
    begun = add_months(rank.effective_from, -(rank.service_years * MONTHS_A_YEAR + rank.service_months))
    years = full_months(begun, state.day) // MONTHS_A_YEAR
    facts = {
        "grade": rank.grade, "appointed_on": add_years(begun, years).isoformat(), "service_years": years,
    }  # fmt: skip
    answer = evaluate("gaji.kgb_pertama", state.day.isoformat(), facts)
    result = answer.get("result") or {}
    if result.get("effective_from"):
        text = f"Menjadi {formats.rupiah(result['amount'])}, bila penilaian kinerja sekurang-kurangnya cukup."
        yield Next(_day(result["effective_from"]), "Kenaikan gaji berkala", text, url=url, cites=_cites(answer))


def _promotion(state: queries.ProfileState, url: str) -> Iterator[Next]:
    """Kenaikan pangkat reguler (PP 99/2000 Pasal 7): the first period after the time in grade is full."""
    facts = _promotion_facts(state)
    if facts is None:
        return
    needed = law_on(state.day)["pangkat.reguler.masa"]
    full = max(add_years(facts.grade_since, needed.value), state.day)
    eve = full.fromordinal(full.toordinal() - 1)  # a period that begins on the very day counts
    period = next_promotion_period(DayFacts(eve), law_on(state.day)).result
    decision = decide_regular_promotion(facts, law_on(period.next_period))
    never = [finding for finding in decision.objections if finding.code in ALWAYS_ASKED]
    target = decision.result.next_grade
    if never or target is None:
        return
    text = "Paling cepat, bila predikat kinerja dan syarat lain terpenuhi."
    title = f"Kenaikan pangkat reguler ke {target.value}"
    yield Next(period.next_period, title, text, url=url, cites=needed.cites)


def _promotion_facts(state: queries.ProfileState) -> RegularPromotionFacts | None:
    """What is known today; years that are still to come are left open."""
    rank, post, school = state.rank, state.position, state.education
    if rank is None or post is None or school is None or state.status is None or rank.grade not in set(Grade):
        return None
    return RegularPromotionFacts(
        status=Status.of(state.status.status), grade=Grade.of(rank.grade), grade_since=rank.effective_from,
        education=Education.of(school.level), predicates=(), exam_passed=False,
        position_kind=PositionKind.of(post.kind), sanctions=(),
    )  # fmt: skip


def _retirement(state: queries.ProfileState, url: str) -> Iterator[Next]:
    """Batas usia pensiun (UU 20/2023 Pasal 55) by the post of today."""
    if state.position is None or state.identity is None:
        return
    post = state.position
    facts = {
        "position_kind": post.kind, "career_level": post.career_level,
        "teacher": post.title.lower().startswith("guru"), "birth_date": state.identity.birth_date.isoformat(),
    }  # fmt: skip
    answer = evaluate("pensiun.bup", state.day.isoformat(), facts)
    if "result" in answer:
        age, since = answer["result"]["age"], answer["result"]["effective_from"]
        yield Next(_day(since), "Pensiun", f"Batas usia pensiun {age} tahun.", url=url, cites=_cites(answer))


def _day(text: str) -> date:
    return date.fromisoformat(text)


def _cites(answer: dict[str, Any]) -> tuple[str, ...]:
    return tuple(cite for finding in answer["findings"] for cite in finding["cites"])
