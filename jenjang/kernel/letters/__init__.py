"""Surat: letters as PDF/A-3b, set by typst from templates beside this file, with their proofs attached.

Words travel as data and are never read as markup. Fonts are those inside typst (Libertinus Serif, SIL Open Font
Licence), so that a letter looks the same on every machine.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any

import segno
import typst

from jenjang.kernel import clock

FOLDER = Path(__file__).parent
TEMPLATES = {
    "surat": "surat.typ",
    "keputusan": "surat.typ",
    "petikan": "surat.typ",
    "berita_acara": "surat.typ",
    "drh": "drh.typ",
    "kinerja": "kinerja.typ",
}
STANDARD: Any = "a-3b"
ATTACHMENT_LIMIT = 20 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Attachment:
    """Lampiran: a file that travels inside the PDF."""

    name: str
    content: bytes
    mime: str
    description: str

    def as_data(self) -> dict[str, Any]:
        """As typst takes it: text as text, anything else as its bytes."""
        said = {"name": self.name, "mime": self.mime, "description": self.description}
        try:
            return {**said, "text": self.content.decode()}
        except UnicodeDecodeError:
            return {**said, "bytes": list(self.content)}


def render(
    template: str, data: Mapping[str, Any], attachments: Sequence[Attachment] = (), *, on: date | None = None
) -> bytes:
    """The letter as PDF/A-3b. `data` is described in docs/reference/surat.md; `on` is the letter's own date."""
    if sum(len(attachment.content) for attachment in attachments) > ATTACHMENT_LIMIT:
        raise ValueError(f"Attachments of a letter are limited to {ATTACHMENT_LIMIT} bytes.")
    day = on or clock.today()
    whole = {**data, "date": [day.year, day.month, day.day], "attachments": [one.as_data() for one in attachments]}
    pdf = typst.compile(
        FOLDER / TEMPLATES[template],
        None,
        FOLDER,
        _fonts(),
        sys_inputs={"data": json.dumps(whole, ensure_ascii=False)},
        pdf_standards=STANDARD,
        timestamp=datetime(day.year, day.month, day.day, tzinfo=UTC),
        format="pdf",
    )
    if not isinstance(pdf, bytes):
        raise TypeError("typst gave no PDF")
    return pdf


@cache
def _fonts() -> typst.Fonts:
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=True)


def qr(address: str, *, caption: str = "Periksa keaslian surat ini di:") -> dict[str, str]:
    """Kode QR for `data["qr"]`: the code as a drawing, with the address below it for those who type."""
    drawing = BytesIO()
    segno.make(address, error="m", micro=False).save(drawing, kind="svg", border=1, xmldecl=False, svgclass=None)
    return {"svg": drawing.getvalue().decode(), "address": address, "caption": caption}
