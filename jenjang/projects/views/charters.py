"""Tim: the list, one team with everything in it, its charter, its people, and its end."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseNotAllowed
from django.urls import reverse
from django.views.decorators.http import require_safe

from jenjang.accounts.access import requires
from jenjang.kernel import clock
from jenjang.performance.scopes import own_employee
from jenjang.personnel import colleagues
from jenjang.projects import charters, presenters, queries
from jenjang.projects.forms import CharterForm, FindForm, MemberForm, ReasonForm, TaskForm
from jenjang.projects.permissions import TAKE_PART
from jenjang.projects.states import PROJECT
from jenjang.ui import paging
from jenjang.ui.answering import answered, found_or_404, tapped, user_of
from jenjang.ui.forms import Form
from jenjang.ui.page import render_page


@requires(TAKE_PART)
@require_safe
def listing(request: HttpRequest) -> HttpResponse:
    """Tim kerja: one's own, or all that one may read."""
    user = user_of(request)
    others, state = queries.reads_beyond_own(user), request.GET.get("keadaan", "")
    state = state if state in PROJECT.labels else ""
    has_person = own_employee(user) is not None
    own = has_person and not (others and request.GET.get("lingkup") == "semua")
    sheet = paging.sheet(request, queries.projects_for(user, own=own, state=state), 30)
    context = {
        "rows": presenters.rows(sheet.rows, queries.names([one.lead_id for one in sheet.rows])), "sheet": sheet,
        "chips": presenters.chips(own, state), "scopes": presenters.scopes(own, state) if others and has_person else [], "own": own, "has_person": has_person,
        "state": state, "asked": queries.consents_for(user).count(),
    }  # fmt: skip
    return render_page(request, "projects/list.html", context)


@requires(TAKE_PART)
@require_safe
def project(request: HttpRequest, pk: int) -> HttpResponse:
    """Satu tim: charter, people with consents, tasks, contributions."""
    return show(request, pk, Form())


def show(request: HttpRequest, pk: int, form: Form, task_form: TaskForm | None = None) -> HttpResponse:
    """The page of a team, also when something on it was refused."""
    user, day = user_of(request), clock.today()
    found = found_or_404(queries.project(user, pk))
    inside, person = queries.inside(found), own_employee(user)
    own = person.pk if person else None
    leads, membership = found.lead_id == own, next((one for one in inside.members if one.employee_id == own), None)
    works = membership is not None and membership.state == "aktif" and found.state == "berjalan"
    people = [(one.pk, inside.names[one.employee_id]) for one in inside.members if one.state == "aktif"]
    context = {
        "form": form, "project": found, "state": presenters.state_of(found), "leads": leads, "works": works,
        "expected": queries.expected_of(found), "members": presenters.members(inside, own, leads),
        "board": presenters.board(inside, day), "told": presenters.told(inside),
        "task_form": (task_form or TaskForm(people=people)) if works else None,
        "may_tell": membership is not None and membership.state in ("aktif", "selesai"),
        "has_begun": found.state in ("berjalan", "selesai", "dihentikan"), "grows": found.state in ("rancangan", "menunggu", "berjalan"),
    }  # fmt: skip
    is_refused = bool(form.errors or form.objections or (task_form and task_form.errors))
    return render_page(request, "projects/project.html", context, status=422 if is_refused else 200)


@requires(TAKE_PART)
def new(request: HttpRequest) -> HttpResponse:
    """Menyusun tim."""
    user = user_of(request)
    if own_employee(user) is None:
        return _nobody(request)
    form = CharterForm(request.POST or None)
    return answered(request, form, "projects/charter.html", {}, lambda: charters.draft(charter=form.charter(), by=user))


def _nobody(request: HttpRequest) -> HttpResponse:
    """An account without a person leads no team, and says so."""
    if request.method == "POST":
        raise Http404
    return render_page(request, "projects/nobody.html")


@requires(TAKE_PART)
def change(request: HttpRequest, pk: int) -> HttpResponse:
    """Mengubah piagam yang masih rancangan."""
    found = found_or_404(queries.led(user_of(request), pk))
    lead, expected = queries.lead_of(found), queries.expected_of(found)
    form = CharterForm(request.POST or None, initial=presenters.initial_of(found, lead, expected))
    return answered(
        request, form, "projects/charter.html", {"project": found},
        lambda: charters.redraft(project=found, charter=form.charter(), by=user_of(request)),
    )  # fmt: skip


@requires(TAKE_PART)
def add_member(request: HttpRequest, pk: int) -> HttpResponse:
    """Mengusulkan anggota: found by name, then the part and the share."""
    user = user_of(request)
    found = found_or_404(queries.led(user, pk))
    asked = request.GET.get("pegawai", "")
    context: dict[str, Any] = {"project": found}
    if not asked:
        words = " ".join(request.GET.get("q", "").split())[:100].replace("\0", "")
        people = colleagues.find(words) if words else []
        found_form = FindForm(initial={"q": words})
        return render_page(
            request, "projects/find.html", {**context, "find": found_form, "words": words, "people": people}
        )
    person = found_or_404(colleagues.colleague(int(asked)) if asked.isdecimal() and len(asked) < 16 else None)
    form = MemberForm(request.POST or None)

    def act() -> object:
        given = form.cleaned_data
        return charters.add_member(project=found, employee=person.key, **given, by=user, on=clock.today())

    url = found.get_absolute_url()
    return answered(request, form, "projects/member.html", {**context, "person": person}, act, then=url)


@requires(TAKE_PART)
def drop_member(request: HttpRequest, pk: int) -> HttpResponse:
    """Mengeluarkan anggota atau keluar sendiri, with a reason."""
    user = user_of(request)
    found = found_or_404(queries.membership_to_drop(user, pk))
    form = ReasonForm(request.POST or None)
    name = queries.names([found.employee_id])[found.employee_id]
    context = {"project": found.project, "title": f"Akhiri keikutsertaan {name}", "verb": "Akhiri keikutsertaan"}
    return answered(
        request, form, "projects/reason.html", context,
        lambda: charters.drop_member(
            membership=found, by=user, on=clock.today(), reason=form.cleaned_data["reason"]
        ), then=found.project.get_absolute_url(),
    )  # fmt: skip


@requires(TAKE_PART)
def propose(request: HttpRequest, pk: int) -> HttpResponse:
    """Mengajukan tim."""
    return _tap(request, pk, charters.propose)


@requires(TAKE_PART)
def finish(request: HttpRequest, pk: int) -> HttpResponse:
    """Menyelesaikan tim."""
    return _tap(request, pk, charters.finish)


def _tap(request: HttpRequest, pk: int, act: Any) -> HttpResponse:
    user = user_of(request)
    found = found_or_404(queries.led(user, pk))
    if request.method != "POST":
        return HttpResponseNotAllowed(["POST"])
    return tapped(
        Form(request.POST), lambda: act(project=found, by=user, on=clock.today()), found.get_absolute_url(),
        lambda form: show(request, pk, form),
    )  # fmt: skip


@requires(TAKE_PART)
def stop(request: HttpRequest, pk: int) -> HttpResponse:
    """Menghentikan atau membatalkan tim."""
    user = user_of(request)
    found = found_or_404(queries.led(user, pk))
    form = ReasonForm(request.POST or None)
    verb = "Hentikan tim" if found.state == "berjalan" else "Batalkan tim"
    return answered(
        request, form, "projects/reason.html", {"project": found, "title": verb, "verb": verb},
        lambda: charters.stop(project=found, by=user, on=clock.today(), reason=form.cleaned_data["reason"]),
        then=reverse("projects:project", args=[pk]),
    )  # fmt: skip
