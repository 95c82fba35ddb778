"""Naskah: decrees, extracts and minutes; numbered and entered in the ledger first, then set, signed and stored.

The order matters: what the paper says is committed field by field; a checkpoint covers it; the proof travels inside the
PDF; the signed PDF's hash is a second entry. Whoever is killed in between begins again from the `DecreeOrder`.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.db import transaction

from jenjang import ledger
from jenjang.accounts.roles import Role
from jenjang.kernel import actions as kernel
from jenjang.kernel import documents, jobs, letters, signing
from jenjang.law.decisions import Decision as LawDecision
from jenjang.law.decisions import Finding
from jenjang.law.errors import Refused
from jenjang.ledger import decrees as proofs
from jenjang.selection import decree_letters, moves
from jenjang.selection.criteria import canonical
from jenjang.selection.hands import holds_the_office
from jenjang.selection.models import Decision, Decree, DecreeKind, DecreeOrder, Shortlist, Vacancy
from jenjang.selection.permissions import DECIDE

if TYPE_CHECKING:
    from jenjang.accounts.models import User

TABLE = Decree._meta.db_table
FORMS = {
    DecreeKind.DECREE: ("sk-jabatan", "821.2/{n}/BKPSDM-{year}"),
    DecreeKind.MINUTES: ("ba-rapat", "800/{n}/BA-TPK/{year}"),
    DecreeKind.OATH: ("ba-sumpah", "800/{n}/BA-SUMPAH/{year}"),
    DecreeKind.INAUGURATION: ("ba-pelantikan", "800/{n}/BA-PELANTIKAN/{year}"),
}
EXTRACT_SUFFIX = "/PETIKAN"


@dataclass(frozen=True, slots=True)
class Paper:
    """Isi naskah: the fields that a proof shows, and the letter's data."""

    fields: Mapping[str, str]
    letter: Mapping[str, Any]


@transaction.atomic
def order(
    *,
    vacancy: Vacancy,
    kind: DecreeKind,
    paper: Paper,
    dated_on: date,
    by: User,
    decision: Decision | None = None,
    shortlist: Shortlist | None = None,
    number: str = "",
    effective_from: date | None = None,
) -> DecreeOrder:
    """Memberi nomor dan mencatat isi di buku besar; a job sets and signs the paper after the commit."""
    text = number or _next_number(kind, dated_on, by)
    fields = {"nomor": text, "tanggal": dated_on.isoformat(), "jenis": str(kind.label), **paper.fields}
    made = DecreeOrder.objects.create(
        vacancy=vacancy, decision=decision, meeting=shortlist.meeting if shortlist else None, kind=kind, number=text,
        dated_on=dated_on, effective_from=effective_from, fields=canonical(fields),
        letter=canonical({**paper.letter, "number": text}), entry=0, ordered_by=by,
    )  # fmt: skip
    with ledger.attributed(by=by):
        made.entry = proofs.commit_fields(table=TABLE, row=str(made.pk), person=_person(decision), fields=fields)
    made.save(update_fields=["entry"])
    from jenjang.selection.jobs import issue_paper

    jobs.start(issue_paper, by=by, title=f"Menyusun {kind.label.lower()} {text}", order=made.pk)
    return made


def _next_number(kind: DecreeKind, on: date, by: User) -> str:
    series, form = FORMS[kind]
    return kernel.next_number(series=series, form=form, year=on.year, by=by).text


def _person(decision: Decision | None) -> str:
    return str(decision.chosen.employee_id or "") if decision else ""


def finish(order_pk: int) -> Decree:
    """Menyusun, menandatangani, menyimpan. Safe to repeat: a paper that is there already is given back."""
    waiting = DecreeOrder.objects.select_related("vacancy", "decision", "ordered_by").get(pk=order_pk)
    if found := Decree.objects.filter(pk=waiting.pk).first():
        return found
    pdf = _signed(waiting)
    with transaction.atomic():
        DecreeOrder.objects.select_for_update().get(pk=waiting.pk)
        if found := Decree.objects.filter(pk=waiting.pk).first():
            return found
        return _store(waiting, pdf)


def _signed(waiting: DecreeOrder) -> bytes:
    proof = proofs.prove(waiting.entry, proofs.PUBLIC)  # whoever holds the file reads it: no NIP in there
    attachment = letters.Attachment(
        "bukti.json", json.dumps(proof, ensure_ascii=False, indent=1).encode(), "application/json", "Bukti buku besar"
    )
    letter = json.loads(waiting.letter) | {"qr": letters.qr(address_of(waiting.number, waiting.entry))}
    template = {"keputusan": "keputusan", "petikan": "petikan"}.get(waiting.kind, "berita_acara")
    pdf = letters.render(template, letter, [attachment], on=waiting.dated_on)
    return signing.sign_pdf(pdf, reason=f"{DecreeKind(waiting.kind).label} {waiting.number}")


def _store(waiting: DecreeOrder, pdf: bytes) -> Decree:
    name = f"{slug(waiting.number)}.pdf"
    document = kernel.store_document(pdf, by=waiting.ordered_by, name=name, kinds=documents.LETTERS)
    digest = hashlib.sha256(pdf)
    with ledger.attributed(by=waiting.ordered_by):
        decree = Decree.objects.create(
            pk=waiting.pk, decision=waiting.decision, vacancy=waiting.vacancy, kind=waiting.kind, number=waiting.number,
            dated_on=waiting.dated_on, effective_from=waiting.effective_from, fields=waiting.fields, document=document,
            signed_sha256=digest.hexdigest(), by=waiting.ordered_by,
        )  # fmt: skip
        proofs.commit_document(
            table=TABLE, row=str(decree.pk), person=_person(waiting.decision), sha256=digest.digest()
        )
    return decree


def slug(number: str) -> str:
    """A number as it stands in an address: letters and figures, with a dash for the rest."""
    return re.sub(r"[^0-9A-Za-z]+", "-", number).strip("-")


def address_of(number: str, entry: int) -> str:
    """Alamat pada kode QR: `/s/<nomor>-<12 hex>`, the number and the first digits of the entry's leaf."""
    digits = proofs.short_address(number, entry).rsplit("/", 1)[1]
    return f"{settings.JENJANG_ADDRESS.rstrip('/')}/s/{slug(number)}-{digits}"


def order_minutes(*, shortlist: Shortlist, by: User, on: date) -> DecreeOrder:
    """Berita acara rapat tim: who met, and the three names in order."""
    fields, letter = decree_letters.minutes(shortlist)
    return order(
        vacancy=shortlist.vacancy, kind=DecreeKind.MINUTES, paper=Paper(fields, letter), dated_on=on, by=by,
        shortlist=shortlist,
    )  # fmt: skip


def signing_findings(decision: Decision, by: User, on: date) -> LawDecision[None]:
    """May this person sign the decree? The one who decided does, while the decision stands."""
    state = moves.state_of(decision.vacancy)
    ordered = DecreeOrder.objects.filter(decision=decision, kind=DecreeKind.DECREE).exists()
    findings = [
        holds_the_office(by, DECIDE, on),
        Finding(state == "ditetapkan", "Satu nama sudah ditetapkan.", (), "status"),
        Finding(decision.by_id == by.pk, "Yang menandatangani adalah yang menetapkan.", (), "penetap"),
        Finding(not ordered, "Keputusan ini belum ditandatangani.", (), "sekali"),
    ]
    return LawDecision(findings, None)


@transaction.atomic
def sign(*, decision: Decision, by: User, on: date) -> list[DecreeOrder]:
    """Menandatangani keputusan: the decree and its extract, under one number."""
    Vacancy.objects.select_for_update().get(pk=decision.vacancy_id)
    checked = signing_findings(decision, by, on)
    if not checked.allowed:
        raise Refused(checked)
    decree = order(
        vacancy=decision.vacancy, kind=DecreeKind.DECREE, paper=Paper(*decree_letters.decree(decision)), dated_on=on,
        by=by, decision=decision,
    )  # fmt: skip
    extract = order(
        vacancy=decision.vacancy, kind=DecreeKind.EXTRACT, number=decree.number + EXTRACT_SUFFIX,
        paper=Paper(*decree_letters.extract(decision, decree.number)), dated_on=on, by=by, decision=decision,
    )  # fmt: skip
    from jenjang.selection.links import decision_url, tell

    tell(Role.PERSONNEL_OFFICER, f"Keputusan {decree.number} ditandatangani.", decision_url(decision.vacancy), on)
    return [decree, extract]
