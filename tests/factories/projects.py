"""Team projects for tests: a lead and a member of two units under one office, brought to a state by the real actions."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from jenjang.projects import charters, consents, contributions
from jenjang.projects.charters import Charter
from jenjang.projects.models import Consent, Contribution, Membership, Project
from tests.factories import performance as made
from tests.factories.people import make_employee, make_seat, make_unit

DAY = date(2026, 3, 18)
LAST = date(2026, 9, 30)


@dataclass
class Stage:
    """Panggung rekaan: two units with their heads, who leads the team and who is asked to join."""

    lead: Any
    lead_user: Any
    lead_head_user: Any
    member: Any
    member_user: Any
    member_head_user: Any
    mayor: Any


def make_stage(cast: Any) -> Stage:
    """Sri leads, of Yuliana's unit; Hendra joins, of Rahmat's unit; both units stand under one office without a head."""
    office = make_unit("Pemerintah Contoh")
    first, second = make_unit("Dinas Satu", parent=office), make_unit("Dinas Dua", parent=office)
    make_employee("Yuliana Putri", user=cast.yuliana, seat=make_seat(first, "Kepala Dinas Satu", is_head=True))
    make_employee("Rahmat Hidayat", user=cast.rahmat, seat=make_seat(second, "Kepala Dinas Dua", is_head=True))
    lead = make_employee(cast.sri.name, user=cast.sri, unit=first, title="Pengelola Data")
    member = make_employee(cast.hendra.name, user=cast.hendra, unit=second, title="Analis Data")
    made.make_year()
    return Stage(lead, cast.sri, cast.yuliana, member, cast.hendra, cast.rahmat, cast.wali)


def charter(**changes: Any) -> Charter:
    given = {
        "title": "Satu Data Kota", "goal": "Data dasar kota terpadu.", "first": date(2026, 3, 2), "last": LAST,
        "crosses_agencies": False, "expected": [("Katalog data terbit", "60 kumpulan")], "share": 20,
        "part": "Memimpin penyusunan katalog data",
    }  # fmt: skip
    return Charter(**{**given, **changes})


def make_project(stage: Stage, *, state: str = "rancangan", share: int = 20, **changes: Any) -> Project:
    """A team of two, drafted, proposed, running or finished."""
    project = charters.draft(charter=charter(**changes), by=stage.lead_user)
    charters.add_member(
        project=project, employee=stage.member.pk, share=share, part="Menyusun kumpulan data kesehatan",
        by=stage.lead_user, on=DAY,
    )  # fmt: skip
    if state != "rancangan":
        charters.propose(project=project, by=stage.lead_user, on=DAY)
    if state in ("berjalan", "selesai"):
        agree_all(project, mayor=stage.mayor)
    if state == "selesai":
        charters.finish(project=project, by=stage.lead_user, on=DAY)
    project.refresh_from_db()
    return project


def agree_all(project: Project, on: date = DAY, mayor: Any = None) -> None:
    """Everybody who is asked agrees."""
    for consent in Consent.objects.filter(membership__project=project, state="diminta"):
        by = consent.asked_of.user if consent.asked_of else mayor
        consents.decide(consent=consent, agreed=True, by=by, on=on)


def membership(project: Project, person: Any) -> Membership:
    return Membership.objects.get(project=project, employee=person)


def make_contribution(stage: Stage, project: Project, *, confirmed: bool = False) -> Contribution:
    """What the member tells; confirmed by the lead."""
    found = contributions.write(
        membership=membership(project, stage.member), text="Lima kumpulan data kesehatan terbit.",
        by=stage.member_user, on=DAY,
    )  # fmt: skip
    if confirmed:
        contributions.confirm(contribution=found, by=stage.lead_user, on=DAY)
    return found
