"""Tim kerja kota peragaan: six teams across units, each somewhere else on its way, brought there by the real actions.

One is finished with contributions that went into the SKP, one waits for its heads, one has a consent whose clock ran out.
"""

from __future__ import annotations

import random
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.apps import apps

from jenjang.accounts import actions as accounts
from jenjang.accounts.models import User
from jenjang.accounts.queries import holders_of
from jenjang.accounts.roles import Role
from jenjang.demo.people import Person
from jenjang.kernel import clock
from jenjang.projects import charters, consents, contributions, tasks
from jenjang.projects.charters import Charter
from jenjang.projects.models import Consent, Membership, Project, TaskState

MEMBERS, SHARE = 3, 10


@dataclass(frozen=True, slots=True)
class Story:
    """Kisah satu tim: what it is for, when it began, and how far it has come."""

    title: str
    goal: str
    expected: tuple[tuple[str, str], ...]
    parts: tuple[str, ...]
    work: tuple[str, ...]
    began: int  # days ago
    state: str
    told: int = 0
    confirmed: int = 0
    crosses_agencies: bool = False


STORIES = (
    Story(
        "Satu Data Kota", "Data dasar kota terpadu dan terbuka untuk semua perangkat daerah.",
        (("Katalog data terbit", "60 kumpulan data"), ("Standar data dipakai", "semua perangkat daerah")),
        ("Memimpin penyusunan katalog", "Menyiapkan data penduduk", "Menyiapkan data layanan", "Merawat katalog"),
        ("Menyusun daftar kumpulan data", "Memeriksa data ganda", "Melatih wali data", "Menerbitkan katalog"), 90, "berjalan", 2, 1,
    ),
    Story(
        "Percepatan Penurunan Stunting", "Keluarga berisiko terdampingi sampai anak berumur dua tahun.",
        (("Keluarga berisiko terdampingi", "420 keluarga"),),
        ("Memimpin pendampingan keluarga", "Menghubungkan puskesmas dan nagari", "Menyusun peta keluarga berisiko", "Menyiapkan bahan penyuluhan"),
        ("Memetakan keluarga berisiko", "Kunjungan rumah tahap pertama", "Menyusun laporan akhir"), 240, "selesai", 3, 3, crosses_agencies=True,
    ),
    Story(
        "Siaga Banjir", "Peringatan dini dan tempat pengungsian siap sebelum musim hujan.",
        (("Rencana siaga disahkan", "1 dokumen"), ("Simulasi terlaksana", "4 kali")),
        ("Memimpin rencana siaga", "Menyiapkan jalur evakuasi", "Menyiapkan logistik", "Menyusun peta rawan"),
        ("Memeriksa pintu air", "Menyiapkan tempat pengungsian", "Simulasi kecamatan pertama"), 60, "berjalan", 1, 0,
    ),
    Story(
        "Mal Pelayanan Publik", "Warga mengurus izin dan surat di satu tempat.",
        (("Gerai layanan buka", "18 gerai"),),
        ("Memimpin penyiapan gerai", "Menyusun alur layanan", "Menyiapkan petugas gerai", "Menghubungkan antrean"), (), 1, "menunggu",
    ),
    Story(
        "Arsip Digital", "Arsip vital terselamatkan dan mudah ditemukan.",
        (("Arsip vital dialihmediakan", "12.000 berkas"),),
        ("Memimpin alih media", "Menata arsip kecamatan", "Memindai arsip", "Memeriksa mutu pindaian"), (), 16, "menunggu",
    ),
    Story(
        "Pekan Budaya", "Pekan budaya kota terselenggara bersama nagari dan desa.",
        (("Pekan budaya terselenggara", "1 kali"),),
        ("Memimpin persiapan", "Menyiapkan tempat", "Menghubungi sanggar", "Menyiapkan siaran"), (), 0, "rancangan",
    ),
)  # fmt: skip


def make(people: Sequence[Person], keys: Mapping[str, int], seed: int, today: date) -> None:
    """Six teams. Their people are drawn from offices; the same seed draws the same."""
    staff = [
        person for person in people
        if person.place.work == "kantor" and person.kind in ("pelaksana", "fungsional") and person.since < today - timedelta(days=300)
    ]  # fmt: skip
    random.Random(seed + 11).shuffle(staff)
    players = set(apps.get_model("personnel.Employee").objects.filter(user__isnull=False).values_list("pk", flat=True))
    staff.sort(key=lambda person: keys[person.nip] not in players)
    for place, story in enumerate(STORIES):
        team = _of_different_units(staff[place:], MEMBERS + 1)
        if len(team) > MEMBERS:
            _Team(story, [keys[person.nip] for person in team], today).make()
            staff = [person for person in staff if person not in team[1:]]


def _of_different_units(staff: Sequence[Person], count: int) -> list[Person]:
    found: dict[str, Person] = {}
    for person in staff:
        found.setdefault(person.place.unit.name, person)
        if len(found) == count:
            break
    return list(found.values())


class _Team:
    """Satu tim, from its draft to where its story stands today."""

    def __init__(self, story: Story, people: Sequence[int], today: date) -> None:
        self.story, self.people, self.today = story, people, today
        self.began = today - timedelta(days=story.began)
        self.lead = account_of(people[0])

    def make(self) -> None:
        with clock.frozen(self.began):
            project = self._draft()
            if self.story.state == "rancangan":
                return
            charters.propose(project=project, by=self.lead, on=self.began)
        if self.story.state == "menunggu":
            consents.escalate_lapsed(self.today)
            return
        self._agree(project)
        self._work(project)
        self._tell(project)
        if self.story.state == "selesai":
            charters.finish(project=project, by=self.lead, on=self.today - timedelta(days=20))

    def _draft(self) -> Project:
        story = self.story
        last = self.today - timedelta(days=20) if story.state == "selesai" else self.today + timedelta(days=120)
        charter = Charter(
            story.title, story.goal, self.began, last, story.crosses_agencies, story.expected, SHARE, story.parts[0]
        )
        project = charters.draft(charter=charter, by=self.lead)
        for person, part in zip(self.people[1:], story.parts[1:], strict=True):
            charters.add_member(project=project, employee=person, share=SHARE, part=part, by=self.lead, on=self.began)
        return project

    def _agree(self, project: Project) -> None:
        day = self.began + timedelta(days=3)
        with clock.frozen(day):
            for consent in Consent.objects.filter(membership__project=project, state="diminta"):
                by = account_of(consent.asked_of_id) if consent.asked_of_id else _mayor()
                consents.decide(consent=consent, agreed=True, by=by, on=day)
        project.refresh_from_db()

    def _work(self, project: Project) -> None:
        members = list(project.memberships.filter(state="aktif").order_by("pk"))
        done = len(self.story.work) if self.story.state == "selesai" else len(self.story.work) // 2
        for place, text in enumerate(self.story.work):
            due = self.began + timedelta(days=30 * (place + 1))
            task = tasks.add(project=project, text=text, assignee=members[place % len(members)], due=due, by=self.lead)
            state = TaskState.DONE if place < done else TaskState.DOING if place == done else TaskState.OPEN
            tasks.move(task=task, state=state, by=self.lead)

    def _tell(self, project: Project) -> None:
        members = list(project.memberships.filter(state="aktif", role="anggota").order_by("pk"))
        day = self.today - timedelta(days=25)
        for place, member in enumerate(members[: self.story.told]):
            with clock.frozen(day):
                self._tell_one(member, day, is_confirmed=place < self.story.confirmed)

    def _tell_one(self, member: Membership, day: date, *, is_confirmed: bool) -> None:
        text = f"{member.part}: bagian saya selesai dan sudah dipakai tim."
        told = contributions.write(membership=member, text=text, by=account_of(member.employee_id), on=day)
        if is_confirmed:
            contributions.confirm(contribution=told, by=self.lead, on=day)


def account_of(employee: int) -> User:
    """The account of an invented person; who plays no part gets one without a way in."""
    person: Any = apps.get_model("personnel.Employee").objects.select_related("user", "current").get(pk=employee)
    if person.user is None:
        user = accounts.create_account(username=person.nip, name=person.current.full_name)
        type(person).objects.filter(pk=employee).update(user=user)
        return user
    found: User = person.user
    return found


def _mayor() -> User:
    return next(iter(holders_of(Role.APPOINTING_AUTHORITY)))
