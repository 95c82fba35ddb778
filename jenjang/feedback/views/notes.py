"""Umpan balik: read, write with a hint, answer, ask; what a leader reads of the team."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from jenjang.accounts.access import requires
from jenjang.accounts.queries import law_for
from jenjang.feedback import notes, presenters, queries_notes
from jenjang.feedback.forms import AnswerForm, AskForm, FindForm, GiveForm
from jenjang.feedback.hints import hints_for
from jenjang.feedback.models import Feedback
from jenjang.feedback.people import Voice, near, team_of
from jenjang.feedback.permissions import OWN
from jenjang.feedback.values import values_of, values_on
from jenjang.feedback.views.common import checked, personal, voice_or_404, whole
from jenjang.kernel import clock
from jenjang.performance.mentionable import results_to_mention
from jenjang.personnel import colleagues
from jenjang.personnel.colleagues import Colleague
from jenjang.ui.answering import answered, found_or_404, tapped, user_of
from jenjang.ui.forms import Form
from jenjang.ui.page import posted, render_page
from jenjang.ui.paging import sheet
from jenjang.ui.parts import Chip

if TYPE_CHECKING:
    from django.db.models import QuerySet

PER_PAGE = 20
PARTS = (("diterima", "Diterima"), ("diberikan", "Saya tulis"), ("diminta", "Saya minta"))


@requires(OWN)
@require_safe
@personal
def own(request: HttpRequest) -> HttpResponse:
    """Umpan balik saya: whom to write to, what waits, what was written."""
    voice, today = voice_or_404(request), clock.today()
    part = next((code for code, _ in PARTS if code == request.GET.get("bagian")), PARTS[0][0])
    found, law = near(voice, today), law_for(voice.user, today)
    context = {
        "chips": [Chip(label, f"?bagian={code}", code == part) for code, label in PARTS], "part": part,
        "near": presenters.taps(found), "find": FindForm(), "leads": bool(found.team), "has_leader": found.leader,
        **_listed(request, voice, part),
        "smallest": law["kinerja.umpan_balik.kelompok_terkecil"].value,
    }  # fmt: skip
    return render_page(request, "feedback/own.html", context)


def _listed(request: HttpRequest, voice: Voice, part: str) -> dict[str, Any]:
    """What waits, and one part of what was written or asked; the names of everybody in one query."""
    today = clock.today()
    values = values_of(law_for(voice.user, today))
    asked = list(queries_notes.waiting_requests(voice, today)) if voice.key else []
    page = sheet(request, _rows(voice, part), PER_PAGE)
    names = queries_notes.names_of([*(one.employee_id for one in asked), *(key for one in page for key in one.people)])
    found = {"page": page, "waiting": presenters.request_lines(asked, names, values, mine=False)}
    if part == "diminta":
        return {**found, "requests": presenters.request_lines(page, names, values, mine=True)}
    return {**found, "notes": presenters.note_lines(page, names, values, with_reader=part == "diberikan")}


def _rows(voice: Voice, part: str) -> QuerySet[Any]:
    asks = {"diterima": queries_notes.received, "diberikan": queries_notes.given, "diminta": queries_notes.own_requests}
    return asks[part](voice)


@requires(OWN)
@require_safe
@personal
def find(request: HttpRequest) -> HttpResponse:
    """Mencari rekan by name, to write to."""
    voice = voice_or_404(request)
    form = FindForm(request.GET)
    words = form.cleaned_data["q"] if form.is_valid() else ""
    people = [presenters.tap(one) for one in colleagues.find(words) if one.key != voice.key]
    return render_page(request, "feedback/find.html", {"form": form, "people": people, "words": words})


@requires(OWN)
@require_http_methods(["GET", "HEAD", "POST"])
def write(request: HttpRequest, pk: int) -> HttpResponse:
    """Menulis umpan balik kepada seorang rekan, with a hint while it is written."""
    voice, person = voice_or_404(request), found_or_404(colleagues.colleague(pk))
    asked = queries_notes.request_to(voice, whole(request.GET.get("permintaan", "")))
    asked = asked if asked and asked.employee_id == person.key else None
    form = GiveForm(
        posted(request), values=values_on(clock.today()), results=_results(voice, person, asked),
        hint_url=reverse("feedback:hint"), initial={"about": _about_of(asked)},
    )  # fmt: skip
    context: dict[str, Any] = {"person": presenters.tap(person), "asked": asked, "is_own": person.key == voice.key}
    if request.method == "POST":
        context["hints"] = hints_for(request.POST.get("text", ""), request.POST.get("next_step", ""))
    if "periksa" in request.POST:
        return checked(request, form, "feedback/write.html", context)

    def act() -> Feedback:
        today = clock.today()
        return notes.give(writer=voice, reader=person, request=asked, on=today, **form.facts())

    return answered(request, form, "feedback/write.html", context, act, lambda made: _sent(request, made))


def _sent(request: HttpRequest, made: Feedback) -> str:
    messages.success(request, "Umpan balik terkirim.")
    return made.get_absolute_url()


@requires(OWN)
@require_POST
def hint(request: HttpRequest) -> HttpResponse:
    """Saran while somebody writes; nothing of it is kept."""
    voice_or_404(request)
    text, step = request.POST.get("text", ""), request.POST.get("next_step", "")
    return render_page(request, "feedback/_hints.html", {"hints": hints_for(text[:1000], step[:500])})


@requires(OWN)
@require_safe
def note(request: HttpRequest, pk: int) -> HttpResponse:
    """Satu umpan balik: its reader answers, its writer may withdraw it."""
    voice = voice_or_404(request)
    return _note_page(request, voice, found_or_404(queries_notes.note_for(voice, pk, clock.today())), AnswerForm())


def _note_page(
    request: HttpRequest, voice: Voice, found: Feedback, form: Form, *, refused: bool = False
) -> HttpResponse:
    names = queries_notes.names_of([found.author_id, found.employee_id])
    is_writer = found.by_id == voice.user.pk
    context = {
        "note": presenters.note_line(found, names, values_on(clock.today()), with_reader=True), "form": form,
        "is_reader": found.employee_id == voice.key, "is_writer": is_writer, "withdrawn": found.withdrawn_at,
        "why_not": [reason] if is_writer and (reason := notes.why_not_withdrawn(found, voice, clock.today())) else [],
        "person": found.employee_id,
    }  # fmt: skip
    return render_page(request, "feedback/note.html", context, status=422 if refused else 200)


@requires(OWN)
@require_POST
def answer(request: HttpRequest, pk: int) -> HttpResponse:
    """Menjawab umpan balik."""
    voice, found = _received_or_404(request, pk)
    form = AnswerForm(request.POST)
    return tapped(
        form, lambda: notes.answer(note=found, text=form.cleaned_data["text"], by=voice), found.get_absolute_url(),
        lambda form: _note_page(request, voice, found, form, refused=True),
    )  # fmt: skip


@requires(OWN)
@require_POST
def thank(request: HttpRequest, pk: int) -> HttpResponse:
    """Berterima kasih atas umpan balik."""
    voice, found = _received_or_404(request, pk)
    return tapped(
        Form(request.POST), lambda: notes.answer(note=found, text="", by=voice), found.get_absolute_url(),
        lambda form: _note_page(request, voice, found, form, refused=True),
    )  # fmt: skip


@requires(OWN)
@require_POST
def withdraw(request: HttpRequest, pk: int) -> HttpResponse:
    """Menarik umpan balik sendiri."""
    voice = voice_or_404(request)
    found = queries_notes.note_for(voice, pk, clock.today())
    found = found_or_404(found if found and found.by_id == voice.user.pk else None)
    return tapped(
        Form(request.POST), lambda: notes.withdraw(note=found, by=voice, on=clock.today()),
        reverse("feedback:own") + "?bagian=diberikan", lambda form: _note_page(request, voice, found, form, refused=True),
    )  # fmt: skip


def _received_or_404(request: HttpRequest, pk: int) -> tuple[Voice, Feedback]:
    voice = voice_or_404(request)
    found = queries_notes.note_for(voice, pk, clock.today())
    return voice, found_or_404(found if found and found.employee_id == voice.key else None)


@requires(OWN)
@require_http_methods(["GET", "HEAD", "POST"])
@personal
def ask(request: HttpRequest) -> HttpResponse:
    """Meminta umpan balik dari orang dekat, or from somebody found by name."""
    voice, today = voice_or_404(request), clock.today()
    if voice.person is None:
        return render_page(request, "personnel/no_record.html")
    people = {one.key: one for one in near(voice, today).everybody}
    key = whole(request.GET.get("orang", ""))
    found = colleagues.colleague(key) if key else None
    people |= {found.key: found} if found and found.key != voice.key else {}
    form = AskForm(
        posted(request), people=[(one.key, f"{one.name}, {one.title}") for one in people.values()],
        values=values_on(today), results=results_to_mention(voice.person.key, user_of(request), today),
        initial={"people": [found.key] if found else []},
    )  # fmt: skip

    def act() -> Any:
        asked = [people[key] for key in form.cleaned_data["people"]]
        return notes.ask(asker=voice, asked=asked, on=today, **form.facts())

    context = {"has_people": bool(people), "find": FindForm()}
    return answered(request, form, "feedback/ask.html", context, act, reverse("feedback:own") + "?bagian=diminta")


@requires(OWN)
@require_POST
def decline(request: HttpRequest, pk: int) -> HttpResponse:
    """Melewati permintaan."""
    voice = voice_or_404(request)
    found = found_or_404(queries_notes.request_to(voice, pk))
    here = reverse("feedback:own")
    return tapped(Form(request.POST), lambda: notes.decline(request=found, by=voice), here, lambda form: redirect(here))


@requires(OWN)
@require_POST
def cancel(request: HttpRequest, pk: int) -> HttpResponse:
    """Membatalkan permintaan sendiri."""
    voice = voice_or_404(request)
    found = found_or_404(queries_notes.own_request(voice, pk))
    here = reverse("feedback:own") + "?bagian=diminta"
    return tapped(Form(request.POST), lambda: notes.cancel(request=found, by=voice), here, lambda form: redirect(here))


@requires(OWN)
@require_safe
@personal
def team(request: HttpRequest) -> HttpResponse:
    """Umpan balik dalam tim: what those whom one leads have received."""
    voice, today = voice_or_404(request), clock.today()
    people = team_of(voice, today)
    chosen = next((one for one in people if one.key == whole(request.GET.get("orang", ""))), None)
    page = sheet(request, queries_notes.of_team(voice, today, chosen.key if chosen else None), PER_PAGE)
    names = queries_notes.names_of(key for one in page for key in one.people)
    values = values_on(today)
    context = {
        "people": people, "chosen": chosen, "page": page,
        "notes": presenters.note_lines(page, names, values, with_reader=True),
        "lots": presenters.lot_lines(queries_notes.lots_of(voice), values) if people and voice.key else [],
    }  # fmt: skip
    return render_page(request, "feedback/team.html", context)


def _results(voice: Voice, person: Colleague, asked: Any) -> list[tuple[int, str]]:
    known = results_to_mention(person.key, voice.user, clock.today())
    if asked is not None and asked.result_id and asked.result_id not in dict(known):
        known.append((asked.result_id, asked.result.text))
    return known


def _about_of(asked: Any) -> str:
    if asked is None:
        return ""
    return f"hasil:{asked.result_id}" if asked.result_id else f"nilai:{asked.value}" if asked.value else ""
