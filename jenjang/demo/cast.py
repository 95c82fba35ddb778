"""Pemeran peragaan: who among the invented people has an account, and with which role."""

import secrets
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import islice

from django.apps import apps

from jenjang.accounts import actions as accounts
from jenjang.accounts.roles import Role
from jenjang.demo.people import Person

SECRET_BYTES = 9
OFFICERS = 3
PERSONNEL_OFFICE = "Badan Kepegawaian dan Pengembangan SDM"
HEALTH_OFFICE = "Dinas Kesehatan dan Keluarga Berencana"
OUTSIDERS = (
    (
        "walikota",
        "Wali Kota (peragaan)",
        Role.APPOINTING_AUTHORITY,
        "Pejabat Pembina Kepegawaian: memilih satu dari tiga nama",
    ),
    ("pansel.ketua", "Prof. Rahmi Basri (rekaan)", Role.PANEL, "Ketua panitia seleksi, akademisi dari luar"),
    ("pansel.dua", "Dr. Hendri Koto (rekaan)", Role.PANEL, "Anggota panitia seleksi dari luar"),
    ("pansel.tiga", "Dra. Elvira Lubis (rekaan)", Role.PANEL, "Anggota panitia seleksi dari luar"),
)


@dataclass(frozen=True, slots=True)
class Part:
    """Satu pemeran: a person, the roles beside `pegawai`, and a sentence about what to try as this person."""

    person: Person
    roles: tuple[Role, ...]
    note: str
    scope: str = ""


def make(people: Sequence[Person], keys: dict[str, int], today: date) -> None:
    """Accounts for the cast, and their roles since the new year."""
    since = date(today.year, 1, 1)
    order = 0
    parts = list(_parts(people))
    employee = apps.get_model("personnel.Employee")
    for part in parts:
        secret = secrets.token_urlsafe(SECRET_BYTES)
        user = accounts.create_account(username=part.person.nip, name=part.person.name, password=secret)
        employee.objects.filter(pk=keys[part.person.nip]).update(user=user)
        for role in part.roles:
            accounts.grant_at_setup(user=user, role=role, since=since, scope_unit=part.scope)
        order += 1
        accounts.add_demo_account(
            user=user, role=(part.roles or (Role.EMPLOYEE,))[0], note=part.note, secret=secret, order=order
        )
    for username, name, role, note in OUTSIDERS:
        secret = secrets.token_urlsafe(SECRET_BYTES)
        user = accounts.create_account(username=username, name=name, password=secret)
        accounts.grant_at_setup(user=user, role=role, since=since)
        order += 1
        accounts.add_demo_account(user=user, role=role, note=note, secret=secret, order=order)


def players(people: Sequence[Person]) -> frozenset[str]:
    """NIP of everybody who plays."""
    return frozenset(part.person.nip for part in _parts(people))


def officers(people: Sequence[Person]) -> list[Person]:
    """The three officers of the personnel office who play."""
    found = (
        person
        for person in people
        if PERSONNEL_OFFICE in person.place.unit.name
        and person.title != person.place.unit.head_title
        and person.status == "P"
    )
    return list(islice(found, OFFICERS))


def _parts(people: Sequence[Person]) -> Iterator[Part]:
    """Everybody who plays; found by post, so that another seed finds others."""
    heads = {person.title: person for person in people if person.title == person.place.unit.head_title}
    first, second, third = officers(people)
    yield Part(first, (Role.PERSONNEL_OFFICER,), "Petugas BKPSDM: data, impor, lowongan")
    yield Part(second, (Role.PERSONNEL_OFFICER,), "Petugas BKPSDM kedua: menyetujui, menjawab keberatan")
    yield Part(third, (Role.PERSONNEL_OFFICER,), "Petugas BKPSDM ketiga; berkeberatan atas hasil evaluasinya")
    yield Part(
        heads["Sekretaris Daerah"], (Role.COMPETENT_OFFICER,), "Sekda, Pejabat yang Berwenang: mengusulkan tiga nama"
    )
    board = (
        f"Kepala {PERSONNEL_OFFICE}",
        "Asisten Administrasi Umum",
        "Asisten Pemerintahan dan Kesejahteraan Rakyat",
        "Asisten Perekonomian dan Pembangunan",
        "Inspektur",
    )
    titles = [title if title in heads else f"Kepala Badan {title.split('Kepala Badan ')[-1]}" for title in board]
    for title in titles:
        roles = (Role.BOARD, Role.PANEL) if title.startswith("Asisten") else (Role.BOARD,)
        yield Part(heads[title], roles, f"Tim Penilai Kinerja, {title}")
    yield Part(heads["Inspektur Pembantu I"], (Role.INSPECTORATE,), "Inspektorat: membaca semua, memeriksa segel")
    unit_office = (
        heads[f"Kepala Subbagian Umum dan Kepegawaian {HEALTH_OFFICE}"]
        if f"Kepala Subbagian Umum dan Kepegawaian {HEALTH_OFFICE}" in heads
        else heads[f"Sekretaris {HEALTH_OFFICE}"]
    )
    scope = next(place.place.unit.siasn_id for place in people if place.place.unit.name == HEALTH_OFFICE)
    yield Part(unit_office, (Role.UNIT_OFFICER,), "Petugas kepegawaian Dinas Kesehatan", scope)
    yield Part(heads["Camat Talawi"], (), "Camat, memimpin satu kecamatan; calon pada seleksi terbuka")
    nurse = next(person for person in people if person.place.unit.name == "Puskesmas Talawi")
    yield Part(nurse, (), f"{nurse.title} di Puskesmas Talawi")
    still = max(
        (person for person in people if person.kind in ("pelaksana", "fungsional") and person.status == "P"),
        key=lambda person: (-max(person.since, person.grade_since).toordinal(), person.nip),
    )
    yield Part(still, (), "Pegawai yang bertahun-tahun tidak berganti jabatan dan pangkat")
