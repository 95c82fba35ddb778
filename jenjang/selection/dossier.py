"""Berkas lowongan: how far each part of one vacancy is, counted in a single query. What follows is in `next_steps.py`, the doors in `doors.py`."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache, partial
from typing import TYPE_CHECKING, Any

from django.db import connection

from jenjang.kernel import clock
from jenjang.selection.marking import stages_of
from jenjang.selection.models import Method, Vacancy
from jenjang.selection.panels import law_of_vacancy
from jenjang.selection.states import VACANCY

if TYPE_CHECKING:
    from jenjang.accounts.models import User


@dataclass(frozen=True, slots=True)
class Moved:
    """Satu perpindahan: into which state, on which day, and why."""

    state: str
    day: date
    reason: str


@dataclass(frozen=True, slots=True)
class Standing:
    """Kedudukan satu lowongan: what exists already and what is waited for."""

    moves: tuple[Moved, ...]
    versions: int
    run: int | None
    eligible: int
    asked: int
    answered: int
    willing: int
    unasked_until: date | None
    members: int
    is_member: bool
    own_sheets: int
    candidates: int
    sheets: int
    markers: int
    merged: int
    applied: int
    unchecked: int
    passed: int
    results: int
    outside: int
    shortlisted: int
    approved: int
    decrees: int
    objections: int
    announced_on: date | None
    ranked_on: date | None
    met_on: date | None
    inaugurated_on: date | None
    unasked: int
    joining: int
    planned: dict[str, date]
    count_stages: Callable[[], int]

    @property
    def stages(self) -> int:
        """Tahap yang dinilai; the law is asked only where somebody wants to know."""
        return self.count_stages()

    @property
    def sheets_due(self) -> int:
        """Lembar nilai that must be locked: one for each stage of each member who marks somebody."""
        return self.markers * self.stages

    @property
    def has_locked(self) -> bool:
        """Whether this person's own sheets are locked, those of all stages."""
        return self.own_sheets >= self.stages

    @property
    def awaits_marks(self) -> bool:
        """Whether this person's marks are what is waited for."""
        return self.state == "dinilai" and self.is_member and not self.has_locked

    @property
    def state(self) -> str:
        return self.moves[-1].state if self.moves else VACANCY.initial

    @property
    def days(self) -> dict[str, date]:
        """The day on which each step was last taken; where it was written down later, the day of the act itself."""
        acted = {
            "diumumkan": self.announced_on, "diperingkat": self.ranked_on, "tiga_nama": self.met_on,
            "dilantik": self.inaugurated_on,
        }  # fmt: skip
        return {move.state: acted.get(move.state) or move.day for move in self.moves}

    @property
    def due(self) -> date | None:
        """The day planned for the next step that has one."""
        order = tuple(VACANCY.labels)
        later = [state for state in order[order.index(self.state) + 1 :] if state in self.planned]
        return self.planned[later[0]] if later else None

    @property
    def reason(self) -> str:
        """Why the vacancy came to where it is, if somebody had to say so."""
        return self.moves[-1].reason if self.moves else ""


_QUERY = """
SELECT v.id, counted.* FROM selection_vacancy v CROSS JOIN LATERAL (
WITH own AS (SELECT id FROM selection_application WHERE vacancy_id = v.id),
applied AS (SELECT DISTINCT ON (t.application_id) t.to_state FROM selection_application_transition t
    JOIN own ON own.id = t.application_id ORDER BY t.application_id, t.sequence DESC),
standing AS (SELECT r.id, r.number, r.eligible, r."on" FROM selection_run r WHERE r.vacancy_id = v.id
    AND NOT EXISTS (SELECT FROM selection_runvoid v WHERE v.run_id = r.id)
    AND NOT EXISTS (SELECT FROM selection_run n WHERE n.supersedes_id = r.id) ORDER BY r.number DESC LIMIT 1),
asked AS (SELECT q.employee_id, q.answer_by, (SELECT w.willing FROM selection_willingness w WHERE w.request_id = q.id
    ORDER BY w.at DESC, w.id DESC LIMIT 1) AS willing FROM selection_willingnessrequest q WHERE q.vacancy_id = v.id),
members AS (SELECT m.id, m.user_id, m.seat FROM selection_panelmember m JOIN selection_panel p ON p.id = m.panel_id
    WHERE p.vacancy_id = v.id),
lots AS (SELECT c.id, c.employee_id, c.application_id FROM selection_candidate c WHERE c.vacancy_id = v.id AND NOT EXISTS
    (SELECT FROM selection_application_transition t WHERE t.application_id = c.application_id AND t.to_state = 'ditarik')),
sheets AS (SELECT s.id, m.user_id, EXISTS (SELECT FROM selection_mark k JOIN selection_mergedmark g
    ON g.candidate_id = k.candidate_id AND g.component = s.component WHERE k.sheet_id = s.id) AND EXISTS (SELECT FROM lots l
    WHERE NOT EXISTS (SELECT FROM selection_mergedmark g WHERE g.candidate_id = l.id AND g.component = s.component)) AS is_over
    FROM selection_marksheet s JOIN members m ON m.id = s.member_id),
pending AS (SELECT l.id FROM lots l WHERE NOT EXISTS (SELECT FROM selection_mergedmark g WHERE g.candidate_id = l.id)),
ranked AS (SELECT e.rank, e.employee_id FROM selection_runentry e
    WHERE e.run_id = (SELECT id FROM standing) AND e.rank IS NOT NULL AND EXISTS (SELECT FROM lots)
    AND e.employee_id IN (SELECT employee_id FROM lots UNION SELECT employee_id FROM asked)),
third AS (SELECT r.rank FROM ranked r JOIN lots l ON l.employee_id = r.employee_id
    WHERE NOT EXISTS (SELECT FROM asked a WHERE a.employee_id = r.employee_id AND NOT a.willing)
    ORDER BY r.rank OFFSET 2 LIMIT 1),
three AS (SELECT id, meeting_id FROM selection_shortlist WHERE vacancy_id = v.id ORDER BY at DESC, id DESC LIMIT 1)
SELECT
    (SELECT array_agg(t.to_state || E'\\t' || t.reason ORDER BY t.sequence) FROM selection_vacancy_transition t WHERE t.vacancy_id = v.id),
    (SELECT array_agg(t.at ORDER BY t.sequence) FROM selection_vacancy_transition t WHERE t.vacancy_id = v.id),
    (SELECT array_agg(state ORDER BY id) FROM selection_plannedstep WHERE vacancy_id = v.id),
    (SELECT array_agg(due_on ORDER BY id) FROM selection_plannedstep WHERE vacancy_id = v.id),
    (SELECT count(*) FROM selection_criteria WHERE vacancy_id = v.id),
    (SELECT number FROM standing), (SELECT coalesce(max(eligible), 0) FROM standing),
    (SELECT count(*) FROM asked), (SELECT count(willing) FROM asked), (SELECT count(*) FILTER (WHERE willing) FROM asked),
    (SELECT max(answer_by) FILTER (WHERE willing IS NULL) FROM asked),
    (SELECT count(*) FROM members WHERE seat <> 'cadangan'), EXISTS (SELECT FROM members WHERE user_id = %(user)s),
    (SELECT count(*) FROM sheets WHERE user_id = %(user)s AND NOT is_over),
    (SELECT count(*) FROM lots),
    (SELECT count(*) FROM sheets WHERE NOT is_over),
    (SELECT count(*) FROM members m WHERE EXISTS (SELECT FROM lots l WHERE NOT EXISTS
        (SELECT FROM selection_recusal r WHERE r.member_id = m.id AND r.candidate_id = l.id)
        AND (l.id IN (SELECT id FROM pending) OR NOT EXISTS (SELECT FROM pending)))
        AND (m.seat <> 'cadangan' OR EXISTS (SELECT FROM selection_recusal r JOIN lots l ON l.id = r.candidate_id))),
    (SELECT count(*) FROM selection_mergedmark g JOIN lots ON lots.id = g.candidate_id),
    (SELECT count(*) FROM applied WHERE to_state <> 'rancangan'), (SELECT count(*) FROM applied WHERE to_state = 'diajukan'),
    (SELECT count(*) FROM applied WHERE to_state = 'ms'),
    (SELECT count(DISTINCT s.component) FROM selection_stageresult s JOIN own ON own.id = s.application_id),
    (SELECT count(DISTINCT s.component) FROM selection_stageresult s JOIN own ON own.id = s.application_id
        WHERE s.component NOT IN (SELECT g.component FROM selection_mergedmark g JOIN lots ON lots.id = g.candidate_id)),
    (SELECT count(*) FROM selection_shortlistname n JOIN three ON three.id = n.shortlist_id),
    (SELECT count(DISTINCT a.candidate_id) FROM selection_technicalapproval a
        JOIN selection_shortlistname n ON n.candidate_id = a.candidate_id JOIN three ON three.id = n.shortlist_id),
    (SELECT count(*) FROM selection_decree WHERE vacancy_id = v.id AND kind IN ('keputusan', 'petikan')),
    (SELECT count(*) FROM selection_objection o JOIN selection_runentry e ON e.id = o.entry_id
        JOIN selection_run r ON r.id = e.run_id WHERE r.vacancy_id = v.id AND coalesce((SELECT t.to_state
        FROM selection_objection_transition t WHERE t.objection_id = o.id ORDER BY t.sequence DESC LIMIT 1), 'diajukan')
        IN ('diajukan', 'diperiksa')),
    (SELECT law_on FROM selection_criteria WHERE vacancy_id = v.id ORDER BY version DESC LIMIT 1),
    (SELECT "on" FROM standing), (SELECT m.held_on FROM selection_meeting m JOIN three ON three.meeting_id = m.id),
    (SELECT max(dated_on) FROM selection_decree WHERE vacancy_id = v.id AND kind = 'berita_acara_pelantikan'),
    (SELECT count(*) FROM selection_runentry e WHERE e.run_id = (SELECT id FROM standing) AND EXISTS (SELECT FROM lots)
        AND e.rank < coalesce((SELECT rank FROM third), %(lowest)s) AND e.employee_id NOT IN (SELECT employee_id FROM asked)),
    (SELECT count(*) FROM ranked r JOIN asked a ON a.employee_id = r.employee_id
        WHERE a.willing AND NOT EXISTS (SELECT FROM lots l WHERE l.employee_id = r.employee_id))
) counted WHERE v.id = ANY(%(vacancies)s)
"""


def standing_of(vacancy: Vacancy, user: User) -> Standing:
    """How far everything is, as it concerns this person too: whether a member, whether own sheets are locked."""
    return standings_of([vacancy], user)[vacancy.pk]


def standings_of(vacancies: Sequence[Vacancy], user: User) -> dict[int, Standing]:
    """The same for several vacancies, in one query; none for none."""
    if not vacancies:
        return {}
    with connection.cursor() as cursor:
        cursor.execute(
            _QUERY, {"vacancies": [vacancy.pk for vacancy in vacancies], "user": user.pk, "lowest": sys.maxsize}
        )
        rows = {row[0]: row[1:] for row in cursor.fetchall()}
    return {vacancy.pk: _standing(vacancy, *rows[vacancy.pk]) for vacancy in vacancies}


def _standing(vacancy: Vacancy, states: Any, moments: Any, planned: Any, due: Any, *counts: Any) -> Standing:
    moved = tuple(_moved(state, moment) for state, moment in zip(states or [], moments or [], strict=True))
    values: list[Any] = [*counts, dict(zip(planned or [], due or [], strict=True)), cache(partial(_stages, vacancy))]
    return Standing(moved, *values)


def _stages(vacancy: Vacancy) -> int:
    """How many sheets each member locks; the board's one needs no look at the law."""
    return len(stages_of(vacancy, law_of_vacancy(vacancy, clock.today()))) if is_open_selection(vacancy) else 1


def _moved(text: str, moment: datetime) -> Moved:
    state, _, reason = text.partition("\t")
    return Moved(state, clock.day_of(moment), reason)


def is_open_selection(vacancy: Vacancy) -> bool:
    """Whether people apply for it."""
    return vacancy.method == Method.OPEN
