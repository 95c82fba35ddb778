"""What an honest person would type: by kind, and by field where the kind does not say enough. All of it is invented."""

import re

from tests.integration.hostile.forms import BUTTONS, CHOICES, Field, PostForm
from tests.integration.siasn import books

SENTENCE = "Menurut surat yang dilampirkan, keadaannya memang demikian dan sudah diperiksa dua kali."
PDF = (
    b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
    b"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 72 72]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"
)
NIP = "199103152019032017"
COLLEAGUE = "198501242008021003"  # of somebody in service, among the samples of planning
PASSWORD = "empat kuda berlari pagi"
# Where a kind says too little: (address, field) by pattern, the first that fits.
SPECIAL: tuple[tuple[str, str, str], ...] = (
    ("accounts:sign_in", "login", NIP),
    ("accounts:(activate|password)", "new|again", PASSWORD),
    ("accounts:propose", "login", "199002142013032007"),
    ("accounts:propose", "principal", "197612122001122001"),
    ("accounts:propose", "role", "tim_penilai"),
    ("accounts:propose", "kind", "plh"),
    ("accounts:propose", "until", "20/11/2026"),
    ("accounts:propose", "scope_unit", ""),
    ("accounts:new_account", "login", NIP),
    (".*", "kode_faktor", "123456"),
    ("personnel:hire", "nip", NIP),
    ("personnel:hire", "birth_date", "15/03/1991"),
    ("personnel:hire", "sex", "P"),
    ("personnel:hire", "status", "PNS"),
    ("personnel:hire", "appointed_on", "01/03/2019"),
    ("personnel:hire", "grade", "III/a"),
    ("personnel:hire", "graduated", "2014"),
    (".*", "nik|relative_nik", "1373015503910001"),
    (".*", "relative_nip", ""),
    (".*", "relative_birth_date", "01/02/1990"),
    (".*", "year", "2024"),
    (".*", "graduated", "2012"),
    (".*", "service_months", "3"),
    (".*", "siasn_id", ""),
    ("personnel:add", "career_level", "tidak_ada"),
    ("performance:.*", "nip", COLLEAGUE),
    ("selection:register", "nip", "197703052006042003"),
    ("selection:register", "birth_date", "05/03/1977"),
    ("selection:(open|criteria)", "call_from", "18/11/2026"),
    ("selection:(open|criteria)", "call_until", "20/12/2026"),
    ("selection:ask", "answer_by", "20/11/2026"),
    ("selection:extend", "until", "30/11/2026"),
    ("selection:settle", "tempat_.*", "{place}"),
    ("selection:declare", "jenis-.*", ""),
    ("selection:declare_interest", "(?!nihil).*", ""),
    ("selection:form_panel", "(akun|kursi)-.*", ""),
    ("selection:reserve", "login", "197808082005012004"),
    ("selection:sheet|selection:lock", "n-.*", "80"),
    ("selection:submit", "grade_since|appointed_on", "01/04/2015"),
    ("selection:submit", "level", "3"),
    ("selection:.*", "phone", "081234567890"),
    ("selection:check", "aksi", ""),
    ("performance:(add_step|begin_improvement)", "due|tenggat-.*", "20/12/2026"),
    ("performance:calibrate", "(hasil|perilaku|alasan)-.*", ""),
    ("kernel:(new|change)_policy", "since", "01/01/2027"),
    ("kernel:(new|change)_policy", ".*__?.*|[a-z_]+-.*", ""),
    ("ui:theme", "next", "/"),
)


def value(address: str, one: Field, place: int) -> str:
    """The honest value of one field; `place` numbers fields of one kind."""
    for where, name, text in SPECIAL:
        if re.fullmatch(where, address) and re.fullmatch(name, one.name):
            return text.format(place=place)
    if one.value:
        return one.value
    if one.kind in CHOICES | BUTTONS:
        return one.choices[0] if one.choices else ""
    if one.is_date:
        return "17/11/2026"
    if one.is_number:
        return "2"
    return {"email": "orang@contoh.test", "textarea": SENTENCE}.get(one.kind, "Contoh isian")


def values(address: str, form: PostForm) -> dict[str, str]:
    """The whole form, filled in."""
    filled, counted = {}, 0
    for one in form.fields.values():
        counted += one.is_number
        if one.kind != "file":
            filled[one.name] = value(address, one, counted)
    return filled


def files(form: PostForm) -> dict[str, tuple[str, bytes]]:
    """A good file for every file input, by what it accepts."""
    return {name: good_file(one.accept) for name, one in form.fields.items() if one.kind == "file"}


def good_file(accept: str) -> tuple[str, bytes]:
    if ".xlsx" in accept:
        return "data.xlsx", books.employees([books.person(1)])
    if ".json" in accept:
        return "unor.json", books.tree()
    return "surat.pdf", PDF
