"""Bagian berkas lowongan: its parts as links, each with how far it is, for whoever may open it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from django.urls import reverse

from jenjang.accounts.queries import user_can
from jenjang.selection import permissions as may
from jenjang.selection import queries
from jenjang.selection.dossier import Standing, is_open_selection, standing_of, standings_of
from jenjang.selection.models import Vacancy
from jenjang.selection.next_steps import Next, Scene, next_step
from jenjang.selection.states import VACANCY

if TYPE_CHECKING:
    from jenjang.accounts.models import User

ORDER = tuple(VACANCY.labels)
ENDED = ("dibatalkan", "tidak_terisi")
MOST_FOLLOWED = 30
EDITED = ("rancangan", "diumumkan", "diperingkat")


@dataclass(frozen=True, slots=True)
class Door:
    """Satu bagian: done, now or next; `words` say how far."""

    key: str
    label: str
    url: str
    state: str
    words: str
    current: bool


@dataclass(frozen=True, slots=True)
class File:
    """Berkas satu lowongan bagi satu orang."""

    standing: Standing
    doors: tuple[Door, ...]
    next: Next
    is_home: bool
    may_end: bool
    may_return: bool


def file_of(vacancy: Vacancy, user: User, on: date, current: str) -> File:
    """The parts that this person may open and the next step, in one query."""
    standing = standing_of(vacancy, user)
    scene = Scene(vacancy, standing, partial(user_can, user), on)
    found = (
        Door(key, label, url, state, words, key == current)
        for key, label, url, state, words in _doors(scene)
        if url
    )  # fmt: skip
    ends = standing.state not in (*ENDED, "ditetapkan", "dilantik") and user_can(user, may.VACANCY_END)
    return File(standing, tuple(found), next_step(scene), current == "peringkat", ends, _returns(scene))


def running(user: User, on: date) -> list[tuple[Vacancy, Standing, Next]]:
    """Vacancies that still move, the newest first, each with its next step as this person may take it."""
    found = list(queries.visible_to(user).exclude(state__in=(*ENDED, "dilantik")).order_by("-pk")[:MOST_FOLLOWED])
    standings = standings_of(found, user)
    allows = partial(user_can, user)
    return [(one, standings[one.pk], next_step(Scene(one, standings[one.pk], allows, on))) for one in found]


def _returns(scene: Scene) -> bool:
    """Whether the three names may be taken back here: by the team that named them, or by who is to propose them."""
    now = scene.standing
    mine = now.is_member or scene.allows(may.PROPOSE)
    return now.state == "tiga_nama" and mine and scene.allows(may.NAMES_RETURN)


def _doors(scene: Scene) -> list[tuple[str, str, str, str, str]]:
    now = scene.standing
    applied = is_open_selection(scene.vacancy)
    criteria = scene.door(may.VACANCY_VIEW, "terms") if now.versions else ""
    if now.state in EDITED:
        criteria = scene.door(may.VACANCY_OPEN, "criteria") or criteria
    panel = scene.door(may.PANEL_VIEW, "panel")
    marking = scene.door(may.ASSESS, "work") if now.is_member else ""
    willing = "" if applied or not now.asked else scene.door(may.VACANCY_VIEW, "willing")
    willing = willing or ("" if applied or now.run is None else scene.door(may.WILLINGNESS_ASK, "ask"))
    objections = f"{reverse('selection:objections')}?lowongan={scene.vacancy.number}" if now.run else ""
    objections = objections if scene.allows(may.OBJECTION_ANSWER) else ""
    public = reverse("transparency:vacancy", args=[scene.vacancy.number]) if now.versions else ""
    ranking = ("peringkat", "Peringkat", scene.door(may.VACANCY_VIEW, "vacancy"), *_ranking(now))
    return [
        ("kriteria", "Kriteria", criteria, *_criteria(now)),
        ("pelamar", "Pelamar", scene.door(may.APPLICATION_CHECK, "applicants") if applied else "", *_applicants(now)),
        *([] if applied else [ranking]),
        ("kesediaan", "Kesediaan", willing, *_willing(now)),
        ("penilai", "Penilai dan nilai", panel, *_panel(now)),
        ("menilai", "Lembar nilai saya", marking, *_marking(now)),
        *([ranking] if applied else []),
        ("putusan", "Putusan", scene.door(may.VACANCY_VIEW, "decision"), *_decision(now)),
        ("keberatan", "Keberatan", objections, *_objections(now)),
        ("umum", "Halaman publik", public, "done", "tanpa nilai"),
    ]  # fmt: skip


def _reached(now: Standing, state: str) -> bool:
    return now.state not in ENDED and ORDER.index(now.state) >= ORDER.index(state)


def _criteria(now: Standing) -> tuple[str, str]:
    return ("done", f"versi {now.versions}") if now.versions else ("now", "rancangan")


def _applicants(now: Standing) -> tuple[str, str]:
    state = "done" if now.candidates else "now" if now.state == "diumumkan" else "next"
    return state, f"{now.applied} melamar, {now.passed} MS" if now.applied else "belum ada"


def _ranking(now: Standing) -> tuple[str, str]:
    if now.run is None:
        return ("now" if now.state == "diumumkan" else "next"), "belum dihitung"
    return "done", f"{now.eligible} memenuhi syarat"


def _willing(now: Standing) -> tuple[str, str]:
    if not now.asked:
        return ("now" if now.state == "diperingkat" else "next"), "belum ditanya"
    done = now.answered == now.asked or now.candidates
    return ("done" if done else "now"), f"{now.answered} dari {now.asked} menjawab"


def _panel(now: Standing) -> tuple[str, str]:
    if not now.members:
        return "next", "belum dibentuk"
    if now.merged and (now.state != "dinilai" or now.sheets >= now.sheets_due):
        return "done", "nilai digabung"
    if now.state == "dinilai":
        return "now", f"{now.sheets} dari {now.sheets_due} terkunci"
    return "next", f"{now.members} anggota"


def _marking(now: Standing) -> tuple[str, str]:
    if now.has_locked:
        return "done", "terkunci"
    return ("now", "menunggu Anda") if now.state == "dinilai" else ("next", "belum dimulai")


def _decision(now: Standing) -> tuple[str, str]:
    words = {
        "tiga_nama": "tiga nama diajukan", "diusulkan": "menunggu putusan", "ditetapkan": "ditetapkan",
        "dilantik": "dilantik",
    }  # fmt: skip
    state = "done" if _reached(now, "ditetapkan") else "now" if _reached(now, "tiga_nama") else "next"
    return state, words.get(now.state, "belum ada")


def _objections(now: Standing) -> tuple[str, str]:
    return ("now", f"{now.objections} menunggu") if now.objections else ("next", "tidak ada")
