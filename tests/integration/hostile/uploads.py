"""Files that nobody honest sends, for every file input: other content, traps, and names that want to be more than names.

The traps themselves are those that the reading of documents and sheets is tested with.
"""

from dataclasses import dataclass

from tests.integration.hostile.forms import Field
from tests.integration.hostile.honest import PDF, good_file
from tests.integration.siasn.test_hostile_files import BAD_TREES
from tests.unit.kernel.test_documents import HOSTILE
from tests.unit.kernel.test_sheets import GOOD, TRAPS, with_part

MEGABYTE = 1024 * 1024
EXTERNAL = (
    b'<externalLink xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><externalBook/></externalLink>'
)
# Good content under such a name is taken under a plain one, or refused at the field; never kept as it came.
NAMES = (
    "../../../etc/passwd.pdf", "..\\..\\boot.ini.pdf", "<script>alert(1)</script>.pdf", "a\\\"b; filename=c.exe.pdf",
    "surat.pdf.exe", "surat.php.pdf", "surat\x00.exe.pdf", "surat \u202efdp.exe", "panjang" * 60 + ".pdf", ".pdf", "tanpa akhiran",
)  # fmt: skip


@dataclass(frozen=True)
class Trap:
    """One file: how it is called, what is in it, and whether it must be refused whatever it is called."""

    name: str
    called: str
    content: bytes
    must_refuse: bool = True


def traps(one: Field) -> list[Trap]:
    """Every trap for a file input, by what it accepts; then good files under hostile names."""
    if ".xlsx" in one.accept:
        made = [Trap(name, "data.xlsx", content) for name, content in TRAPS.items()]
        made += [
            Trap(
                "outside link",
                "data.xlsx",
                with_part("xl/externalLinks/externalLink1.xml", EXTERNAL),
                must_refuse=False,
            )
        ]
        made += [
            Trap("good, called otherwise", called.replace(".pdf", ".xlsx"), GOOD, must_refuse=False) for called in NAMES
        ]
        return made
    if ".json" in one.accept and "xlsx" not in one.accept:
        return [Trap(name, "unor.json", _made(content)) for name, content in BAD_TREES.items()]
    made = [Trap(name, "surat.pdf", content) for name, content in HOSTILE.items()]
    made += [Trap("called a picture", "surat.png", HOSTILE["page"]), Trap("endless", "surat.pdf", _endless())]
    _, good = good_file(one.accept)
    return made + [Trap(f"good, called {called[:30]!r}", called, good, must_refuse=False) for called in NAMES]


def _made(content: object) -> bytes:
    return content() if callable(content) else content  # type: ignore[return-value]


def _endless() -> bytes:
    return PDF.replace(b"trailer", b"% " + b"x" * (11 * MEGABYTE) + b"\ntrailer")
