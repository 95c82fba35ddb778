"""Membentuk tim penilai atau panitia seleksi: members by decree, reserves, and who stands in for whom."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from django.db import transaction

from jenjang import ledger
from jenjang.accounts.queries import are_several_one
from jenjang.kernel import actions as kernel
from jenjang.kernel import policy
from jenjang.law.decisions import Decision, Finding
from jenjang.law.errors import Refused
from jenjang.law.parameters import LawOn
from jenjang.selection.lawbooks import law_of
from jenjang.selection.models import Criteria, Method, Panel, PanelMember, PanelSeat, Vacancy
from jenjang.selection.rules.composition import Body, CompositionFacts, decide_composition

if TYPE_CHECKING:
    from jenjang.accounts.models import User

MEETING_PLACE = "/menilai/"


@dataclass(frozen=True, slots=True)
class Named:
    """Seorang yang ditunjuk: the account that marks, the seat, and who that is."""

    user: User
    seat: str
    origin: str
    internal: bool
    name: str = ""
    employee: int | None = None
    nik: str = ""
    birth_date: date | None = None


def law_of_vacancy(vacancy: Vacancy, on: date) -> LawOn:
    """The law sealed with the newest criteria; before publication the law of the day."""
    return laws_of_vacancies([vacancy.pk], on)[vacancy.pk]


def laws_of_vacancies(vacancies: Collection[int], on: date) -> dict[int, LawOn]:
    """The law of each of these vacancies, read together."""
    rows = Criteria.objects.select_related("policy_version").filter(vacancy__in=vacancies)
    newest = {one.vacancy_id: one for one in rows.order_by("version")}
    return {key: law_of(newest[key]) if key in newest else policy.law_on(on) for key in vacancies}


def body_of(vacancy: Vacancy) -> Body:
    """Who assesses: the panel of an open selection, or the promotion board."""
    return Body.PANEL if vacancy.method == Method.OPEN else Body.BOARD


def composition(vacancy: Vacancy, people: Sequence[Named], law: LawOn) -> Decision[None]:
    """May these people form the panel? Reserves do not count."""
    regular = [one for one in people if one.seat != str(PanelSeat.RESERVE)]
    facts = CompositionFacts(body_of(vacancy), len(regular), sum(one.internal for one in regular))
    chairs = sum(one.seat == str(PanelSeat.CHAIR) for one in people)
    twice = are_several_one([one.user for one in people])
    findings = [
        *decide_composition(facts, law).findings,
        Finding(chairs == 1, ("Ketua {} orang; harus satu.", chairs), (), "ketua"),
        Finding(not twice, "Tiap orang ditunjuk satu kali, dengan akun yang mana pun.", (), "ganda"),
    ]
    return Decision(findings, None)


@transaction.atomic
def form_panel(
    *, vacancy: Vacancy, decree_number: str, decree_date: date, people: Sequence[Named], by: User, on: date
) -> Panel:
    """Membentuk panitia dengan SK: all members at once, so that the composition is lawful from the first moment."""
    Vacancy.objects.select_for_update().get(pk=vacancy.pk)
    decision = composition(vacancy, people, law_of_vacancy(vacancy, on))
    found = [*decision.findings, _is_not_formed(vacancy), Finding(decree_date <= on, "SK sudah ditetapkan.", (), "sk")]
    if not (decision := Decision(found, None)).allowed:
        raise Refused(decision)
    panel = Panel.objects.create(vacancy=vacancy, decree_number=decree_number, decree_date=decree_date, formed_by=by)
    with ledger.attributed(by=by):
        PanelMember.objects.bulk_create(member_row(panel, one) for one in people)
    text = f"Anda ditunjuk menilai calon {vacancy.title}. SK {decree_number}."
    kernel.notify(users=[one.user for one in people], text=text, url=MEETING_PLACE)
    return panel


def _is_not_formed(vacancy: Vacancy) -> Finding:
    return Finding(not Panel.objects.filter(vacancy=vacancy).exists(), "Panitia sudah dibentuk.", (), "tunggal")


def member_row(panel: Panel, one: Named) -> PanelMember:
    """A row for somebody named."""
    return PanelMember(
        panel=panel, user=one.user, employee_id=one.employee, name=one.name or one.user.name, origin=one.origin,
        nik=one.nik, birth_date=one.birth_date, seat=one.seat, internal=one.internal,
    )  # fmt: skip
