"""Warga ASN peragaan: invented people with careers that hang together, written as rows of BKN's sheet.

They come in through the same importer as a real city's, so what the demonstration shows is what an import makes.
"""

import random
from collections import Counter
from dataclasses import dataclass, field
from datetime import date, timedelta

from jenjang.demo import words
from jenjang.demo.city import City, Place, key

GRADES = ("II/a", "II/b", "II/c", "II/d", "III/a", "III/b", "III/c", "III/d", "IV/a", "IV/b", "IV/c", "IV/d")
START = {"sma": "II/a", "d3": "II/c", "s1": "III/a", "s2": "III/b"}
EDUCATION_ROWS = {
    "sma": ("15", "SLTA"),
    "d3": ("30", "Diploma III/Sarjana Muda"),
    "s1": ("40", "S-1/Sarjana"),
    "s2": ("45", "S-2"),
}
PPPK_GRADE = {"sma": "V", "d3": "VII", "s1": "IX", "s2": "X"}
HEADS = {
    # echelon code: (youngest, oldest, grades with weights, education with weights, kind)
    "21": (54, 57, {"IV/d": 1}, {"s2": 1}),
    "22": (46, 57, {"IV/b": 7, "IV/c": 3}, {"s2": 8, "s1": 2}),
    "31": (42, 56, {"IV/a": 7, "IV/b": 3}, {"s1": 6, "s2": 4}),
    "32": (38, 55, {"III/d": 6, "IV/a": 4}, {"s1": 7, "s2": 3}),
    "41": (33, 55, {"III/c": 4, "III/d": 6}, {"s1": 9, "d3": 1}),
}
LEVEL_NAMES = {
    "ahli_pertama": "Ahli Pertama", "ahli_muda": "Ahli Muda", "ahli_madya": "Ahli Madya", "terampil": "Terampil",
    "mahir": "Mahir", "penyelia": "Penyelia",
}  # fmt: skip
LEVEL_GRADES = {
    "ahli_pertama": ("III/a", "III/b"), "ahli_muda": ("III/c", "III/d"), "ahli_madya": ("IV/a", "IV/b"),
    "terampil": ("II/c", "II/d"), "mahir": ("III/a", "III/b"), "penyelia": ("III/c", "III/d"),
}  # fmt: skip
VACANT = (
    "Dinas Perpustakaan dan Kearsipan",
    "Bidang Pengembangan dan Penilaian Kompetensi Badan Kepegawaian dan Pengembangan SDM",
)
# Officers who take part in the story, and somebody far from town: they are there in a small city too.
NEEDED = {"Badan Kepegawaian dan Pengembangan SDM": 4, "Puskesmas Talawi": 1}


@dataclass(slots=True)
class Past:
    """Jabatan yang pernah dipegang, oldest first."""

    kind: str
    level: str
    title: str
    echelon: str
    unit_id: str
    unit_name: str
    since: date


@dataclass(slots=True)
class Person:
    """Satu orang rekaan."""

    siasn_id: str
    name: str
    title_after: str
    sex: str
    birth_date: date
    birth_place: str
    appointed: date
    status: str
    education: str
    study: str
    grade: str
    grade_since: date
    kind: str
    level: str
    title: str
    place: Place
    since: date
    nip: str
    nik: str
    past: list[Past] = field(default_factory=list)

    def as_row(self, today: date) -> dict[str, str]:
        """One row of BKN's sheet, under its headings."""
        months = (today.year - self.appointed.year) * 12 + today.month - self.appointed.month
        code, level_name = EDUCATION_ROWS[self.education]
        is_pns = self.status == "P"
        confirmed = self.appointed.replace(year=self.appointed.year + 1) if is_pns else None
        unit = self.place.unit
        return {
            "PNS ID": self.siasn_id, "NIP BARU": self.nip, "NAMA": self.name, "GELAR BELAKANG": self.title_after,
            "TEMPAT LAHIR NAMA": self.birth_place, "TANGGAL LAHIR": f"{self.birth_date:%d-%m-%Y}",
            "JENIS KELAMIN": "M" if self.sex == "L" else "F", "AGAMA NAMA": "Islam", "JENIS KAWIN NAMA": "Menikah",
            "NIK": self.nik, "NOMOR HP": f"0812{self.nik[-8:]}", "EMAIL": f"{self.nip}@contoh.test",
            "EMAIL GOV": f"{self.nip}@pemda.test", "ALAMAT": f"Jl. Contoh No. {int(self.nik[-3:]) + 1}",
            "KEDUDUKAN HUKUM ID": "01", "STATUS CPNS PNS": self.status,
            "NOMOR SK CPNS": f"813/{self.nip[-3:]}/BKPSDM/{self.appointed.year}",
            "TANGGAL SK CPNS": f"{self.appointed - timedelta(days=20):%d-%m-%Y}", "TMT CPNS": f"{self.appointed:%d-%m-%Y}",
            "NOMOR SK PNS": f"821/{self.nip[-3:]}/BKPSDM/{confirmed.year}" if confirmed else "",
            "TMT PNS": f"{confirmed:%d-%m-%Y}" if confirmed else "",
            "GOL AWAL NAMA": START[self.education] if is_pns else self.grade, "GOL AKHIR NAMA": self.grade,
            "TMT GOLONGAN": f"{self.grade_since:%d-%m-%Y}", "MK TAHUN": str(months // 12), "MK BULAN": str(months % 12),
            "JENIS JABATAN ID": {"fungsional": "2", "pelaksana": "4"}.get(self.kind, "1"),
            "JABATAN ID": key("jabatan", self.title), "JABATAN NAMA": self.title, "TMT JABATAN": f"{self.since:%d-%m-%Y}",
            "TINGKAT PENDIDIKAN ID": code, "TINGKAT PENDIDIKAN NAMA": level_name, "PENDIDIKAN NAMA": self.study,
            "TAHUN LULUS": str(self.appointed.year - 1), "NAMA SEKOLAH": "Universitas Rekaan" if self.education != "sma" else "SMA Rekaan",
            "UNOR ID": unit.siasn_id, "UNOR NAMA": unit.name,
        }  # fmt: skip


class Populace:
    """Fills a city with people; the same seed gives the same people."""

    def __init__(self, city: City, seed: int, today: date) -> None:
        self.city, self.today = city, today
        self.random = random.Random(seed)
        self.serials: Counter[str] = Counter()
        self.people: list[Person] = []

    def fill(self, count: int) -> list[Person]:
        """Heads of units first, then whom the demonstration cannot do without, then anybody until `count` are there."""
        for place in self.city.places.values():
            if place.unit.echelon_code in HEADS and place.unit.name not in VACANT and not self._left_empty(place):
                self._head(place)
        for name, needed in NEEDED.items():
            for _ in range(needed):
                self._member(self.city.by_name(name), may_be_pppk=False)
        weights = {"sekolah": 24, "klinik": 26, "rumah_sakit": 190, "kantor": 6}
        places = [place for place in self.city.places.values() if place.unit.siasn_id != self.city.root]
        chances = [weights[place.work] for place in places]
        while len(self.people) < count:  # one by one: a larger city begins with the same people
            self._member(self.random.choices(places, chances)[0])
        return self.people

    def _left_empty(self, place: Place) -> bool:
        return place.unit.echelon_code == "41" and self.random.random() < 0.04

    def _head(self, place: Place) -> None:
        code = place.unit.echelon_code
        youngest, oldest, grades, schooling = HEADS[code]
        education = self._weighted(schooling)
        born = self._born(youngest, oldest)
        appointed = self._month(born, 23, 26)
        kind = {"21": "jpt_pratama", "22": "jpt_pratama", "31": "administrator", "32": "administrator"}.get(
            code, "pengawas"
        )
        since = self._months_ago(self.random.randint(5, 58))
        person = self._person(place, education, born, appointed, kind, "tidak_ada", place.unit.head_title, since)
        person.grade = self._weighted(grades)
        person.grade_since = self._promoted(3 if education == "s2" else 2)
        self._climbed(person)
        self.people.append(person)

    def _climbed(self, person: Person) -> None:
        """The posts before: from staff to pengawas to administrator, as the law asks."""
        ladder = {"jpt_pratama": ("pelaksana", "pengawas", "administrator"), "administrator": ("pelaksana", "pengawas")}
        steps = ladder.get(person.kind, ("pelaksana",))
        since = person.since
        spans = {"administrator": (30, 84), "pengawas": (40, 96)}
        past = []
        for kind in reversed(steps[1:]):
            since = self._back(since, self.random.randint(*spans[kind]))
            past.append(self._post_like(kind, person.place.field, since))
        if person.appointed < since:
            past.append(self._post_like("pelaksana", person.place.field, person.appointed))
        person.past = past[::-1]

    def _post_like(self, kind: str, work: str, since: date) -> Past:
        if kind == "pelaksana":
            place = next(place for place in self.city.places.values() if place.unit.echelon_code == "22")
            return Past(
                "pelaksana", "tidak_ada", "Penelaah Teknis Kebijakan", "", place.unit.siasn_id, place.unit.name, since
            )
        codes = {"administrator": ("31", "32"), "pengawas": ("41",)}[kind]
        wanted = [place for place in self.city.places.values() if place.unit.echelon_code in codes]
        place = self.random.choice([place for place in wanted if place.field == work] or wanted)
        echelon = {"31": "III.a", "32": "III.b", "41": "IV.a"}[place.unit.echelon_code]
        return Past(kind, "tidak_ada", place.unit.head_title, echelon, place.unit.siasn_id, place.unit.name, since)

    def _member(self, place: Place, *, may_be_pppk: bool = True) -> None:
        schooling = {"sekolah": {"s1": 9, "s2": 1}, "klinik": {"d3": 6, "s1": 4}, "rumah_sakit": {"d3": 6, "s1": 4}}
        education = self._weighted(schooling.get(place.work, {"s1": 50, "s2": 12, "d3": 15, "sma": 23}))
        is_pppk = may_be_pppk and self.random.random() < 0.3
        born = self._born(25, 57)
        oldest = max(24, min(34, self.today.year - born.year - 2))
        appointed = self._months_ago(self.random.randint(8, 60)) if is_pppk else self._month(born, 23, oldest)
        years = (self.today - appointed).days // 365
        kind, level, title = self._work(place, education, years)
        since = max(appointed, self._months_ago(self.random.randint(3, 90)))
        person = self._person(place, education, born, appointed, kind, level, title, since, is_pppk=is_pppk)
        if is_pppk:
            person.grade, person.grade_since = PPPK_GRADE[education], appointed
        else:
            person.grade, person.grade_since = self._grade(education, level, years, appointed)
        if since > appointed:
            person.past = [
                Past(
                    "pelaksana",
                    "tidak_ada",
                    "Pengolah Data dan Informasi",
                    "",
                    place.unit.siasn_id,
                    place.unit.name,
                    appointed,
                )
            ]
        self.people.append(person)

    def _work(self, place: Place, education: str, years: int) -> tuple[str, str, str]:
        if place.work == "kantor" and (education == "sma" or self.random.random() < 0.5):
            return "pelaksana", "tidak_ada", self.random.choice(words.EXECUTIVE)
        ladder = (
            ("terampil", "mahir", "penyelia")
            if education in ("d3", "sma")
            else ("ahli_pertama", "ahli_muda", "ahli_madya")
        )
        step = 0 if years < 8 else 1 if years < 19 or self.random.random() < 0.6 else 2
        names = {
            "sekolah": "Guru",
            "klinik": self.random.choice(("Bidan", "Perawat", "Sanitarian")),
            "rumah_sakit": self.random.choice(("Perawat", "Bidan", "Apoteker")),
        }
        name = names.get(place.work, words.FUNCTIONAL[place.field])
        return "fungsional", ladder[step], f"{name} {LEVEL_NAMES[ladder[step]]}"

    def _grade(self, education: str, level: str, years: int, appointed: date) -> tuple[str, date]:
        if level in LEVEL_GRADES:
            low, high = LEVEL_GRADES[level]
            grade = high if years % 8 > 4 else low
        else:
            last = {"sma": "III/b", "d3": "III/c", "s1": "III/d", "s2": "IV/a"}[education]
            grade = GRADES[min(GRADES.index(START[education]) + years // 4, GRADES.index(last))]
        since = appointed if grade == START[education] else max(appointed, self._promoted(years % 4))
        return grade, since

    def _person(
        self, place: Place, education: str, born: date, appointed: date, kind: str, level: str, title: str, since: date,
        *, is_pppk: bool = False,
    ) -> Person:  # fmt: skip
        sex = self.random.choice("LP")
        name = f"{self.random.choice(words.MEN if sex == 'L' else words.WOMEN)} {self.random.choice(words.FAMILY)}"
        study = self._study(place, education)
        prefix = f"{born:%Y%m%d}{appointed:%Y}{'21' if is_pppk else f'{appointed:%m}'}{'1' if sex == 'L' else '2'}"
        self.serials[prefix] += 1
        nip = f"{prefix}{self.serials[prefix]:03}"
        day = born.day + (40 if sex == "P" else 0)
        self.serials["nik"] += 1
        return Person(
            siasn_id=key("asn", nip), name=name, title_after=self._degree(education, study), sex=sex, birth_date=born,
            birth_place=self.random.choice(words.TOWNS), appointed=appointed, status="PPPK" if is_pppk else "P",
            education=education, study=study, grade="", grade_since=appointed, kind=kind, level=level, title=title,
            place=place, since=max(since, appointed), nip=nip,
            nik=f"13730{self.random.randint(1, 4)}{day:02}{born:%m%y}{self.serials['nik'] % 9999 + 1:04}",
        )  # fmt: skip

    def _study(self, place: Place, education: str) -> str:
        if education == "sma":
            return "SMA IPS"
        if education == "d3":
            return {"klinik": "D-III KEBIDANAN", "rumah_sakit": "D-III KEPERAWATAN"}.get(place.work, "D-III AKUNTANSI")
        study = self.random.choice(words.FIELDS[place.field])
        return study if education == "s1" else study.replace("S-1", "S-2")

    def _degree(self, education: str, study: str) -> str:
        first = words.FIELD_TITLES.get(study.split(" ", 1)[1], words.TITLES["s1"])
        return {"sma": "", "d3": "A.Md.", "s1": first, "s2": f"{first}, M.Si."}[education]

    def _weighted(self, choices: dict[str, int]) -> str:
        return self.random.choices(list(choices), list(choices.values()))[0]

    def _born(self, youngest: int, oldest: int) -> date:
        days = self.random.randint(youngest * 365 + 30, oldest * 365 + 300)
        return self.today - timedelta(days=days)

    def _month(self, born: date, youngest: int, oldest: int) -> date:
        return date(born.year + self.random.randint(youngest, oldest), self.random.choice((1, 3, 4, 12)), 1)

    def _months_ago(self, months: int) -> date:
        return self._back(self.today, months)

    def _back(self, day: date, months: int) -> date:
        index = day.year * 12 + day.month - 1 - months
        return date(index // 12, index % 12 + 1, 1)

    def _promoted(self, years_ago: int) -> date:
        day = date(self.today.year - years_ago, self.random.choice((4, 10)), 1)
        return day if day <= self.today else day.replace(year=day.year - 1)
