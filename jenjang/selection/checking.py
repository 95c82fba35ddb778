"""Pemeriksaan lamaran: paper by paper by a person, the requirements of the post by the law, one conclusion from both."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING

from django.db import transaction

from jenjang import ledger
from jenjang.accounts.queries import are_two_people
from jenjang.kernel import actions as kernel
from jenjang.law.decisions import Decision, Finding
from jenjang.law.errors import Refused
from jenjang.selection import moves
from jenjang.selection.applications import OWN_PAGE, Paper, newest_papers, owner_of, papers_of
from jenjang.selection.models import Application, DocumentCheck, Verdict
from jenjang.selection.panels import law_of_vacancy
from jenjang.selection.qualifying import requirements_for, ruling_out, said

if TYPE_CHECKING:
    from jenjang.accounts.models import User


@transaction.atomic
def check_document(
    *, application: Application, kind: str, verdict: str, by: User, on: date, reason: str = ""
) -> DocumentCheck:
    """Verifikasi satu berkas: MS, or BTL or TMS with a reason that tells the applicant what to do."""
    row = newest_papers(application).get(kind)
    findings = [
        *_checking(application, by),
        Finding(verdict == str(Verdict.ELIGIBLE) or bool(reason.strip()), "BTL dan TMS disertai alasan.", (), "alasan"),
        Finding(verdict != str(Verdict.ELIGIBLE) or row is not None, "Berkasnya belum ada.", (), "berkas"),
    ]
    if not (decision := Decision(findings, None)).allowed:
        raise Refused(decision)
    with ledger.attributed(by=by):
        return DocumentCheck.objects.create(
            application=application, kind=kind, document=row.document if row else None, verdict=verdict,
            reason=reason.strip(), by=by,
        )  # fmt: skip


@transaction.atomic
def check_all(
    *, application: Application, checks: Sequence[tuple[str, str, str]], settle: bool, by: User, on: date,
    passing: bool = False,
) -> str:  # fmt: skip
    """Verifikasi banyak berkas sekaligus, all or none, and the conclusion with them when asked."""
    for kind, verdict, reason in checks:
        check_document(application=application, kind=kind, verdict=verdict, reason=reason, by=by, on=on)
    return settle_check(application=application, by=by, on=on, passing=passing) if settle else ""


def _checking(application: Application, by: User) -> list[Finding]:
    owner = owner_of(application)
    two = owner is None or are_two_people(by, owner)
    return [
        Finding(two, "Berkas Anda sendiri diperiksa orang lain.", (), "sendiri"),
        Finding(moves.state_of(application) == "diajukan", "Lamaran sedang diajukan.", (), "status"),
    ]


def standing_checks(application: Application) -> dict[str, DocumentCheck]:
    """The newest check of each paper, since the application was last submitted."""
    since = (
        application.transitions.filter(to_state="diajukan").order_by("-sequence").values_list("at", flat=True).first()
    )
    rows = DocumentCheck.objects.filter(application=application).select_related("document").order_by("at", "pk")
    have = newest_papers(application)
    found = {row.kind: row for row in rows}
    return {
        kind: row
        for kind, row in found.items()
        if (since and row.at >= since) or (kind in have and row.document_id == have[kind].document_id)
    }


@transaction.atomic
def settle_check(*, application: Application, by: User, on: date, passing: bool = False) -> str:
    """Menyimpulkan pemeriksaan: TMS when the law or one paper rules the applicant out, BTL when a paper is wanting, else MS.

    `passing` comes from whoever saw nothing in the way: what the law has against the applicant then refuses it.
    """
    law = law_of_vacancy(application.vacancy, on)
    checks = standing_checks(application)
    papers = papers_of(law, external=application.external_id is not None)
    unchecked = [paper.label for paper in papers if paper.required and paper.code not in checks]
    against = ruling_out(requirements_for(application, on))
    findings = [
        *_checking(application, by),
        Finding(not unchecked, ("Belum diperiksa: {}.", ", ".join(unchecked)), (), "lengkap"),
        *(against if passing else []),
    ]
    if not (decision := Decision(findings, None)).allowed:
        raise Refused(decision)
    verdict, reason = _verdict(papers, checks, against)
    _conclude(application, verdict, reason, by)
    return verdict


@transaction.atomic
def turn_away(*, application: Application, against: Sequence[Finding], by: User) -> None:
    """Membatalkan kelulusan: what the law has against somebody who passed came up since."""
    _conclude(application, str(Verdict.INELIGIBLE), _against(against), by)


def _conclude(application: Application, verdict: str, reason: str, by: User) -> None:
    moves.move(application, verdict.lower(), by=by, reason=reason)
    owner = owner_of(application)
    text = f"Lamaran {application.vacancy.title}: {Verdict(verdict).label.lower()}."
    kernel.notify(users=[owner] if owner else [], text=text, url=OWN_PAGE)


def _against(against: Sequence[Finding]) -> str:
    return f"Syarat jabatan: {said(against)}" if against else ""


def _verdict(
    papers: Sequence[Paper], checks: Mapping[str, DocumentCheck], against: Sequence[Finding]
) -> tuple[str, str]:
    labels = {paper.code: paper.label for paper in papers}
    for verdict, first in ((Verdict.INELIGIBLE, _against(against)), (Verdict.INCOMPLETE, "")):
        reasons = [first] if first else []
        reasons += [f"{labels[row.kind]}: {row.reason}" for row in checks.values()
                   if row.verdict == verdict and row.kind in labels]  # fmt: skip
        if reasons:
            return str(verdict), " ".join(reasons)
    return str(Verdict.ELIGIBLE), ""
