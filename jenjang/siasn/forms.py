"""Formulir impor: which files. What is in them is judged by their content."""

from jenjang.kernel.documents import SHEETS, TREES, DocumentField
from jenjang.ui.forms import Form


class EmployeeUploadForm(Form):
    """Data pegawai and its unit tree."""

    sheet = DocumentField(label="Data pegawai", kinds=SHEETS, help_text="XLSX dari SIASN, paling besar 60 MB")
    tree = DocumentField(
        label="Pohon unit (ref-unor)", kinds=TREES, required=False,
        help_text="JSON dari SIASN; wajib bila belum ada unit di sini, selebihnya bila susunan unit berubah",
    )  # fmt: skip


class HistoryUploadForm(Form):
    """Buku riwayat, one sheet a kind."""

    sheet = DocumentField(label="Buku riwayat", kinds=SHEETS, help_text="XLSX menurut templat, paling besar 60 MB")
