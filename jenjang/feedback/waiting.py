"""Yang menunggu dalam umpan balik: a request to answer, forms of a round, objections, the pulse; for officers, what is due."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

from django.db.models import Exists
from django.urls import reverse

from jenjang.accounts.queries import once, user_can
from jenjang.accounts.todo import Item, Next
from jenjang.feedback import pulses, queries_notes, queries_pulse, queries_rounds
from jenjang.feedback.people import Voice, voice_of
from jenjang.feedback.permissions import MANAGE, OWN
from jenjang.feedback.rounds import Phase, phase_of
from jenjang.ui import formats

if TYPE_CHECKING:
    from django.db.models import QuerySet

    from jenjang.accounts.models import User
    from jenjang.feedback.models import Round


def _speaks(user: User, day: date) -> Voice | None:
    return voice_of(user) if user_can(user, OWN, day) else None


def requests(user: User, day: date) -> Iterator[Item]:
    """Permintaan umpan balik yang menunggu jawaban."""
    voice = _speaks(user, day)
    waiting = list(queries_notes.waiting_requests(voice, day)) if voice is not None and voice.key else []
    if not waiting:
        return
    names = queries_notes.names_of(one.employee_id for one in waiting)
    who = ", ".join(dict.fromkeys(names[one.employee_id] for one in waiting if one.employee_id in names))
    title = "Jawab permintaan umpan balik" if len(waiting) == 1 else f"Jawab {len(waiting)} permintaan umpan balik"
    yield Item(title, who, reverse("feedback:own"), "Tulis", waiting[0].due)


def forms(user: User, day: date) -> Iterator[Item]:
    """Isian 360° yang belum dikirim."""
    voice, round = _speaks(user, day), _running_round(user)
    if voice is None or round is None or phase_of(round, day) is not Phase.FILLING:
        return
    left = queries_rounds.waiting_forms(round, voice)
    if left:
        title = f"Nilai {formats.whole(left)} orang dalam umpan balik 360°"
        yield Item(title, "Tujuh nilai, tanpa nama Anda.", reverse("feedback:round"), "Nilai", round.fill_until)


def objections(user: User, day: date) -> Iterator[Item]:
    """Sanggahan atas penilai 360° yang menunggu putusan."""
    voice = _speaks(user, day)
    found = queries_rounds.objections_for(voice, day) if voice is not None else []
    if found:
        title = f"Putus {formats.whole(len(found))} sanggahan atas penilai 360°"
        yield Item(title, "Dari anggota tim Anda.", reverse("feedback:objections"), "Putus", found[0].round.fill_until)


def pulse(user: User, day: date) -> Iterator[Item]:
    """Denyut yang belum diisi, as the gate says."""
    voice = _speaks(user, day)
    running = queries_pulse.running(day) if voice is not None and pulses.is_in_a_unit(voice) else None
    if voice is not None and running is not None:
        text = "Lima pertanyaan tentang suasana kerja, tanpa nama."
        yield Item("Isi denyut triwulan ini", text, reverse("feedback:fill_pulse"), "Isi", running.closes_on)


def for_officers(user: User, day: date) -> Iterator[Item]:
    """Putaran yang dapat dihitung, dan denyut triwulan ini yang belum dibuka di kota yang biasa membukanya."""
    if not user_can(user, MANAGE, day):
        return
    round = _running_round(user)
    if round is not None and round.state != "disiapkan" and phase_of(round, day) is Phase.OVER:
        yield Item(
            f"Hitung hasil 360° tahun {round.year}", "Masa mengisi selesai.", reverse("feedback:rounds"), "Hitung"
        )
    newest = queries_pulse.pulses().first()
    quarter = (day.year, pulses.quarter_number(day))
    if newest is not None and (newest.year, newest.quarter) < quarter:
        text = f"Yang terakhir {newest}."
        yield Item(
            "Buka denyut triwulan ini", text, reverse("feedback:pulses"), "Buka", pulses.last_day_of_quarter(day)
        )


def coming(user: User, day: date) -> Iterator[Next]:
    """Hari terakhir menyanggah penilai 360°, for everybody who is rated."""
    round = _running_round(user)
    if round is None or phase_of(round, day) is not Phase.OBJECTING:
        return
    voice = voice_of(user) if user_can(user, OWN, day) else None
    if voice is not None and voice.key and queries_rounds.raters_of(round, voice.key):
        text = "Sesudah hari ini penilai Anda mulai mengisi."
        yield Next(round.object_until, "Masa sanggah penilai 360° berakhir", text, url=reverse("feedback:round"))


def _running_round(user: User) -> Round | None:
    return once(user, "umpan_balik.putaran", queries_rounds.running)


def _of_officers(user: User, day: date) -> Sequence[QuerySet[Any]]:
    if not user_can(user, MANAGE, day):
        return ()
    this_quarter = queries_pulse.pulses().filter(year=day.year, quarter=pulses.quarter_number(day))
    return (queries_rounds.running_rounds(), queries_pulse.pulses().filter(~Exists(this_quarter.order_by())))


def while_a_round_runs(user: User, day: date) -> Sequence[QuerySet[Any]]:
    return (queries_rounds.running_rounds(),)


GATES = {
    requests: lambda user, day: (queries_notes.requests_of(user, day),),
    forms: while_a_round_runs,
    objections: lambda user, day: (queries_rounds.open_objections(),),
    pulse: lambda user, day: (queries_pulse.unanswered_by(user, day),),
    for_officers: _of_officers,
}
"""Each provider with the rows without which it has nothing to say."""
