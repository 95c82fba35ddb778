"""Periksa keaslian: what the ledger knows of a decree, by its short address, its signed PDF, or its proof.

Nothing that is sent here is kept.
"""

from __future__ import annotations

import hashlib
import json
import re
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.db import connection

from jenjang.kernel import signing
from jenjang.kernel.signing import SignatureReport
from jenjang.ledger import commitments, decrees, keys, periksa_bukti
from jenjang.ledger.models import Disclosure, Entry, EntryKind
from jenjang.selection.models import Decision, Decree
from jenjang.transparency.queries import day_of
from jenjang.ui import formats

VALID, CHANGED, REPLACED, UNKNOWN = "sah", "berubah", "diganti", "tidak_dikenal"
# Of a decree the public reads these; its other fields, the NIP among them, are for those who hold the paper.
SHOWN = {"nomor": "Nomor", "tanggal": "Tanggal", "jenis": "Jenis naskah", "nama": "Nama", "jabatan": "Jabatan", "unit": "Unit",
         "tmt": "Berlaku mulai"}  # fmt: skip
DIGITS = decrees.SHORT_DIGITS
MOST_FIELDS, MOST_STEPS = 200, 64

_SAME_NUMBER = """
SELECT d.entry_id, d.value FROM public.ledger_disclosure d JOIN public.ledger_entry e ON e.id = d.entry_id
WHERE d.name = 'nomor' AND e.kind = 'keputusan'
  AND trim(BOTH '-' FROM regexp_replace(d.value, '[^0-9A-Za-z]+', '-', 'g')) = %s
ORDER BY d.entry_id DESC LIMIT 20
"""


@dataclass(frozen=True, slots=True)
class Known:
    """Yang diketahui buku besar tentang satu naskah."""

    verdict: str
    lines: tuple[tuple[str, str], ...] = ()
    entered_on: date | None = None
    entry: int | None = None
    note: str = ""


def slug_of(number: str) -> str:
    """A number as it stands in an address, the same as on the letter's QR code."""
    return re.sub(r"[^0-9A-Za-z]+", "-", number).strip("-")


def by_address(slug: str, digits: str) -> Known:
    """The decree of a short address. A number with other digits, or too few, is as unknown as no number."""
    if len(digits) != DIGITS:
        return Known(UNKNOWN)
    with connection.cursor() as cursor:
        cursor.execute(_SAME_NUMBER, [slug])
        found = cursor.fetchall()
    for entry, number in found:
        if decrees.short_address(number, entry).endswith(f"/{digits.lower()}"):
            return _known(entry)
    return Known(UNKNOWN)


def _known(key: int) -> Known:
    entry = Entry.objects.get(pk=key)
    kept = [
        commitments.Field(row.name, row.value, bytes(row.salt))
        for row in Disclosure.objects.filter(entry_id=key).order_by("position")
    ]
    decree = Decree.objects.filter(pk=entry.row_id).first() if entry.table_name == Decree._meta.db_table else None
    verdict, note = _verdict(entry, kept, decree)
    lines = tuple((SHOWN[item.name], _said(item)) for item in kept if item.name in SHOWN)
    return Known(verdict, lines, day_of(entry.at), key, note)


def _verdict(entry: Entry, kept: list[commitments.Field], decree: Decree | None) -> tuple[str, str]:
    if commitments.digest(kept) != bytes(entry.hash):
        return CHANGED, "Isi yang tersimpan tidak lagi sama dengan yang dicatat di buku besar."
    if decree is None:
        return VALID, "Naskahnya sedang disusun; nomor dan isinya sudah tercatat."
    if json.loads(decree.fields) != {item.name: item.value for item in kept}:
        return CHANGED, "Naskah yang tersimpan tidak lagi sama dengan yang dicatat di buku besar."
    if decree.decision_id and Decision.objects.filter(supersedes=decree.decision_id).exists():
        return REPLACED, "Keputusan ini kemudian dibatalkan dan diganti keputusan lain."
    return VALID, ""


def _said(item: commitments.Field) -> str:
    if item.name in ("tanggal", "tmt"):
        try:
            return formats.long_date(date.fromisoformat(item.value))
        except ValueError:
            return item.value
    return item.value


@dataclass(frozen=True, slots=True)
class PaperReport:
    """Hasil pemeriksaan sebuah PDF: whether the ledger holds its hash, and what its signature says."""

    sha256: str
    signature: SignatureReport
    known: Known | None

    @property
    def verdict(self) -> str:
        if self.known is not None:
            return self.known.verdict
        return CHANGED if self.signature.signed and not self.signature.intact else UNKNOWN


def by_paper(pdf: bytes) -> PaperReport:
    """The hash against the ledger's entries for signed papers; the signature against this deployment's certificate."""
    digest = hashlib.sha256(pdf)
    entry = Entry.objects.filter(kind=EntryKind.DOCUMENT, hash=digest.digest()).order_by("-pk").first()
    return PaperReport(digest.hexdigest(), signing.verify_pdf(pdf), _of_paper(entry) if entry else None)


def _of_paper(paper: Entry) -> Known:
    """What the ledger says of the words on a paper, from the entry of its hash."""
    same = Entry.objects.filter(kind=EntryKind.DECREE, table_name=paper.table_name, row_id=paper.row_id)
    words = same.order_by("-pk").first()
    return _known(words.pk) if words else Known(VALID, entered_on=day_of(paper.at), entry=paper.pk)


@dataclass(slots=True)
class ProofReport:
    """Hasil pemeriksaan bukti JSON, sentence by sentence."""

    fits: bool
    lines: list[str] = field(default_factory=list)


class NotAProof(ValueError):
    """A sentence for the person who sent the file."""


def by_proof(content: bytes) -> ProofReport:
    """The same program that outsiders download, with this deployment's key."""
    proof = _read_proof(content)
    try:
        return ProofReport(True, periksa_bukti.check(proof, str(keys.ensure())))
    except periksa_bukti.Wrong as problem:
        return ProofReport(False, [str(problem)])
    except (periksa_bukti.Unreadable, TypeError, ValueError, KeyError, AttributeError):
        raise NotAProof("Bukti ini tidak lengkap. Ambil lagi lampiran bukti.json dari naskahnya.") from None


def _read_proof(content: bytes) -> dict[str, Any]:
    try:
        proof = periksa_bukti.parse(content)
    except (ValueError, RecursionError):
        raise NotAProof("Berkas ini bukan JSON. Pilih bukti.json yang dilampirkan pada naskah.") from None
    if not isinstance(proof, dict) or proof.get("format") != periksa_bukti.FORMAT:
        raise NotAProof("Berkas ini bukan bukti dari Jenjang.")
    sizes = (("fields", MOST_FIELDS), ("path", MOST_STEPS))
    if any(not isinstance(proof.get(name), list) or len(proof[name]) > most for name, most in sizes):
        raise NotAProof("Bukti ini tidak berbentuk semestinya.")
    return proof
