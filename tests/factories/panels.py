"""Panels, candidates and applicants for tests, brought to a state through the real actions. All people are invented."""

from datetime import date
from typing import Any

from jenjang.accounts.models import User
from jenjang.accounts.roles import Role
from jenjang.selection import applications, candidates, checking, panels
from jenjang.selection.models import (
    Application,
    Candidate,
    Panel,
    PanelMember,
    Vacancy,
    Willingness,
    WillingnessRequest,
)
from jenjang.selection.panels import Named
from tests.cast import Cast
from tests.factories import people
from tests.factories.people import BY
from tests.factories.selection import COMPETENCIES, ON, make_candidate, make_run, make_standard, make_vacancy

PDF = (
    b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
    b"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 72 72]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"
)
DECREE = {"decree_number": "800/12/BKPSDM/2026", "decree_date": date(2026, 9, 1)}
CLOSED = date(2026, 11, 22)
"""A day after the call of an open selection has ended."""
STATED = {
    "status": "PNS", "golongan": "IV/b", "tmt_golongan": "2022-04-01", "tmt_pengangkatan": "2005-01-01",
    "tanggal_lahir": "1976-05-04", "pendidikan": "s2", "bidang_ilmu_sesuai": True,
    "jabatan_bulan": [["administrator", "tidak_ada", 72]], "jabatan_sekarang": ["administrator", "tidak_ada"],
    "tahun_bidang_tugas": 6, "predikat": [[2025, "baik", 0], [2024, "baik", 0]],
    "capaian_kompetensi": dict.fromkeys(COMPETENCIES, 3),
}  # fmt: skip
"""What an applicant from elsewhere who meets every requirement says of himself."""


def make_user(login: str, name: str, *roles: Role) -> User:
    """An account with roles, signed by the program."""
    from jenjang import ledger
    from jenjang.accounts.models import RoleGrant

    user = User(username=login, name=name)
    user.set_unusable_password()
    user.save()
    with ledger.attributed(by=BY):
        RoleGrant.objects.bulk_create(
            RoleGrant(user=user, role=role, since=date(2024, 1, 1), reason="Peran rekaan untuk uji") for role in roles
        )
    return user


def member_named(user: User, seat: str = "anggota", *, internal: bool = True, **facts: Any) -> Named:
    employee = getattr(user, "employee", None)
    if internal and employee is None:
        employee = people.make_employee(user.name, user=user, kind="jpt_pratama", title=f"Jabatan {user.name}")
    return Named(
        user=user, seat=seat, origin="Pemerintah Kota Contoh" if internal else "Universitas Contoh", internal=internal,
        employee=employee.pk if employee else None, **facts,
    )  # fmt: skip


def board_of(cast: Cast, *reserves: User, internal: bool = True) -> list[Named]:
    seats = ((cast.budi, "ketua"), (cast.ratna, "sekretaris"), (cast.agus, "anggota"))
    named = [member_named(user, seat, internal=internal) for user, seat in seats]
    return named + [member_named(user, "cadangan") for user in reserves]


def make_board(cast: Cast, vacancy: Vacancy, *reserves: User, internal: bool = True) -> Panel:
    return panels.form_panel(
        vacancy=vacancy, people=board_of(cast, *reserves, internal=internal), by=cast.lestari, on=ON, **DECREE
    )


def say_willing(vacancy: Vacancy, employees: list[Any], by: User) -> None:
    """Asked and answered yes, sealed like the real thing."""
    from jenjang import ledger

    with ledger.attributed(by=BY):
        for employee in employees:
            asked = WillingnessRequest.objects.create(vacancy=vacancy, employee=employee, answer_by=ON, by=by)
            Willingness.objects.create(request=asked, willing=True, by=by)


def board_in_session(
    cast: Cast, *reserves: User, names: tuple[str, ...] = ("Rina Wulandari", "Dedi Kurniawan"), internal: bool = True,
    equal: bool = False,
) -> Panel:  # fmt: skip
    """A ranked vacancy, its board, two willing candidates, perhaps equal in everything; relations were computed."""
    employees = [make_candidate(name, technical="80" if equal else str(80 + place)) for place, name in enumerate(names)]
    vacancy = make_vacancy(cast.lestari)
    make_run(vacancy, cast.lestari)
    say_willing(vacancy, employees, cast.lestari)
    panel = make_board(cast, vacancy, *reserves, internal=internal)
    candidates.begin_assessment(vacancy=vacancy, by=cast.lestari, on=ON)
    return panel


def member(panel: Panel, user: User) -> PanelMember:
    return PanelMember.objects.get(panel=panel, user=user)


def candidate(panel: Panel, name: str) -> Candidate:
    return Candidate.objects.get(vacancy=panel.vacancy, employee__current__name=name)


def make_open_vacancy(cast: Cast, **facts: Any) -> Vacancy:
    """A senior post in an open call of twenty days."""
    seat = people.make_seat(title="Kepala Dinas Contoh", kind="jpt_pratama", is_head=True)
    make_standard(seat, level=3)
    facts = {"call_from": date(2026, 11, 1), "call_until": date(2026, 11, 21)} | facts
    return make_vacancy(cast.lestari, seat, **facts)


def make_application(vacancy: Vacancy, user: User, employee: Any = None) -> Application:
    """Begun, with every paper, and submitted."""
    if employee is not None:
        employee.user = user
        employee.save(update_fields=["user"])
    application = applications.begin(vacancy=vacancy, by=user, on=ON)
    furnish(application, user)
    applications.submit(application=application, by=user, on=ON)
    return application


def furnish(application: Application, user: User) -> None:
    law = panels.law_of_vacancy(application.vacancy, ON)
    for paper in applications.papers_of(law, external=application.external_id is not None):
        applications.attach(
            application=application, kind=paper.code, file=PDF, by=user, on=ON, name=f"{paper.code}.pdf"
        )


def pass_papers(application: Application, by: User) -> None:
    for kind in applications.newest_papers(application):
        checking.check_document(application=application, kind=kind, verdict="MS", by=by, on=ON)
    checking.settle_check(application=application, by=by, on=ON)
