"""Riwayat rekaan: two finished years of appraisals, courses, teams, tests and sanctions, with patterns planted in them.

Planted, so that the features show: a superior who rates everyone alike, a unit short of skills, an ASN who has stood
still for years, a remote clinic without courses, a candidate who is a board member's relative.
"""

import json
import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from jenjang.competency.codes import COMPETENCIES
from jenjang.competency.queries import national_standard
from jenjang.demo import words
from jenjang.demo.feedback import rated_in_round
from jenjang.demo.people import Past, Person
from jenjang.law.parameters import LawOn

Row = tuple[Any, ...]
ALIKE_UNIT = "Bidang Anggaran Badan Pengelolaan Keuangan dan Aset"
WITHOUT_COURSES = "Puskesmas Kolok"
SHORT_OF_SKILLS = "Bidang Statistik dan Persandian Dinas Komunikasi dan Informatika"
RATINGS = {
    "sangat_baik": ("di_atas_ekspektasi", "di_atas_ekspektasi"), "baik": ("sesuai_ekspektasi", "sesuai_ekspektasi"),
    "butuh_perbaikan": ("di_bawah_ekspektasi", "sesuai_ekspektasi"), "kurang": ("di_atas_ekspektasi", "di_bawah_ekspektasi"),
}  # fmt: skip
READY = 0.3
PREDICATES, CHANCES = ("sangat_baik", "baik", "butuh_perbaikan", "kurang"), (22, 70, 7, 1)


@dataclass(slots=True)
class Sheet:
    """Rows of one kind of history, ready for one COPY."""

    model: str
    columns: tuple[str, ...]
    rows: list[Row] = field(default_factory=list)


class Records:
    """Writes the histories of invented people, appraisals apart; keys are the employees', in the order of the people."""

    def __init__(self, people: Sequence[Person], keys: dict[str, int], seed: int, today: date, law: LawOn) -> None:
        self.people, self.keys, self.today, self.law = people, keys, today, law
        self.random = random.Random(seed + 1)
        self.predicates: dict[tuple[int, int], str] = {}

    def sheets(self, units: dict[str, int]) -> Iterator[Sheet]:
        """One sheet a kind. `units` gives the key of each unit by its SIASN id."""
        yield self._past(units)
        self._draw_predicates()
        yield self._feedback()
        yield self._courses()
        yield self._teams()
        yield self._awards()
        yield from self._tests()
        yield self._sanctions()

    def _each(self, chance: float = 1.0) -> Iterator[tuple[int, Person]]:
        for person in self.people:
            if chance >= 1 or self.random.random() < chance:
                yield self.keys[person.nip], person

    def _past(self, units: dict[str, int]) -> Sheet:
        columns = (
            "employee_id",
            "effective_from",
            "unit_id",
            "title",
            "unit_name",
            "kind",
            "career_level",
            "echelon",
            "decree_number",
        )
        sheet = Sheet("personnel.PositionRecord", columns)
        for key, person in self._each():
            for number, post in enumerate(person.past):
                sheet.rows.append(self._post(key, post, units, number))
        return sheet

    def _post(self, key: int, post: Past, units: dict[str, int], number: int) -> Row:
        decree = f"821.2/{key % 900 + number}/BKPSDM/{post.since.year}"
        return (
            key,
            post.since,
            units[post.unit_id],
            post.title,
            post.unit_name,
            post.kind,
            post.level,
            post.echelon,
            decree,
        )

    def _draw_predicates(self) -> None:
        """What each person is known for in the two finished years; the years of performance make records of it."""
        for key, person in self._each():
            for year in (self.today.year - 2, self.today.year - 1):
                if person.appointed.year > year:
                    continue
                alike = person.place.unit.name == ALIKE_UNIT
                self.predicates[(key, year)] = "baik" if alike else self.random.choices(PREDICATES, CHANCES)[0]

    def _feedback(self) -> Sheet:
        sheet = Sheet("performance.Feedback360Record", ("employee_id", "effective_from", "year", "predicate", "raters"))
        for key, person in self._each(0.8):
            predicate = self.random.choices(PREDICATES[:3], (30, 62, 8))[0]
            raters = self.random.randint(5, 12)
            if not rated_in_round(person):
                year = self.today.year - 1
                sheet.rows.append((key, date(year, 12, 10), year, predicate, raters))
        return sheet

    def _courses(self) -> Sheet:
        columns = (
            "employee_id",
            "effective_from",
            "kind",
            "name",
            "organizer",
            "lesson_hours",
            "finished_on",
            "certificate_number",
        )
        sheet = Sheet("learning.CourseRecord", columns)
        for key, person in self._each():
            if person.place.unit.name == WITHOUT_COURSES:
                continue
            for number in range(self.random.choices((0, 1, 2, 4, 7, 9), (20, 30, 25, 15, 7, 3))[0]):
                name, hours = self.random.choice(words.COURSES)
                day = self.today - timedelta(days=self.random.randint(20, 1000))
                sheet.rows.append(
                    (
                        key,
                        day,
                        "Diklat Teknis",
                        name,
                        "Pusat Pelatihan Rekaan",
                        hours,
                        day,
                        f"S-{key}-{number}/{day.year}",
                    )
                )
            if person.kind in ("administrator", "jpt_pratama", "pengawas"):
                name = {
                    "pengawas": "Pelatihan Kepemimpinan Pengawas",
                    "administrator": "Pelatihan Kepemimpinan Administrator",
                }.get(person.kind, "Pelatihan Kepemimpinan Nasional Tingkat II")
                day = person.since + timedelta(days=90)
                if day < self.today:
                    sheet.rows.append(
                        (
                            key,
                            day,
                            "Diklat Struktural",
                            name,
                            "Lembaga Pelatihan Rekaan",
                            900,
                            day,
                            f"PK-{key}/{day.year}",
                        )
                    )
        return sheet

    def _teams(self) -> Sheet:
        sheet = Sheet(
            "projects.TeamRoleRecord", ("employee_id", "effective_from", "role", "name", "until", "decree_number")
        )
        roles = ("ketua_lintas", "ketua_internal", "anggota_lintas", "anggota_internal")
        for key, person in self._each(0.35):
            since = self.today - timedelta(days=self.random.randint(60, 640))
            weights = (1, 5, 5, 10) if person.kind == "pelaksana" else (4, 12, 8, 8)
            role = self.random.choices(roles, weights)[0]
            sheet.rows.append(
                (
                    key,
                    since,
                    role,
                    "Tim Percepatan Layanan",
                    since + timedelta(days=180),
                    f"800/{key % 700}/{since.year}",
                )
            )
        return sheet

    def _awards(self) -> Sheet:
        sheet = Sheet("personnel.AwardRecord", ("employee_id", "effective_from", "level", "name", "decree_number"))
        for key, _ in self._each(0.12):
            level = self.random.choices(("instansi", "lintas_instansi", "nasional"), (80, 15, 5))[0]
            day = self.today - timedelta(days=self.random.randint(60, 1700))
            sheet.rows.append((key, day, level, "Pegawai Teladan", f"003/{key % 300}/{day.year}"))
        return sheet

    def _tests(self) -> Iterator[Sheet]:
        competency = Sheet(
            "competency.CompetencyRecord", ("employee_id", "effective_from", "achieved", "score", "method")
        )
        potential = Sheet("competency.PotentialRecord", ("employee_id", "effective_from", "score", "method"))
        technical = Sheet("competency.TechnicalRecord", ("employee_id", "effective_from", "field", "score"))
        for key, person in self._each():
            leads = person.kind in ("jpt_pratama", "administrator", "pengawas") or person.level in (
                "ahli_muda",
                "ahli_madya",
            )
            weak = person.place.unit.name == SHORT_OF_SKILLS
            asked = national_standard(person.kind, person.level, self.law)
            if weak:  # everybody there was assessed, and against no less than the second level
                asked = {name: max(asked.get(name, 0), 2) for name in COMPETENCIES}
            if not (leads or weak) or (not weak and self.random.random() < 0.06):
                continue  # the few without a test show what "belum ada data" means
            day = self.today - timedelta(days=self.random.randint(40, 900))
            achieved = self._achieved(asked, weak=weak)
            score = round(100 * sum(min(achieved[name], asked[name]) for name in asked) / sum(asked.values()), 2)
            competency.rows.append((key, day, json.dumps(achieved, sort_keys=True), score, "Pusat penilaian rekaan"))
            potential.rows.append(
                (
                    key,
                    day,
                    self.random.randint(52, 70) if weak else self.random.randint(58, 95),
                    "Pusat penilaian rekaan",
                )
            )
            technical.rows.append((key, day, person.place.field, self.random.randint(55, 96)))
        yield from (competency, potential, technical)

    def _achieved(self, asked: dict[str, int], *, weak: bool) -> dict[str, int]:
        """Some are ready for the next post: in half of the competencies they show more than the present one asks."""
        below, above = (0.7, 0.0) if weak else (0.2, 0.5 if self.random.random() < READY else 0.04)
        steps = self.random.choices((-1, 0, 1), (below, 1 - below - above, above), k=len(asked))
        highest = self.law["kompetensi.tingkat_tertinggi"].value
        return {
            name: min(highest, max(1, level + step)) for (name, level), step in zip(asked.items(), steps, strict=True)
        }

    def _sanctions(self) -> Sheet:
        sheet = Sheet(
            "discipline.SanctionRecord",
            ("employee_id", "effective_from", "level", "sanction", "ends", "offence", "decree_number"),
        )
        kinds = (
            ("ringan", "teguran_tertulis", 0),
            ("sedang", "potong_25_9_bulan", 270),
            ("berat", "penurunan_jabatan_12_bulan", 365),
        )
        for key, _ in self._each(0.015):
            level, sanction, days = self.random.choices(kinds, (70, 22, 8))[0]
            since = self.today - timedelta(days=self.random.randint(30, 1500))
            ends = since + timedelta(days=days) if days else None
            sheet.rows.append(
                (
                    key,
                    since,
                    level,
                    sanction,
                    ends,
                    "Tidak masuk kerja tanpa alasan yang sah",
                    f"862/{key % 200}/{since.year}",
                )
            )
        return sheet
