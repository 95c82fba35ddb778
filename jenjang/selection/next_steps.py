"""Langkah berikut: who must act on a vacancy now, what that is, and where it is done. From counts alone, no database."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

from django.urls import reverse

from jenjang.accounts.permissions import Permission
from jenjang.law.wording import long_date
from jenjang.selection import permissions as may
from jenjang.selection.dossier import Standing, is_open_selection
from jenjang.selection.models import Component, Vacancy
from jenjang.selection.states import VACANCY

if TYPE_CHECKING:
    from jenjang.law.decisions import Finding

OFFICER, SEKDA, HEAD = "Petugas BKPSDM", "Pejabat yang Berwenang", "Pejabat Pembina Kepegawaian"
STAGES = len(Component.choices)
Allows = Callable[[Permission], bool]


@dataclass(slots=True)
class Next:
    """Langkah berikut: its sentence, whose desk it lies on, and the door if this person may go through it."""

    title: str
    text: str = ""
    who: str = ""
    verb: str = ""
    url: str = ""
    posts: bool = False
    reasons: list[Finding | str] = field(default_factory=list)

    @property
    def is_mine(self) -> bool:
        return bool(self.url)


@dataclass(frozen=True, slots=True)
class Scene:
    """What the rules of the next step look at."""

    vacancy: Vacancy
    standing: Standing
    allows: Allows
    on: date

    def door(self, permission: Permission, name: str, *more: object) -> str:
        """The address, for whoever may open it; nothing for all others."""
        return reverse(f"selection:{name}", args=[self.vacancy.number, *more]) if self.allows(permission) else ""

    @property
    def board(self) -> str:
        return "Panitia seleksi" if is_open_selection(self.vacancy) else "Tim penilai"


def next_step(scene: Scene) -> Next:
    """What must happen now, in every state a vacancy can be in."""
    steps = {
        "rancangan": _draft, "diumumkan": _announced, "diperingkat": _ranked, "dinilai": _marked,
        "tiga_nama": _three_names, "diusulkan": _proposed, "ditetapkan": _decided, "dilantik": _inaugurated,
    }  # fmt: skip
    return steps.get(scene.standing.state, _ended)(scene)


def _draft(scene: Scene) -> Next:
    return Next(
        "Susun kriteria, lalu umumkan", "Sesudah diumumkan, kriteria disegel dan tampil bagi semua orang.", OFFICER,
        "Periksa lalu umumkan", scene.door(may.CRITERIA_PUBLISH, "publish"),
    )  # fmt: skip


def _announced(scene: Scene) -> Next:
    if is_open_selection(scene.vacancy):
        return _call(scene)
    text = "Semua pegawai aktif diperiksa sekaligus; setiap syarat yang belum terpenuhi disebut dengan pasalnya."
    return Next(
        "Hitung peringkat", text, OFFICER, "Hitung peringkat", scene.door(may.RANKING_RUN, "compute"), posts=True
    )


def _call(scene: Scene) -> Next:
    now, until = scene.standing, scene.vacancy.call_until
    if now.unchecked:
        text = f"{now.applied} melamar, {now.unchecked} berkas belum diperiksa."
        return Next("Periksa berkas pelamar", text, OFFICER, "Periksa berkas", scene.door(may.APPLICATION_CHECK, "applicants"))  # fmt: skip
    if not now.members:
        return _forming(scene, f"{now.applied} melamar, {now.passed} memenuhi syarat.")
    if until and scene.on <= until:
        return Next("Menunggu lamaran", f"Diterima sampai {long_date(until)}. {now.applied} sudah melamar.", "Pelamar")
    return _beginning(scene, f"Pengumuman berakhir; {now.passed} pelamar memenuhi syarat.")


def _ranked(scene: Scene) -> Next:
    now = scene.standing
    if now.candidates and not is_open_selection(scene.vacancy) and (step := _recounted(scene)):
        return step
    if now.candidates:
        url = scene.door(may.NAMES_FORWARD, "forward") if now.is_member else ""
        text = "Nilai sudah lengkap. Tim merapatkannya dan mengajukan tiga nama teratas."
        return Next("Rapatkan dan ajukan tiga nama", text, scene.board, "Catat rapat", url)
    if not now.asked:
        text = f"{now.eligible} orang memenuhi syarat. Yang teratas ditanya apakah bersedia dicalonkan."
        return Next("Tanyakan kesediaan", text, OFFICER, "Tanyakan kesediaan", scene.door(may.WILLINGNESS_ASK, "ask"))
    answered = f"{now.answered} dari {now.asked} sudah menjawab, {now.willing} bersedia."
    if not now.members:
        return _forming(scene, answered)
    step = _beginning(scene, answered)
    if not now.willing and step.is_mine:
        until = f" Ditunggu sampai {long_date(now.unasked_until)}." if now.unasked_until else ""
        step.reasons = [f"Belum ada calon yang menjawab bersedia.{until}"]
    return step


def _recounted(scene: Scene) -> Next | None:
    """After a recount of a board's ranking: who is asked, and who is marked, before names go forward."""
    now = scene.standing
    if now.unasked:
        text = f"Di atas nama terakhir {now.unasked} orang belum ditanya apakah bersedia dicalonkan."
        return Next("Tanyakan kesediaan", text, OFFICER, "Tanyakan kesediaan", scene.door(may.WILLINGNESS_ASK, "ask"))
    if not now.joining and now.merged >= now.candidates:
        return None
    text = "Ada calon yang belum dinilai semua penilai. Nilai yang sudah ditulis dan dikunci tetap berlaku."
    return Next("Lanjutkan penilaian", text, OFFICER, "Lanjutkan penilaian", scene.door(may.PANEL_FORM, "begin"))


def _forming(scene: Scene, text: str) -> Next:
    title = f"Bentuk {scene.board.lower()}"
    return Next(title, text, OFFICER, title, scene.door(may.PANEL_FORM, "form_panel"))


def _beginning(scene: Scene, text: str) -> Next:
    return Next("Mulai penilaian", text, OFFICER, "Mulai penilaian", scene.door(may.PANEL_FORM, "begin"))


def _marked(scene: Scene) -> Next:
    now = scene.standing
    text = f"{now.sheets} dari {now.sheets_due} lembar nilai sudah dikunci."
    if now.is_member and not now.has_locked:
        return Next("Nilai calon, lalu kunci lembar Anda", text, scene.board, "Nilai calon", scene.door(may.ASSESS, "work"))  # fmt: skip
    if is_open_selection(scene.vacancy) and now.results >= STAGES:
        return Next("Hitung peringkat", "Hasil semua tahap sudah ada.", OFFICER, "Hitung peringkat", scene.door(may.RANKING_RUN, "compute"), posts=True)  # fmt: skip
    if is_open_selection(scene.vacancy):
        text = f"{now.results} dari {STAGES} tahap ada hasilnya; {text}"
    waits_for_outside = is_open_selection(scene.vacancy) and now.outside < STAGES - now.stages
    if waits_for_outside and scene.allows(may.APPLICATION_CHECK):
        return Next("Catat hasil tahap dari lembaga penilai", text, OFFICER, "Buka pelamar", scene.door(may.APPLICATION_CHECK, "applicants"))  # fmt: skip
    return Next("Menunggu nilai", text, scene.board)


def _three_names(scene: Scene) -> Next:
    text = "Tiga nama menunggu usul kepada Pejabat Pembina Kepegawaian."
    return Next("Usulkan tiga nama", text, SEKDA, "Buka usulan", scene.door(may.PROPOSE, "decision"))


def _proposed(scene: Scene) -> Next:
    now = scene.standing
    if now.approved < now.shortlisted and (url := scene.door(may.APPROVAL_RECORD, "approval")):
        text = f"{now.approved} dari {now.shortlisted} calon sudah ada pertimbangannya; tanpa itu calon belum dapat ditetapkan."
        return Next("Catat pertimbangan teknis BKN", text, OFFICER, "Catat pertimbangan teknis", url)
    text = f"Pertimbangan teknis ada untuk {now.approved} dari {now.shortlisted} calon."
    return Next("Pilih satu dari tiga nama", text, HEAD, "Buka putusan", scene.door(may.DECIDE, "decision"))


def _decided(scene: Scene) -> Next:
    if not scene.standing.decrees:
        text = "Putusan sudah ada; keputusannya belum ditandatangani."
        return Next("Tandatangani keputusan", text, HEAD, "Buka putusan", scene.door(may.DECIDE, "decision"))
    text = "Tanggal pelantikan menjadi TMT, dan jabatan masuk riwayat dengan sendirinya."
    return Next("Catat sumpah dan pelantikan", text, OFFICER, "Catat pelantikan", scene.door(may.OATH_RECORD, "inaugurate"))  # fmt: skip


def _inaugurated(scene: Scene) -> Next:
    waiting = scene.standing.objections
    return Next("Selesai", f"{waiting} keberatan masih menunggu jawaban." if waiting else "Jabatan sudah terisi.")


def _ended(scene: Scene) -> Next:
    return Next(VACANCY.labels[scene.standing.state], scene.standing.reason)
