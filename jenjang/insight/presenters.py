"""Kata-kata temuan data: what was looked at, what was seen, and where one goes on."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from django.urls import reverse

from jenjang.insight.queries import Seen
from jenjang.kernel.clock import day_of
from jenjang.ledger.presenters import verification
from jenjang.performance.presenters_patterns import rows_of
from jenjang.ui import formats


@dataclass(frozen=True, slots=True)
class Line:
    """Satu orang atau unit: who, where, and what was counted."""

    name: str
    url: str
    place: str
    said: str
    tags: Sequence[str] = ()


@dataclass(frozen=True, slots=True)
class Signal:
    """Satu temuan: the question, what it was measured by, its lines (none: all quiet), and the list behind it."""

    title: str
    measure: str
    quiet: str
    lines: Sequence[Line] = field(default_factory=list)
    cites: Sequence[str] = ()
    url: str = ""
    leads_to: str = ""


def signals(seen: Seen) -> list[Signal]:
    """All, those with lines first, in the order in which they are worth a talk."""
    every = (_patterns(seen), _tied(seen), _untrained(seen), _weak(seen), _still(seen), _seal(seen))
    return sorted(every, key=lambda one: not one.lines)


def _patterns(seen: Seen) -> Signal:
    when = f" dalam {seen.period[1].inline}" if seen.period else ""
    query = f"?tahun={seen.period[0].year}&masa={seen.period[1].number}" if seen.period else ""
    lines = [
        Line(
            row.name, row.url, row.unit, f"{formats.whole(row.people)} orang dinilai", row.tags,
        )
        for row in rows_of(seen.patterns, query)
    ]  # fmt: skip
    return Signal(
        "Penilai yang menilai lain dari yang lain",
        f"Nilai dari penilai sendiri{when}: longgar, seragam, selisih antarkelompok, atau menilai keluarga.",
        "Tidak ada pola yang menonjol.", lines, ("permenpanrb-6-2022#25",),
        reverse("performance:patterns") + query, "Semua penilai",
    )  # fmt: skip


def _tied(seen: Seen) -> Signal:
    lines = [
        Line(
            one.member, reverse("selection:panel", args=[one.number]), f"{one.number} {one.title}",
            f"tidak menilai {formats.whole(one.candidates)} calon; {formats.whole(one.computed)} di antaranya ditemukan dari data",
        )
        for one in seen.tied
    ]  # fmt: skip
    return Signal(
        "Penilai yang terikat dengan calon",
        "Hubungan keluarga dan garis atasan dihitung dari data, sebelum berkas calon dibuka; kepentingan lain dinyatakan sendiri.",
        "Tidak ada anggota yang mundur dari penilaian.", lines, ("uu-30-2014#43",),
    )  # fmt: skip


def _untrained(seen: Seen) -> Signal:
    lines = [
        Line(one.name, reverse("personnel:unit", args=[one.unit]), "", f"{formats.whole(one.people)} pegawai")
        for one in seen.untrained
    ]
    return Signal(
        "Unit tanpa pelatihan",
        f"Tidak seorang pun menyelesaikan pelatihan dalam {formats.whole(seen.months)} bulan terakhir.",
        "Di setiap unit ada yang dilatih.", lines, ("pp-11-2017#203",),
    )  # fmt: skip


def _weak(seen: Seen) -> Signal:
    lines = [
        Line(
            one.name, reverse("personnel:unit", args=[one.unit]), "",
            f"rata-rata {formats.score(one.score)} dari {formats.whole(one.people)} orang yang diuji",
        )
        for one in seen.weak_units
    ]  # fmt: skip
    return Signal(
        "Unit yang kekurangan kompetensi",
        f"Rata-rata uji kompetensi terakhir di bawah {formats.whole(seen.lowest)} persen dari standar jabatan.",
        "Tidak ada unit di bawah batas.", lines, ("perban-bkn-26-2019#lampiran",),
    )  # fmt: skip


def _still(seen: Seen) -> Signal:
    lines = [
        Line(
            one.full_name, reverse("personnel:profile", args=[one.nip]), formats.post_in_unit(one.title, one.unit_name),
            f"jabatan sejak {formats.long_date(one.position_since)}, pangkat sejak {formats.long_date(one.grade_since)}",
        )
        for one in seen.still
    ]  # fmt: skip
    return Signal(
        "Pegawai yang lama di tempat",
        f"Jabatan dan pangkat sama selama {formats.whole(seen.years)} tahun atau lebih.",
        "Tidak ada yang selama itu.", lines, ("pp-11-2017#190",),
    )  # fmt: skip


def _seal(seen: Seen) -> Signal:
    found = verification(seen.verification)
    measure, quiet = "Setiap baris tersegel dihitung ulang dan dicocokkan dengan buku besar.", "Belum Anda verifikasi."
    lines: Iterable[Line] = ()
    url = reverse("ledger:entries")
    if found and found.job.finished_at:
        lines = [Line(one["record"], url, one["words"], f"terakhir ditulis {one['author']}") for one in found.findings]
        quiet = f"Semua {formats.whole(found.rows)} baris cocok, {formats.long_date(day_of(found.job.finished_at))}."
    return Signal(
        "Baris yang berubah di belakang sistem", measure, quiet, list(lines), (), url, "Buku besar dan verifikasi"
    )
