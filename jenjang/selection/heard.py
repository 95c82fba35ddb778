"""Siapa sudah ditanya: nobody above the three names is passed over in silence, and whoever is willing is marked first."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from jenjang.law.decisions import Finding
from jenjang.selection.candidates import willing
from jenjang.selection.models import Candidate, Method, Run, WillingnessRequest

CITES = ("pp-11-2017#198",)


@dataclass(frozen=True, slots=True)
class Heard:
    """Yang berperingkat di atas nama terakhir: how many were never asked, still may answer, or said yes and are not marked."""

    unasked: int
    waiting: int
    joining: int

    @property
    def finding(self) -> Finding:
        """May the names go forward without them?"""
        asked = ("Di atas nama terakhir {} orang belum ditanya kesediaannya.", self.unasked)
        answered = ("Di atas nama terakhir {} orang masih ditunggu jawabannya.", self.waiting)
        joined = ("{} orang yang bersedia belum dinilai; lanjutkan penilaian.", self.joining)
        open_ends = [words for words in (asked, answered, joined) if words[1]]
        said = (
            open_ends[0]
            if open_ends
            else "Semua yang berperingkat di atasnya sudah ditanya, dan yang bersedia dinilai."
        )
        return Finding(not open_ends, said, CITES, "kesediaan")


def heard(run: Run, last: int | None, on: date) -> Heard:
    """Of those ranked before `last`, or of all the eligible when there are not three names yet."""
    vacancy = run.vacancy
    if vacancy.method != Method.BOARD:
        return Heard(0, 0, 0)
    requests = WillingnessRequest.objects.filter(vacancy=vacancy)
    above = run.entries.filter(rank__isnull=False, **({"rank__lt": last} if last else {}))
    silent = requests.filter(answers=None, answer_by__gte=on, employee__in=above.values("employee"))
    candidates = set(Candidate.objects.filter(vacancy=vacancy).values_list("employee_id", flat=True))
    return Heard(
        above.exclude(employee__in=requests.values("employee")).count(),
        silent.count(),
        sum(employee not in candidates for employee, _ in willing(vacancy, run)),
    )
