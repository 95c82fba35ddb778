"""Invented examples for /galeri/. Nobody here exists."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path
from types import SimpleNamespace
from typing import Any

from django import forms
from django.contrib.staticfiles import finders

from jenjang.ui import parts
from jenjang.ui.forms import CountField, DateField, Form, NipField, NumberField, TextField, UploadField

COLOURS = (
    ("ground", "latar halaman"), ("surface", "kartu, tabel"), ("sunken", "kepala tabel"), ("ink", "tulisan"),
    ("brand", "tarum: tindakan"), ("mark", "kunyit: di sini"), ("good", "daun: terpenuhi"),
    ("warn", "kunyit tua: menunggu"), ("bad", "secang: tidak"),
)  # fmt: skip
RATINGS = [("1", "Di bawah"), ("2", "Sesuai"), ("3", "Di atas")]


class ExampleForm(Form):
    """One field of each kind."""

    starts = DateField(label="Tanggal mulai")
    nip = NipField()
    kind = forms.ChoiceField(label="Jenis cuti", choices=[("tahunan", "Cuti tahunan"), ("sakit", "Cuti sakit")])
    address = forms.CharField(label="Alamat selama cuti", max_length=200)
    score = NumberField(label="Nilai", min_value=0, max_value=100, decimal_places=2)
    seats = CountField(label="Kebutuhan", min_value=1, required=False)
    reason = TextField(label="Alasan", min_length=100, max_length=2000, help_text="Dibaca semua calon dan diumumkan.")
    document = UploadField(label="Berkas SK", required=False)
    rating = forms.ChoiceField(label="Contoh rating", choices=RATINGS, widget=forms.RadioSelect)
    length = forms.ChoiceField(
        label="Lama", choices=[("penuh", "Hari penuh"), ("pagi", "Setengah hari, pagi")], widget=forms.RadioSelect
    )
    copy = forms.BooleanField(label="Kirim salinan ke e-mail", required=False)


FILLED = {
    "starts": "07/12/2026", "nip": "19900214 201303 2 007", "kind": "tahunan", "address": "Jalan Contoh 1, Sawahlunto",
    "score": "87,45", "seats": "3", "length": "penuh", "rating": "2", "copy": "on", "reason": "",
}  # fmt: skip
WRONG = FILLED | {
    "starts": "30/2/2026", "nip": "19900214 201303 2 07", "address": "",
    "reason": "Gagasannya paling sesuai dengan rencana kota.",
}  # fmt: skip


def examples() -> dict[str, Any]:
    """Everything the gallery shows."""
    return {
        "colours": COLOURS, "icons": icon_names(), "form": ExampleForm(initial=FILLED), "wrong": ExampleForm(WRONG, auto_id="keliru_%s"),
        "today": date(2026, 11, 19), "findings": FINDINGS, "reasons": REASONS, "steps": STEPS, "events": EVENTS,
        "rungs": RUNGS, "todos": TODOS, "score_parts": SCORE, "boxes": BOXES, "axes": AXES, "lanes": LANES,
        "heat": HEAT, "chips": CHIPS, "people": PEOPLE, "sheet": SHEET,
        "lanes_from": date(2010, 1, 1), "lanes_to": date(2026, 12, 1), "as_of": date(2023, 7, 1),
    }  # fmt: skip


def icon_names() -> list[str]:
    """The names in the sprite."""
    place = finders.find("jenjang/vendor/icons.txt")
    return Path(place).read_text(encoding="utf-8").split() if place else []


FINDINGS = (
    parts.Reason("Tiga tahun dua bulan sebagai pengawas; syaratnya 3 tahun.", True, ("pp-11-2017#54",)),
    parts.Reason("SK jabatan pengawas belum ada di berkas; diminta 10 Nov, ditunggu sampai 24 Nov.", None),
    parts.Reason("Ijazah D-III; syaratnya S-1 atau D-IV.", False, ("pp-11-2017#54",)),
)
REASONS = (
    parts.Reason("Alasan kurang 55 huruf."),
    parts.Reason("Pertimbangan teknis BKN belum masuk; diminta 18 Nov.", False, ("pp-11-2017#54",)),
)
STEPS = (
    parts.Step("Diumumkan", "2 Nov 2026", "done"),
    parts.Step("Daftar panjang", "9 Nov · 14 orang", "done"),
    parts.Step("Peringkat diumumkan", "17 November", "now"),
    parts.Step("Rapat tim penilai", "3 Des"),
    parts.Step("Keputusan Wali Kota", "15 Des"),
)
EVENTS = (
    parts.Event("Diumumkan", day=date(2026, 10, 12), state="done"),
    parts.Event("III/b, Bidan Mahir", day=date(2026, 11, 19), when="Hari ini", state="now"),
    parts.Event(
        "Bidan Penyelia, paling cepat", day=date(2027, 4, 1), text="sertifikat uji kompetensi, SIP baru",
        tag="Kurang 2 berkas", tag_kind="warn",
    ),
    parts.Event("Pensiun", day=date(2048, 3, 1), text="58 tahun.", cites=("uu-20-2023#55",)),
)  # fmt: skip
RUNGS = (
    parts.Rung("Uji kompetensi", "Belum", 0, url="#g-data", link="Daftar", button=True),
    parts.Rung("Pelatihan kepemimpinan", "Sedang diikuti, selesai 4 Desember", 0.6),
    parts.Rung("Ijazah S-1", "Terpenuhi", 1, cites=("pp-11-2017#54",)),
)
TODOS = (
    parts.Todo(
        "Isi realisasi SKP triwulan IV", "#g-tugas", "Lanjutkan", "4 dari 6 hasil kerja sudah berisi bukti.",
        "4 hari lagi", "Senin, 23 Nov", soon=True, main=True,
    ),
    parts.Todo(
        "Unggah SIP yang baru", "#g-tugas", "Unggah", "Surat izin praktik berakhir 14 Februari 2027.",
        "42 hari lagi", "Kamis, 31 Des",
    ),
)  # fmt: skip
SCORE = (
    parts.Part("Kinerja", Decimal("25.50"), Decimal(30)),
    parts.Part("Potensial", Decimal("26.30"), Decimal(30)),
    parts.Part("Kompetensi teknis", Decimal("33.60"), Decimal(40)),
)
BOXES = tuple(
    parts.Box(number, people, "#g-data", chosen=number == 8)
    for number, people in enumerate((1, 9, 4, 3, 64, 2, 21, 27, 12), start=1)
)
AXES = tuple(
    parts.Axis(label, have, want)
    for label, have, want in (
        ("Integritas", 4, 3), ("Kerja sama", 3, 3), ("Komunikasi", 3, 3), ("Hasil", 3, 3), ("Layanan", 4, 3),
        ("Pengembangan", 2, 3), ("Perubahan", 3, 3), ("Keputusan", 2, 3), ("Perekat", 3, 3),
    )
)  # fmt: skip
LANES = (
    parts.Lane("Pangkat", (
        parts.Span("III/a", date(2010, 1, 1), date(2014, 4, 1)), parts.Span("III/b", date(2014, 4, 1), date(2018, 4, 1)),
        parts.Span("III/c", date(2018, 4, 1), date(2022, 4, 1)), parts.Span("III/d", date(2022, 4, 1)),
    )),
    parts.Lane("Jabatan", (
        parts.Span("Pelaksana, BKD", date(2010, 1, 1), date(2015, 3, 2)),
        parts.Span("Kasubbag Kepegawaian, Disdik", date(2015, 3, 2), date(2019, 7, 1)),
        parts.Span("Analis Ahli Pertama", date(2019, 7, 1), date(2021, 12, 1)),
        parts.Span("Analis SDM Ahli Muda, Disdik", date(2021, 12, 1)),
    )),
)  # fmt: skip
HEAT = {
    "units": ("Disdik", "Dinkes", "PUPR", "Talawi"),
    "rows": (("Kompeten", (86, 77, 95, 68)), ("Kolaboratif", (77, 77, 86, 59)), ("Adaptif", (68, 77, 86, 68))),
}
CHIPS = (parts.Chip("Semua 14", "#g-tabel", True), parts.Chip("MS 6", "#g-tabel"), parts.Chip("TMS 5", "#g-tabel"))
PEOPLE = (
    (
        "Rina Wulandari, S.Psi., M.Si.",
        "198506122009032004",
        "Kasubbid Penilaian Kinerja",
        "III/d",
        FINDINGS[0],
        "MS",
        "good",
    ),
    (
        "Maya Anggraini, S.IP.",
        "198405172009022008",
        "Kasi Pemerintahan, Kec. Barangin",
        "III/d",
        FINDINGS[1],
        "BTL",
        "warn",
    ),
    ("Teguh Prasetyo, A.Md.", "198109132006041007", "Kasi Kebersihan, Kel. Santur", "III/c", FINDINGS[2], "TMS", "bad"),
)
SHEET = SimpleNamespace(first=1, last=3, total=14, number=1, has_before=False, has_after=True)
