"""Dua lowongan yang berjalan: one by the promotion board, one by open selection, both brought there by the real actions."""

from __future__ import annotations

import secrets
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from jenjang.accounts import actions as accounts
from jenjang.accounts import codes
from jenjang.accounts.models import DemoAccount, User
from jenjang.accounts.roles import Role
from jenjang.competency.queries import national_standard
from jenjang.demo.sheets import HAND
from jenjang.kernel import policy
from jenjang.kernel.histories import Source
from jenjang.organization.models import Seat
from jenjang.personnel import actions as personnel
from jenjang.personnel.models import Employee, EmployeeCurrent, KinshipRecord
from jenjang.selection import (
    applications,
    candidates,
    checking,
    marking,
    naming,
    panels,
    qualifying,
    runs,
    ties,
    vacancies,
    willingness,
)
from jenjang.selection.bench import bench_of
from jenjang.selection.gathering import gather
from jenjang.selection.marking import Typed
from jenjang.selection.models import Application, Panel, PanelMember, Vacancy, WillingnessRequest
from jenjang.selection.runs import database_time

BOARD_POST = "Kepala Bidang Pengembangan dan Penilaian Kompetensi"
OPEN_POST = "Kepala Dinas Perpustakaan dan Kearsipan"
FIELDS = ("administrasi", "manajemen", "pemerintahan", "psikologi")
ASKED, FIT, LAST, SECRET_BYTES = 9, 4, 60, 9
PAPER = (
    b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
    b"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"
)
GUEST: dict[str, Any] = {
    "name": "Roza Mulyani, S.S., M.Hum. (rekaan)", "nip": "197605042005012001", "birth_date": date(1976, 5, 4),
    "agency_name": "Pemerintah Kota Contoh", "email": "roza.mulyani@contoh.test",
}  # fmt: skip


def make(today: date) -> None:
    """Both selections, as they stand today."""
    officers = _with_note("Petugas BKPSDM")
    _board(officers[0], today)
    _open(officers, today)


def _with_note(words: str) -> list[User]:
    """People of the cast by what their card says."""
    rows = DemoAccount.objects.filter(note__startswith=words).select_related("user").order_by("order")
    return [row.user for row in rows]


def _one(words: str) -> User:
    return _with_note(words)[0]


def _days(today: date, ago: int) -> date:
    return today - timedelta(days=ago)


def _vacancy(title: str, officer: User, today: date, ago: int, **call: date) -> Vacancy:
    """A vacancy with its timetable, published."""
    seat = Seat.objects.get(title__startswith=title, closed_on=None)
    vacancy = vacancies.open_vacancy(
        seat=seat, by=officer, on=_days(today, ago), vacant_from=_days(today, ago + 30), **call
    )
    if seat.kind == "administrator":
        terms = vacancies.default_terms(vacancy, policy.law_on(_days(today, ago)), _days(today, ago))
        vacancies.draft_terms(vacancy=vacancy, terms=replace(terms, fields=FIELDS), by=officer)
    steps = {"dinilai": 4, "diusulkan": 10, "ditetapkan": 17, "dilantik": 24}
    plan = {state: today + timedelta(days=after) for state, after in steps.items()}
    vacancies.plan(vacancy=vacancy, steps=plan, by=officer)
    vacancies.publish(vacancy=vacancy, by=officer, on=_days(today, ago))
    return vacancy


def _board(officer: User, today: date) -> None:
    """Administrator: ranked, willing candidates, a member who steps back for a younger sibling, marks under way."""
    vacancy = _vacancy(BOARD_POST, officer, today, 30)
    run = runs.compute(vacancy=vacancy, by=officer, on=_days(today, 20))
    requests = willingness.ask(run=run, upto=ASKED, answer_by=today, by=officer, on=_days(today, 19))
    willing = [request for request in requests if _answers(request, today)]
    for place, request in enumerate(willing):
        _show(request.employee.user, f"Calon pada lowongan administrator, urutan {place + 1} yang bersedia", place)
    _relate(_one("Tim Penilai Kinerja, Kepala Badan").employee, willing[1].employee)
    people = [
        ("Tim Penilai Kinerja, Asisten Administrasi", "ketua"), ("Tim Penilai Kinerja, Kepala Badan", "sekretaris"),
        ("Tim Penilai Kinerja, Asisten Pemerintahan", "anggota"), ("Tim Penilai Kinerja, Inspektur", "anggota"),
        ("Tim Penilai Kinerja, Asisten Perekonomian", "cadangan"),
    ]  # fmt: skip
    panel = _panel(vacancy, people, officer, today, "800/21/SK-TPK")
    candidates.begin_assessment(vacancy=vacancy, by=officer, on=_days(today, 8))
    _mark(panel, ("tim_penilai",), ("anggota",), today)


def _answers(request: WillingnessRequest, today: date) -> bool:
    """Who plays another part in the demonstration stays where he is; the others want the post."""
    user = request.employee.user = _account(request.employee)
    willing = not DemoAccount.objects.filter(user=user).exists()
    reason = "" if willing else "Saya ingin menyelesaikan tugas pada jabatan saya sekarang."
    willingness.answer(request=request, willing=willing, reason=reason, by=user, on=_days(today, 15))
    return willing


def _show(user: User, note: str, place: int) -> None:
    """A card of the demonstration for somebody who came forward only now; who has one keeps it."""
    if DemoAccount.objects.filter(user=user).exists():
        return
    secret = secrets.token_urlsafe(SECRET_BYTES)
    codes.change_password(user=user, password=secret)
    accounts.add_demo_account(user=user, role=Role.EMPLOYEE, note=note, secret=secret, order=LAST + place)


def _relate(member: Employee, candidate: Employee) -> None:
    """A board member's brother or sister is a candidate."""
    one, other = member.current, candidate.current
    relation = "kakak" if one.birth_date < other.birth_date else "adik"
    facts = {"relation": relation, "relative_employee": member, "relative_name": one.name, "relative_birth_date": one.birth_date}  # fmt: skip
    personnel.append(
        model=KinshipRecord, employee=candidate, facts=facts, effective_from=max(one.birth_date, other.birth_date), by=HAND,
        source=Source.DEMO,
    )  # fmt: skip


def _panel(vacancy: Vacancy, seats: Iterable[tuple[str, str]], officer: User, today: date, decree: str) -> Panel:
    people = [naming.person(_one(words).username, seat) for words, seat in seats]
    return panels.form_panel(
        vacancy=vacancy, people=people, decree_number=f"{decree}/{today.year}", decree_date=_days(today, 10), by=officer,
        on=_days(today, 9),
    )  # fmt: skip


def _account(employee: Employee) -> User:
    """The person's account; one is made without a password, which nobody can use."""
    if employee.user is not None:
        return employee.user
    known = EmployeeCurrent.objects.get(employee=employee)
    user = accounts.create_account(username=known.nip, name=known.name)
    Employee.objects.filter(pk=employee.pk).update(user=user)
    return user


def _mark(panel: Panel, stages: Sequence[str], seats: Sequence[str], today: date) -> None:
    """Members of these seats declare, mark and lock; the others are still to do it."""
    on = _days(today, 2)
    for member in PanelMember.objects.filter(panel=panel, seat__in=seats).select_related("user", "panel__vacancy"):
        bench = bench_of(panel, on)
        if member.pk not in bench.declared:
            ties.declare(member=member, interests=[], by=member.user, on=on)
        for stage in stages:
            cells = [
                Typed(one.pk, aspect, Decimal(68 + (one.pk * 7 + member.pk * 3 + place * 5) % 20))
                for one in bench.marked_by(member)
                for place, aspect in enumerate(marking.aspects_of(stage, bench.law))
            ]
            if cells:
                marking.save_draft(member=member, stage=stage, typed=cells, by=member.user, on=on)
                marking.lock_sheet(member=member, stage=stage, by=member.user, on=on)


def _open(officers: Sequence[User], today: date) -> None:
    """JPT Pratama: six applicants, one from another agency and one without what the law asks, the first stages marked."""
    officer = officers[0]
    vacancy = _vacancy(OPEN_POST, officer, today, 40, call_from=_days(today, 38), call_until=_days(today, 12))
    entries = [_apply(vacancy, one, today) for one in _applicants(vacancy, today)]
    entries.append(_guest(vacancy, officer, today))
    passed = [application for application in entries if _checked(application, officers[1], today)]
    for place, application in enumerate(passed):
        applications.record_stage(
            application=application, component="kompetensi", score=Decimal(74 + place * 3 % 17), by=officers[1],
            origin="Pusat asesmen (rekaan), laporan 12", on=_days(today, 9),
        )  # fmt: skip
    _show_on_cards(entries, passed)
    seats = [
        ("Ketua panitia seleksi", "ketua"), ("Tim Penilai Kinerja, Asisten Pemerintahan", "sekretaris"),
        ("Tim Penilai Kinerja, Asisten Administrasi", "anggota"),
    ]  # fmt: skip
    people = [naming.person(_one(words).username, seat) for words, seat in seats]
    people += [naming.person(user.username, "anggota") for user in _with_note("Anggota panitia seleksi dari luar")]
    panel = panels.form_panel(
        vacancy=vacancy, people=people, decree_number=f"800/34/SK-PANSEL/{today.year}", decree_date=_days(today, 39),
        by=officer, on=_days(today, 38),
    )  # fmt: skip
    if not candidates.beginning_findings(vacancy, _days(today, 8)).allowed:
        return  # a very small city has fewer than four who meet what the law asks
    candidates.begin_assessment(vacancy=vacancy, by=officer, on=_days(today, 8))
    _mark(panel, ("rekam_jejak",), ("ketua", "sekretaris", "anggota"), today)
    _mark(panel, ("makalah",), ("ketua", "sekretaris"), today)


def _checked(application: Application, officer: User, today: date) -> bool:
    """Whether the applicant passed: the papers are in order, the law may still have something against it."""
    on = _days(today, 11)
    for kind in applications.newest_papers(application):
        checking.check_document(application=application, kind=kind, verdict="MS", by=officer, on=on)
    return checking.settle_check(application=application, by=officer, on=on) == "MS"


def _show_on_cards(entries: Sequence[Application], passed: Sequence[Application]) -> None:
    """The cards of the demonstration say who may be played as a candidate, and who as an applicant that did not pass."""
    if entries[0] not in passed:
        note = "Camat, memimpin satu kecamatan; pelamar pada seleksi terbuka yang tidak memenuhi syarat"
        DemoAccount.objects.filter(user=_one("Camat, memimpin")).update(note=note)
    for application in [one for one in passed if one.employee][:1]:
        _show(application.employee.user, "Calon pada seleksi terbuka JPT Pratama", ASKED)


def _applicants(vacancy: Vacancy, today: date) -> list[Employee]:
    """The head of Talawi, administrators who meet what the law asks, and one who does not, if the first does."""
    camat = _one("Camat, memimpin").employee
    played = DemoAccount.objects.filter(user__employee__isnull=False).values("user__employee")
    others = EmployeeCurrent.objects.filter(kind="administrator", active=True).exclude(employee__in=played)
    order = list(others.order_by("-grade_order", "position_since", "nip").values_list("employee_id", flat=True))
    fit = _who_meet_the_law(vacancy, sorted([camat.pk, *order]), _days(today, 11))
    chosen = [one for one in order if one in fit][:FIT]
    chosen += [one for one in order if one not in fit][:1] if camat.pk in fit else []
    people = Employee.objects.select_related("user").in_bulk(chosen)
    return [camat, *(people[one] for one in chosen)]


def _who_meet_the_law(vacancy: Vacancy, ids: Sequence[int], on: date) -> set[int]:
    engine = qualifying.engine_of(vacancy, on)
    if engine is None:
        return set()
    people = gather(terms=engine.terms, law=engine.law, on=on, known_at=database_time(), ids=ids, scored=False)
    return {one.person for one in people if all(finding.met for finding in engine.findings(one))}


def _apply(vacancy: Vacancy, employee: Employee, today: date) -> Application:
    user = _account(employee)
    user = User.objects.get(pk=user.pk)
    on = _days(today, 20)
    application = applications.begin(vacancy=vacancy, by=user, on=on)
    _furnish(application, user, on)
    applications.submit(application=application, by=user, on=on)
    return application


def _guest(vacancy: Vacancy, officer: User, today: date) -> Application:
    on = _days(today, 18)
    applicant, _ = applications.register_external(**GUEST, by=officer)
    application = applications.begin(vacancy=vacancy, by=applicant.user, on=on, applicant=applicant)
    _furnish(application, applicant.user, on)
    facts: dict[str, Any] = {
        "status": "PNS", "golongan": "IV/b", "tmt_golongan": "2022-04-01", "tmt_pengangkatan": "2005-01-01",
        "tanggal_lahir": GUEST["birth_date"].isoformat(), "pendidikan": "s2", "bidang_ilmu_sesuai": True,
        "jabatan_bulan": [["administrator", "tidak_ada", 84]], "jabatan_sekarang": ["administrator", "tidak_ada"],
        "tahun_bidang_tugas": 7,
        "predikat": [[today.year - 1, "baik", 0], [today.year - 2, "sangat_baik", 0]],
        "capaian_kompetensi": national_standard("jpt_pratama", "tidak_ada", policy.law_on(on)),
    }  # fmt: skip
    applications.submit(application=application, by=applicant.user, on=on, facts=facts)
    return application


def _furnish(application: Application, user: User, on: date) -> None:
    law = applications.law_of_vacancy(application.vacancy, on)
    for paper in applications.papers_of(law, external=application.external_id is not None):
        applications.attach(
            application=application, kind=paper.code, file=PAPER, by=user, on=on, name=f"{paper.code}.pdf"
        )
