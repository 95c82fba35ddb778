"""Jenis riwayat yang diimpor, lanjutan: positions, education, awards, sanctions, tests, teams, family; and the list of all."""

import json
from datetime import date
from typing import Any

from jenjang.law.codes import CareerLevel, PositionKind, SanctionLevel
from jenjang.law.spans import add_months
from jenjang.siasn import codes as siasn
from jenjang.siasn import history_codes as codes
from jenjang.siasn import history_readers as read
from jenjang.siasn.history_checks import graduated_in_that_year, post_is_plain, sanction_ends, structural_has_echelon
from jenjang.siasn.history_kinds import (
    APPRAISALS,
    COURSES,
    CREDITS,
    FEEDBACK,
    ID,
    LEADERSHIP,
    NIP,
    PERIODIC,
    RANKS,
    Column,
    SheetKind,
    Values,
    day,
    end_of,
    of,
    only,
    text,
)  # fmt: skip

MONTHS_A_YEAR = 12
MOST_LEVEL = 5


def _position(values: Values) -> dict[str, Any]:
    """The kind of a structural post follows its echelon; `unit` is the SIASN id until the unit here is known."""
    code = values["jenisJabatan"]
    echelon = values["eselonId"] if code in (siasn.STRUCTURAL, siasn.DOUBLE) else ""
    functional = code in (siasn.FUNCTIONAL, siasn.DOUBLE)
    kind = siasn.ECHELON_KIND.get(echelon) or (PositionKind.FUNCTIONAL if functional else PositionKind.EXECUTOR)
    level = siasn.career_level(values["namaJabatan"]) if kind == PositionKind.FUNCTIONAL else CareerLevel.NONE
    return {
        "title": values["namaJabatan"], "unit_id": values["unorId"], "unit_name": values["namaUnor"], "kind": str(kind),
        "career_level": str(level), "echelon": siasn.ECHELON.get(echelon, ""),
        "assignment": values["jenisPenugasanId"] or "definitif", "until": values["sampai"],
    }  # fmt: skip


def _education(values: Values) -> dict[str, Any]:
    return {
        "level": values["tkPendidikanId"], "field": values["pendidikanNama"], "school": values["namaSekolah"],
        "graduated": values["tahunLulus"],
    }  # fmt: skip


def _award(values: Values) -> dict[str, Any]:
    level = values["tingkat"] or str(codes.award_level(values["hargaId"]))
    return {"level": level, "name": values["hargaNama"] or codes.AWARD_NAMES[values["hargaId"]]}


def _sanction(values: Values) -> dict[str, Any]:
    code, starts = values["jenisHukuman"], values["hukumanTanggal"]
    months = (values["masaTahun"] or 0) * MONTHS_A_YEAR + (values["masaBulan"] or 0)
    ends = values["akhirHukumTanggal"] or (add_months(starts, months) if months and starts else None)
    sanction, level = str(codes.SANCTIONS.get(code) or codes.OLD_SANCTIONS[code]), codes.sanction_level(code)
    if ends is None and level == SanctionLevel.LIGHT:
        ends = starts  # a reprimand is done when it is given; without an end it would be served for ever
    return {
        "level": str(level), "sanction": sanction, "ends": ends,
        "offence": values["alasanHukumanDisiplinNama"],
    }  # fmt: skip


def _competency(values: Values) -> dict[str, Any]:
    achieved = {name: values[name] for name in codes.COMPETENCIES if values[name] is not None}
    return {
        "achieved": json.dumps(achieved, sort_keys=True, separators=(",", ":")), "score": values["nilai"],
        "method": values["metode"],
    }  # fmt: skip


def _kin(values: Values) -> dict[str, Any]:
    return {
        "relation": values["hubungan"], "relative_employee_id": values["nipKeluarga"] or None, "relative_name": values["nama"],
        "relative_birth_date": values["tanggalLahir"], "relative_nik": values["nik"],
    }  # fmt: skip


def _tested(sheet: str, label: str, model: str, *columns: Column, **facts: str) -> SheetKind:
    """The three tests share a day and a mark."""
    shared = (
        day("tanggal", "Tanggal penilaian", "20-08-2025", required=True),
        Column("nilai", read.score, "Nilai 0 sampai 100", "87,5", required=True),
    )
    return SheetKind(
        sheet, label, model, (NIP, ID, *shared, *columns), only(score="nilai", **facts), of("tanggal"), tuple(facts)
    )


POSITIONS = SheetKind(
    "rw-jabatan", "Jabatan", "personnel.PositionRecord",
    (
        NIP, ID,
        Column("jenisJabatan", read.known_code({"1": 1, "2": 2, "3": 3, "4": 4}, example="Tulis 1 (struktural), 2 (fungsional), 3 (rangkap), atau 4 (pelaksana)."), "1 struktural, 2 fungsional, 3 rangkap, 4 pelaksana", "1", required=True),
        text("namaJabatan", "Nama jabatan", "Kepala Bidang Contoh", most=300, required=True),
        text("unorId", "Id unit di SIASN; kosong bila unitnya sudah tidak ada", "", most=42),
        text("namaUnor", "Nama unit saat itu", "Dinas Contoh", most=300),
        Column("eselonId", read.known_code({**siasn.ECHELON, "00": "", "99": ""}, example="Pakai kode SIASN, misalnya 32 untuk III.b."), "Kode eselon; perlu untuk jabatan struktural", "32"),
        day("tmtJabatan", "TMT jabatan", "02-03-2020", required=True),
        text("nomorSk", "Nomor SK", "821.24/61/2020", most=100),
        day("tanggalSk", "Tanggal SK", "28-02-2020"),
        Column("jenisPenugasanId", read.coded(codes.ASSIGNMENTS, example="Tulis D (definitif), PLT, PLH, PJ, atau TT."), "D definitif, PLT, PLH, PJ, TT tugas tambahan; kosong berarti definitif", "D"),
        Column("sampai", read.coming_day, "Hari terakhir, untuk Plt./Plh. (hh-bb-tttt)", ""),
    ),
    _position, of("tmtJabatan"), ("assignment", "title"), ("nomorSk", "tanggalSk"),
    faults=structural_has_echelon, doubts=post_is_plain,
)  # fmt: skip
EDUCATION = SheetKind(
    "rw-pendidikan", "Pendidikan", "personnel.EducationRecord",
    (
        NIP, ID,
        Column("tkPendidikanId", read.coded(siasn.EDUCATION, siasn.EDUCATION_NAMES, example="Pakai kode SIASN, misalnya 40 untuk S-1."), "Tingkat pendidikan, kode SIASN", "40", required=True),
        text("pendidikanNama", "Program studi", "S-1 Administrasi Negara"),
        text("namaSekolah", "Nama sekolah", "Universitas Contoh"),
        Column("tahunLulus", read.year, "Tahun lulus", 2008, required=True),
        day("tglLulus", "Tanggal lulus", "20-08-2008"),
        text("nomorIjasah", "Nomor ijazah", "IJ-77/2008", most=100),
    ),
    _education, lambda values: values["tglLulus"] or end_of(values["tahunLulus"]), ("level", "graduated"),
    ("nomorIjasah", "tglLulus"), by_day=False, doubts=graduated_in_that_year,
)  # fmt: skip
AWARDS = SheetKind(
    "rw-penghargaan", "Penghargaan", "personnel.AwardRecord",
    (
        NIP, ID,
        Column("hargaId", read.known_code(codes.AWARD_NAMES, example="Pakai kode SIASN, misalnya 201 untuk Satyalancana Karya Satya 10 tahun."), "Kode penghargaan SIASN", "201", required=True),
        text("hargaNama", "Nama; kosong berarti menurut kodenya", ""),
        Column("tingkat", read.coded(codes.AWARD_LEVELS, example="Tulis internasional, nasional, lintas instansi, atau instansi."), "Tingkat bila kodenya “lainnya”: internasional, nasional, lintas instansi, instansi", ""),
        text("skNomor", "Nomor keputusan", "45/TK/2024", most=100),
        day("skDate", "Tanggal keputusan", "17-08-2024", required=True),
    ),
    _award, of("skDate"), ("name",), ("skNomor", "skDate"),
)  # fmt: skip
SANCTIONS = SheetKind(
    "rw-hukdis", "Hukuman disiplin", "discipline.SanctionRecord",
    (
        NIP, ID,
        Column("jenisHukuman", read.known_code({**codes.SANCTIONS, **codes.OLD_SANCTIONS}, example="Pakai kode SIASN, misalnya 2 untuk teguran tertulis."), "Jenis hukuman, kode SIASN", "2", required=True),
        text("skNomor", "Nomor SK", "862/4/2024", most=100, required=True),
        day("skTanggal", "Tanggal SK", "03-06-2024"),
        day("hukumanTanggal", "Mulai berlaku", "10-06-2024", required=True),
        Column("masaTahun", read.whole(30), "Lama hukuman, tahun", ""),
        Column("masaBulan", read.whole(11), "Lama hukuman, bulan", 6),
        Column("akhirHukumTanggal", read.coming_day, "Hari berakhir (hh-bb-tttt); kosong berarti dihitung dari lamanya", ""),
        text("alasanHukumanDisiplinNama", "Pelanggarannya", "Tidak masuk kerja tanpa alasan", most=300),
    ),
    _sanction, of("hukumanTanggal"), ("sanction",), ("skNomor", "skTanggal"), doubts=sanction_ends,
)  # fmt: skip
COMPETENCY = SheetKind(
    "rw-kompetensi", "Penilaian kompetensi", "competency.CompetencyRecord",
    (
        NIP, ID,
        day("tanggal", "Tanggal penilaian", "20-08-2025", required=True),
        Column("nilai", read.score, "Nilai 0 sampai 100 (job person match)", "82,25", required=True),
        text("metode", "Metode", "Assessment center", most=120),
        *(Column(name, read.whole(MOST_LEVEL), f"Tingkat {label.lower()}, 0 sampai {MOST_LEVEL}", 3) for name, label in codes.COMPETENCIES.items()),
    ),
    _competency, of("tanggal"), (),
)  # fmt: skip
POTENTIAL = _tested("rw-potensi", "Penilaian potensi", "competency.PotentialRecord", text("metode", "Metode", "Psikometri", most=120), method="metode")  # fmt: skip
TECHNICAL = _tested("kompetensi-teknis", "Kompetensi teknis", "competency.TechnicalRecord", text("bidang", "Bidang yang diuji", "Perencanaan", required=True), field="bidang")  # fmt: skip
TEAMS = SheetKind(
    "peran-tim", "Peran dalam tim", "projects.TeamRoleRecord",
    (
        NIP, ID,
        Column("peran", read.coded(codes.TEAM_ROLES, example="Tulis ketua_lintas, ketua_internal, anggota_lintas, atau anggota_internal."), "ketua_lintas, ketua_internal, anggota_lintas, anggota_internal", "anggota_internal", required=True),
        text("namaTim", "Nama tim", "Tim Percepatan Contoh", most=300, required=True),
        day("mulai", "Mulai", "01-02-2025", required=True),
        Column("sampai", read.coming_day, "Sampai (hh-bb-tttt)", "31-12-2025"),
        text("nomorSk", "Nomor SK", "100/12/2025", most=100),
        day("tanggalSk", "Tanggal SK", "28-01-2025"),
    ),
    only(role="peran", name="namaTim", until="sampai"), of("mulai"), ("name",), ("nomorSk", "tanggalSk"),
)  # fmt: skip
FAMILY = SheetKind(
    "keluarga", "Keluarga", "personnel.KinshipRecord",
    (
        NIP, ID,
        Column("hubungan", read.coded(codes.RELATIONS, example="Tulis misalnya suami, istri, ayah, ibu, anak, kakak, adik, ipar."), "Hubungan: suami, istri, ayah, ibu, anak, kakak, adik, ipar, …", "istri", required=True),
        text("nama", "Nama keluarga", "Rina Contoh", required=True),
        day("tanggalLahir", "Tanggal lahir", "05-05-1987"),
        Column("nik", read.nik, "NIK 16 angka, sebagai teks", ""),
        Column("nipKeluarga", read.digits(18), "NIP bila keluarga itu ASN di sini", ""),
        day("sejak", "Sejak, misalnya tanggal nikah", "10-10-2012"),
    ),
    _kin, lambda values: values["sejak"] or values["tanggalLahir"] or date(1970, 1, 1), ("relation", "relative_name"), by_day=False, from_birth=False,
)  # fmt: skip
KINDS: tuple[SheetKind, ...] = (
    APPRAISALS, PERIODIC, CREDITS, POSITIONS, RANKS, EDUCATION, COURSES, LEADERSHIP, AWARDS, SANCTIONS, COMPETENCY, POTENTIAL, TECHNICAL,
    TEAMS, FEEDBACK, FAMILY,
)  # fmt: skip
