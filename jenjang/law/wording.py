"""How values read inside an Indonesian sentence: dates, decimals, codes, lists."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from typing import Any

MONTHS = (
    "Januari", "Februari", "Maret", "April", "Mei", "Juni",
    "Juli", "Agustus", "September", "Oktober", "November", "Desember",
)  # fmt: skip
# What the law book speaks of, by the first word of a key.
SUBJECTS = {
    "cuti": "Cuti", "disiplin": "Disiplin", "gaji": "Gaji", "identitas": "Identitas", "ip_asn": "IP ASN",
    "jabatan": "Jabatan", "kalender": "Kalender", "kinerja": "Kinerja", "kompetensi": "Kompetensi",
    "pangkat": "Pangkat", "pdp": "Pelindungan data", "pengaduan": "Pengaduan", "pengembangan": "Pengembangan",
    "penghargaan": "Penghargaan", "pensiun": "Pensiun", "presensi": "Presensi", "seleksi": "Seleksi",
    "skm": "Survei kepuasan", "talenta": "Talenta", "tpp": "Tambahan penghasilan",
}  # fmt: skip


def long_date(day: date) -> str:
    """19 November 2026."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def number(value: int | Decimal) -> str:
    """1.250 and 87,45: points group thousands, a comma begins the decimals."""
    whole, _, decimals = f"{value:,f}".partition(".")
    decimals = decimals.rstrip("0")
    return whole.replace(",", ".") + (f",{decimals}" if decimals else "")


def in_words(value: Any) -> str:
    """One value as a reader expects it; used for the arguments of every lazy reason."""
    label = getattr(value, "label", None)
    if isinstance(label, str):
        return label
    if isinstance(value, bool):
        return "ya" if value else "tidak"
    if isinstance(value, int | Decimal):
        return number(value)
    if isinstance(value, date):
        return long_date(value)
    if isinstance(value, str):
        return value
    if isinstance(value, Iterable):
        return ", ".join(in_words(item) for item in value)
    return str(value)
