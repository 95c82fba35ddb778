"""Penilai, from the officer's side: forming, beginning, ties to settle, stand-ins, who has locked; no mark before merging."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect

from jenjang.accounts.access import requires
from jenjang.accounts.queries import holders_of, user_can
from jenjang.accounts.roles import Role
from jenjang.kernel import clock
from jenjang.selection import candidates, naming, panels, queries_panel, standins, ties
from jenjang.selection.bench import name_of, place_of
from jenjang.selection.forms_panel import PanelForm, ReplaceForm, ReserveForm, RulingForm
from jenjang.selection.models import Method, Vacancy
from jenjang.selection.permissions import PANEL_FORM, PANEL_VIEW
from jenjang.selection.presenters_panel import relation_words, stage_label
from jenjang.selection.queries_panel import PanelView
from jenjang.selection.views.common import answered, in_file, vacancy_or_404
from jenjang.ui.answering import user_of
from jenjang.ui.forms import Form
from jenjang.ui.page import posted, render_page

if TYPE_CHECKING:
    from jenjang.accounts.models import User


@requires(PANEL_VIEW)
def panel(request: HttpRequest, number: str) -> HttpResponse:
    """Siapa menilai lowongan ini, siapa mundur, siapa sudah mengunci."""
    vacancy = vacancy_or_404(request, number)
    today = clock.today()
    found = queries_panel.panel_of(vacancy, today)
    may_form = user_can(user_of(request), PANEL_FORM)
    context: dict[str, Any] = {
        **in_file(request, vacancy, "penilai"),
        "found": found,
        "may_form": may_form,
        "state": vacancy.state,
    }
    if context["state"] in ("diumumkan", "diperingkat") and not (found and found.bench.candidates):
        context["beginning"] = candidates.beginning_findings(vacancy, today, examined=False)
    if found:
        context |= _seen(found)
    return render_page(request, "selection/panel/panel.html", context)


@requires(PANEL_FORM)
def form(request: HttpRequest, number: str) -> HttpResponse:
    """Bentuk penilai dengan SK."""
    vacancy = vacancy_or_404(request, number)
    filled = PanelForm(posted(request))
    return answered(
        request, filled, "selection/panel/form.html", {**in_file(request, vacancy, "penilai"), "body": panels.body_of(vacancy).label, "known": _known(vacancy), "done": "Penilai dibentuk."},
        lambda: panels.form_panel(
            vacancy=vacancy, decree_number=filled.cleaned_data["decree_number"], by=user_of(request), on=clock.today(),
            decree_date=filled.cleaned_data["decree_date"], people=naming.people(filled.named()),
        ),
        then=redirect("selection:panel", number).url,
    )  # fmt: skip


def _known(vacancy: Vacancy) -> list[User]:
    """Who holds the role that assesses such a vacancy: offered while a name is typed."""
    role = Role.PANEL if vacancy.method == Method.OPEN else Role.BOARD
    return sorted(holders_of(role, clock.today()), key=lambda user: user.name)


@requires(PANEL_FORM)
def begin(request: HttpRequest, number: str) -> HttpResponse:
    """Mulai penilaian: numbers are drawn and all relations computed."""
    vacancy = vacancy_or_404(request, number)
    decision = candidates.beginning_findings(vacancy, clock.today())
    return answered(
        request, Form(posted(request)), "selection/panel/begin.html", {**in_file(request, vacancy, "penilai"), "decision": decision, "done": "Penilaian dimulai; nomor undian sudah diambil."},
        lambda: candidates.begin_assessment(vacancy=vacancy, by=user_of(request), on=clock.today()),
        then=redirect("selection:panel", number).url,
    )  # fmt: skip


@requires(PANEL_FORM)
def rule(request: HttpRequest, number: str, pk: int) -> HttpResponse:
    """Tegaskan hubungan yang mungkin."""
    vacancy = vacancy_or_404(request, number)
    tie = queries_panel.tie_of(vacancy, pk)
    if tie is None:
        raise Http404
    filled = RulingForm(posted(request))
    context = {**in_file(request, vacancy, "penilai"), "tie": tie, "name": name_of(tie.candidate)}
    return answered(
        request, filled, "selection/panel/rule.html", context,
        lambda: ties.rule_tie(
            tie=tie, holds=filled.cleaned_data["holds"] == "ya", reason=filled.cleaned_data["reason"],
            by=user_of(request), on=clock.today(),
        ),
        then=redirect("selection:panel", number).url,
    )  # fmt: skip


@requires(PANEL_FORM)
def reserve(request: HttpRequest, number: str) -> HttpResponse:
    """Tambah anggota cadangan."""
    vacancy, found = _formed(request, number)
    filled = ReserveForm(posted(request))
    return answered(
        request, filled, "selection/panel/reserve.html", {**in_file(request, vacancy, "penilai"), "found": found, "known": _known(vacancy)},
        lambda: ties.add_reserve(
            panel=found.panel, person=naming.person(filled.cleaned_data["login"], "cadangan"), by=user_of(request),
            on=clock.today(),
        ),
        then=redirect("selection:panel", number).url,
    )  # fmt: skip


@requires(PANEL_FORM)
def replace(request: HttpRequest, number: str) -> HttpResponse:
    """Ganti anggota yang berhalangan."""
    vacancy, found = _formed(request, number)
    members = {one.pk: one for one in found.bench.members}
    filled = ReplaceForm(posted(request), members=found.bench.members)
    return answered(
        request, filled, "selection/panel/replace.html", {**in_file(request, vacancy, "penilai"), "found": found},
        lambda: standins.replace(
            member=members[filled.cleaned_data["member"]], replaced_by=members[filled.cleaned_data["replaced_by"]],
            reason=filled.cleaned_data["reason"], by=user_of(request),
        ),
        then=redirect("selection:panel", number).url,
    )  # fmt: skip


def _formed(request: HttpRequest, number: str) -> tuple[Any, PanelView]:
    vacancy = vacancy_or_404(request, number)
    found = queries_panel.panel_of(vacancy, clock.today())
    if found is None:
        raise Http404
    return vacancy, found


def _seen(found: PanelView) -> dict[str, Any]:
    """The panel as a table: members, candidates with their markers, ties in words, stages."""
    bench = found.bench
    members = [
        (one, len(bench.marked_by(one)), one.pk in bench.declared,
         [(stage_label(stage), not now.waits_for(one)) for stage, now in found.rounds.items()] if bench.marked_by(one) else [])
        for one in bench.members
    ]  # fmt: skip
    names = {one.pk: name_of(one) for one in bench.candidates}
    scores: dict[int, list[Any]] = {}
    for merged in found.merged:
        scores.setdefault(merged.candidate_id, []).append((stage_label(merged.component), merged.score))
    people = [
        (one, names[one.pk], place_of(one), len(bench.markers(one)), scores.get(one.pk, [])) for one in bench.candidates
    ]
    relations = [
        (tie, names.get(tie.candidate_id, ""), relation_words(tie.relation, tie.degree), getattr(tie, "ruling", None))
        for tie in found.ties
    ]
    declared = [(bench, one, names.get(one.candidate_id or 0, "")) for one in found.interests.values()]
    return {
        "members": members, "people": people, "relations": relations, "quorum": bench.quorum, "short": found.short_of_quorum,
        "declared": [(one, name) for _, one, name in declared], "with_marks": bool(found.merged),
    }  # fmt: skip
