"""Pohon unit kota peragaan: some 250 units, from the Sekda to the schools, as BKN's ref-unor would give them."""

import uuid
from dataclasses import dataclass

from jenjang.demo import words
from jenjang.siasn.unit_tree import Unit

SPACE = uuid.UUID("6f1c2f0e-7a51-4b55-9a6e-5d1c8d2b3c44")
SCHOOLS, JUNIOR_SCHOOLS = 28, 10


def key(*parts: object) -> str:
    """An identifier that is the same in every run: made of the words themselves."""
    return str(uuid.uuid5(SPACE, "/".join(map(str, parts))))


@dataclass(slots=True)
class Place:
    """Satu unit peragaan, with the field of work of the office that it belongs to and what is done there."""

    unit: Unit
    field: str
    work: str  # kantor, sekolah, klinik, rumah_sakit


class City:
    """Builds the tree, parents first."""

    def __init__(self, name: str) -> None:
        self.agency = key("instansi", name)
        self.places: dict[str, Place] = {}
        self.root = self._add("", f"Pemerintah {name}", "", "00", "umum")
        self._secretariat()
        self._council()
        self._inspectorate()
        for office, field in words.OFFICES:
            self._office(office, field)
        self._districts()
        self._clinics_and_schools()

    def units(self) -> dict[str, Unit]:
        """The tree as the importer wants it, without leaders: they are set when people are placed."""
        return {siasn_id: place.unit for siasn_id, place in self.places.items()}

    def by_name(self, name: str) -> Place:
        return next(place for place in self.places.values() if place.unit.name == name)

    def _add(self, parent: str, name: str, head: str, echelon: str, field: str, work: str = "kantor") -> str:
        siasn_id = key("unor", parent, name)
        unit = Unit(siasn_id, parent, name, head, echelon, "", self.agency)
        self.places[siasn_id] = Place(unit, field, work)
        return siasn_id

    def _secretariat(self) -> None:
        top = self._add(self.root, "Sekretariat Daerah", "Sekretaris Daerah", "21", "umum")
        for assistant, parts in zip(words.ASSISTANTS, words.SECRETARIAT_PARTS, strict=True):
            title = f"Asisten {assistant}"
            chief = self._add(top, title, title, "22", "umum")
            for part in parts:
                name = f"Bagian {part}"
                section = self._add(chief, name, f"Kepala {name}", "31", "umum")
                for topic in ("Perencanaan", "Pelaksanaan"):
                    below = f"Subbagian {topic} {part}"
                    self._add(section, below, f"Kepala {below}", "41", "umum")

    def _council(self) -> None:
        top = self._add(self.root, "Sekretariat DPRD", "Sekretaris DPRD", "22", "umum")
        for part in ("Umum dan Keuangan", "Persidangan"):
            name = f"Bagian {part}"
            section = self._add(top, name, f"Kepala {name}", "31", "umum")
            self._add(section, f"Subbagian {part}", f"Kepala Subbagian {part}", "41", "umum")

    def _inspectorate(self) -> None:
        top = self._add(self.root, "Inspektorat", "Inspektur", "22", "keuangan")
        self._add(top, "Sekretariat Inspektorat", "Sekretaris Inspektorat", "31", "keuangan")
        for number in ("I", "II", "III"):
            self._add(top, f"Inspektur Pembantu {number}", f"Inspektur Pembantu {number}", "31", "keuangan")

    def _office(self, name: str, field: str) -> None:
        head = {"Satuan": "Kepala Satuan", "Badan": "Kepala Badan"}.get(name.split(maxsplit=1)[0], "Kepala Dinas")
        top = self._add(self.root, name, f"{head} {name.split(' ', 1)[1]}", "22", field)
        office = self._add(top, f"Sekretariat {name}", f"Sekretaris {name}", "31", field)
        for part in ("Umum dan Kepegawaian", "Keuangan dan Perencanaan"):
            self._add(office, f"Subbagian {part} {name}", f"Kepala Subbagian {part} {name}", "41", field)
        for division in words.DIVISIONS[field]:
            below = f"Bidang {division}"
            self._add(top, f"{below} {name}", f"Kepala {below} {name}", "32", field)

    def _districts(self) -> None:
        wards = iter(words.WARDS)
        for district, count in zip(words.DISTRICTS, (4, 3, 1, 2), strict=True):
            name = f"Kecamatan {district}"
            top = self._add(self.root, name, f"Camat {district}", "31", "umum")
            self._add(top, f"Sekretariat {name}", f"Sekretaris {name}", "32", "umum")
            for section in ("Pemerintahan", "Pemberdayaan Masyarakat", "Ketenteraman dan Ketertiban"):
                self._add(top, f"Seksi {section} {name}", f"Kepala Seksi {section} {name}", "41", "umum")
            for ward in (next(wards) for _ in range(count)):
                self._add(top, f"Kelurahan {ward}", f"Lurah {ward}", "41", "umum")

    def _clinics_and_schools(self) -> None:
        health = self.by_name("Dinas Kesehatan dan Keluarga Berencana").unit.siasn_id
        for clinic in words.CLINICS:
            self._add(health, f"Puskesmas {clinic}", "", "99", "kesehatan", "klinik")
        self._add(health, "Rumah Sakit Umum Daerah", "", "99", "kesehatan", "rumah_sakit")
        education = self.by_name("Dinas Pendidikan").unit.siasn_id
        for number in range(1, SCHOOLS + 1):
            self._add(education, f"SD Negeri {number:02}", "", "99", "sekolah", "sekolah")
        for number in range(1, JUNIOR_SCHOOLS + 1):
            self._add(education, f"SMP Negeri {number}", "", "99", "sekolah", "sekolah")
