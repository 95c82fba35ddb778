"""Lamaran seleksi terbuka: begun, furnished with papers, submitted, withdrawn; scored by stage.

A person of another agency is registered by an officer, who hands over an activation code: no account comes into being
from the open net, and who it belongs to was seen by a person. The rest is the same page as for employees.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any, BinaryIO

from django.db import transaction

from jenjang import ledger
from jenjang.accounts import actions as accounts
from jenjang.accounts.queries import are_two_people
from jenjang.kernel import actions as kernel
from jenjang.kernel import clock
from jenjang.law.decisions import Decision, Finding
from jenjang.law.errors import Refused
from jenjang.law.parameters import LawOn
from jenjang.personnel.queries import current_by_nip
from jenjang.selection import moves
from jenjang.selection.criteria import canonical
from jenjang.selection.marking import stages_of
from jenjang.selection.models import (
    Application,
    ApplicationDocument,
    ApplicationFacts,
    CallExtension,
    Component,
    ExternalApplicant,
    Method,
    StageResult,
    Vacancy,
)
from jenjang.selection.panels import law_of_vacancy
from jenjang.selection.vacancies import extend_call as extend

if TYPE_CHECKING:
    from jenjang.accounts.models import User
    from jenjang.kernel.models import Document

OWN_PAGE = "/lamaran/"
FURNISHING = ("rancangan", "btl")


@dataclass(frozen=True, slots=True)
class Paper:
    """Jenis berkas yang diminta."""

    code: str
    label: str
    required: bool


def papers_of(law: LawOn, *, external: bool) -> tuple[Paper, ...]:
    """The papers asked of an applicant from inside or from another agency."""
    rows = law["seleksi.berkas"].value
    return tuple(Paper(row["kode"], row["nama"], row["wajib"]) for row in rows if external or not row["luar"])


@transaction.atomic
def register_external(
    *, name: str, nip: str, birth_date: date, agency_name: str, email: str, by: User, nik: str = "", phone: str = ""
) -> tuple[ExternalApplicant, str]:
    """Mendaftarkan pelamar dari instansi lain: an account with the e-mail address as login, and its activation code."""
    if birth_date >= clock.today():
        raise Refused(Decision([Finding(False, "Tanggal lahir harus sudah lewat.", (), "birth_date")], None))
    own = current_by_nip(nip)
    known, ours = ExternalApplicant.objects.filter(nip=nip).exists(), own is not None and own.active
    if known or ours:
        said = (
            "NIP ini milik pegawai instansi ini; ia melamar dengan akunnya sendiri."
            if ours
            else "Pelamar dengan NIP ini sudah terdaftar."
        )
        raise Refused(Decision([Finding(False, said, (), "nip")], None))
    user, code = accounts.create_with_code(login=email, name=name, email=email, by=by)
    applicant = ExternalApplicant.objects.create(
        user=user, name=name, nip=nip, nik=nik, birth_date=birth_date, agency_name=agency_name, email=email, phone=phone
    )
    return applicant, code


def applying_findings(vacancy: Vacancy, on: date) -> Decision[None]:
    """May anybody apply today?"""
    first, last = vacancy.call_from, vacancy.call_until
    running = first is not None and last is not None and first <= on <= last
    findings = [
        Finding(vacancy.method == Method.OPEN, "Jabatan ini diisi lewat seleksi terbuka.", (), "cara"),
        Finding(moves.state_of(vacancy) == "diumumkan", "Lowongan sedang diumumkan.", (), "status"),
        Finding(running, "Lamaran diterima selama masa pengumuman.", ("permenpanrb-15-2019#lampiran",), "masa"),
    ]
    return Decision(findings, None)


@transaction.atomic
def begin(*, vacancy: Vacancy, by: User, on: date, applicant: ExternalApplicant | None = None) -> Application:
    """Memulai lamaran sendiri. Asked twice, it gives the one that was begun."""
    person = {"external": applicant} if applicant else {"employee": getattr(by, "employee", None)}
    owner = applicant.user if applicant else by
    findings = [
        *applying_findings(vacancy, on).findings,
        Finding(all(person.values()), "Akun Anda terhubung dengan data pegawai.", (), "pegawai"),
        Finding(owner == by, "Lamaran dibuat oleh pelamar sendiri.", (), "sendiri"),
    ]
    if not (decision := Decision(findings, None)).allowed:
        raise Refused(decision)
    application, _ = Application.objects.get_or_create(vacancy=vacancy, **person)
    return application


def owner_of(application: Application) -> User | None:
    """The account behind an application."""
    return application.external.user if application.external else application.employee.user


@transaction.atomic
def attach(
    *, application: Application, kind: str, file: BinaryIO | bytes, by: User, on: date, name: str = ""
) -> Document:
    """Menambah berkas; the newest of a kind is the one that counts."""
    Application.objects.select_for_update().get(pk=application.pk)
    law = law_of_vacancy(application.vacancy, on)
    codes = {paper.code for paper in papers_of(law, external=application.external_id is not None)}
    findings = [
        _is_own(application, by),
        Finding(moves.state_of(application) in FURNISHING, "Berkas ditambah sebelum lamaran diajukan.", (), "status"),
        Finding(kind in codes, "Jenis berkas ini tidak diminta.", (), "jenis"),
    ]
    if not (decision := Decision(findings, None)).allowed:
        raise Refused(decision)
    document = kernel.store_document(file, by=by, name=name)
    ApplicationDocument.objects.create(application=application, kind=kind, document=document)
    return document


def newest_papers(application: Application) -> dict[str, ApplicationDocument]:
    """The newest paper of each kind."""
    rows = ApplicationDocument.objects.filter(application=application).select_related("document")
    return {row.kind: row for row in rows.order_by("added_at", "pk")}


def submitting_findings(
    application: Application, facts: Mapping[str, Any] | None, by: User, on: date
) -> Decision[None]:
    """May this application be submitted? Each missing paper is named."""
    law = law_of_vacancy(application.vacancy, on)
    external = application.external_id is not None
    have = newest_papers(application)
    findings = [_is_own(application, by)]
    if moves.state_of(application) == "rancangan":
        findings += applying_findings(application.vacancy, on).findings
    for paper in papers_of(law, external=external):
        if paper.required:
            findings.append(
                Finding(paper.code in have, f"Berkas: {paper.label}.", law["seleksi.berkas"].cites, paper.code)
            )
    if external:
        findings.append(Finding(bool(facts), "Data kepegawaian dari instansi asal diisi.", (), "data"))
    return Decision(findings, None)


@transaction.atomic
def submit(*, application: Application, by: User, on: date, facts: Mapping[str, Any] | None = None) -> None:
    """Mengajukan lamaran: what was stated and the fingerprints of the papers are sealed."""
    Application.objects.select_for_update().get(pk=application.pk)
    decision = submitting_findings(application, facts, by, on)
    if not decision.allowed:
        raise Refused(decision)
    moves.move(application, "diajukan", by=by)
    papers = {kind: row.document.sha256 for kind, row in newest_papers(application).items()}
    content: dict[str, Any] = {"berkas": papers}
    if facts:
        content["masukan"] = dict(facts)
    with ledger.attributed(by=by):
        ApplicationFacts.objects.create(application=application, content=canonical(content))


@transaction.atomic
def withdraw(*, application: Application, by: User, reason: str = "") -> None:
    """Menarik lamaran, at any moment before the decision; marks given so far stay sealed and no longer count."""
    decision = Decision([_is_own(application, by), undecided(application.vacancy)], None)
    if not decision.allowed:
        raise Refused(decision)
    moves.move(application, "ditarik", by=by, reason=reason)


def undecided(vacancy: Vacancy) -> Finding:
    """Nothing is taken back from a selection that has its result."""
    decided = moves.state_of(vacancy) in ("ditetapkan", *moves.machine_of(vacancy).ends)
    said = "Seleksi ini sudah ada hasilnya; lamaran tidak dapat ditarik lagi." if decided else "Seleksi masih berjalan."
    return Finding(not decided, said, (), "hasil")


def _is_own(application: Application, by: User) -> Finding:
    return Finding(owner_of(application) == by, "Lamaran ini milik orang lain.", (), "sendiri")


@transaction.atomic
def extend_call(*, vacancy: Vacancy, until: date, reason: str, by: User, on: date) -> CallExtension:
    """Memperpanjang pengumuman, and telling everybody who has applied."""
    extension = extend(vacancy=vacancy, until=until, reason=reason, by=by, on=on)
    rows = Application.objects.filter(vacancy=vacancy).select_related("employee__user", "external__user")
    users = [user for user in map(owner_of, rows) if user]
    kernel.notify(users=users, text=f"Pengumuman {vacancy.title} diperpanjang.", url=OWN_PAGE)
    return extension


@transaction.atomic
def record_stage(
    *, application: Application, component: str, score: Decimal, origin: str, by: User, on: date, reason: str = ""
) -> StageResult:
    """Mencatat hasil tahap dari lembaga penilai; a correction names what it supersedes and why."""
    vacancy = Vacancy.objects.select_for_update().get(pk=application.vacancy_id)
    before = StageResult.objects.filter(application=application, component=component, superseded_by=None).first()
    owner = owner_of(application)
    marked = stages_of(vacancy, law_of_vacancy(vacancy, on))
    findings = [
        Finding(
            component in Component.values and component not in marked, "Tahap ini tidak dinilai panitia.", (), "tahap"
        ),
        Finding(moves.state_of(application) == "ms", "Berkas pelamar memenuhi syarat.", (), "berkas"),
        Finding(moves.state_of(vacancy) in ("diumumkan", "dinilai"), "Peringkat belum dihitung.", (), "status"),
        Finding(owner is None or are_two_people(by, owner), "Hasil Anda sendiri dicatat orang lain.", (), "sendiri"),
        Finding(0 <= score <= 100, "Nilai dari 0 sampai 100.", (), "skala"),
        Finding(before is None or bool(reason.strip()), "Perbaikan nilai disertai alasan.", (), "alasan"),
    ]
    if not (decision := Decision(findings, None)).allowed:
        raise Refused(decision)
    with ledger.attributed(by=by):
        return StageResult.objects.create(
            application=application, component=component, score=score, origin=origin, supersedes=before,
            reason=reason.strip() if before else "", by=by,
        )  # fmt: skip
