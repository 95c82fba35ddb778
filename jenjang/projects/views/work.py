"""Persetujuan, tugas, dan kontribusi: what heads answer, what the team does, what it counts for."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed
from django.urls import reverse
from django.views.decorators.http import require_safe

from jenjang.accounts.access import requires
from jenjang.kernel import clock
from jenjang.projects import consents, contributions, presenters, queries, tasks
from jenjang.projects.forms import ChangeTaskForm, ConfirmForm, ConsentForm, MoveForm, TaskForm, TellForm
from jenjang.projects.permissions import TAKE_PART
from jenjang.projects.states import CONSENT
from jenjang.projects.views.charters import show
from jenjang.ui import paging
from jenjang.ui.answering import answered, found_or_404, tapped, user_of
from jenjang.ui.page import render_page


@requires(TAKE_PART)
@require_safe
def all_consents(request: HttpRequest) -> HttpResponse:
    """Persetujuan yang menunggu jawaban."""
    sheet = paging.sheet(request, queries.consents_for(user_of(request)), 30)
    names = queries.names([one.membership.employee_id for one in sheet.rows])
    rows = [(one, names[one.membership.employee_id]) for one in sheet.rows]
    return render_page(request, "projects/consents.html", {"sheet": sheet, "rows": rows})


@requires(TAKE_PART)
def consent(request: HttpRequest, pk: int) -> HttpResponse:
    """Satu permintaan: who, for what, how much time, beside which other teams; agree or refuse with a reason."""
    user = user_of(request)
    found = found_or_404(queries.consent(user, pk))
    membership = found.membership
    names = queries.names([membership.employee_id, membership.project.lead_id])
    form = ConsentForm(request.POST or None)
    context = {
        "consent": found, "membership": membership, "project": membership.project, "name": names[membership.employee_id],
        "lead": names[membership.project.lead_id], "others": queries.other_shares(membership),
        "state": presenters.tag_of(found.state, CONSENT.labels), "is_open": found.state == "diminta",
    }  # fmt: skip

    def act() -> None:
        given = form.cleaned_data
        agreed = given["answer"] == "setuju"
        consents.decide(consent=found, agreed=agreed, by=user, on=clock.today(), reason=given["reason"])

    return answered(request, form, "projects/consent.html", context, act, then=reverse("projects:consents"))


# tasks


@requires(TAKE_PART)
def add_task(request: HttpRequest, pk: int) -> HttpResponse:
    """Menambah tugas."""
    user = user_of(request)
    found = found_or_404(queries.works_in(user, pk))
    if request.method != "POST":
        return HttpResponseNotAllowed(["POST"])
    form = TaskForm(request.POST, people=queries.assignees(found))

    def act() -> None:
        given = form.cleaned_data
        tasks.add(
            project=found,
            text=given["text"],
            assignee=queries.of_project(found, given["assignee"]),
            due=given["due"],
            by=user,
        )

    return tapped(form, act, f"{found.get_absolute_url()}#tugas", lambda bad: show(request, pk, bad, form))


@requires(TAKE_PART)
def change_task(request: HttpRequest, pk: int) -> HttpResponse:
    """Mengubah satu tugas."""
    user = user_of(request)
    found = found_or_404(queries.task_in_team(user, pk))
    initial = {"text": found.text, "assignee": found.assignee_id, "due": found.due, "state": found.state}
    form = ChangeTaskForm(request.POST or None, people=queries.assignees(found.project), initial=initial)

    def act() -> None:
        given = form.cleaned_data
        assignee = queries.of_project(found.project, given["assignee"])
        tasks.change(task=found, text=given["text"], assignee=assignee, due=given["due"], state=given["state"], by=user)

    url = f"{found.project.get_absolute_url()}#tugas"
    return answered(request, form, "projects/task.html", {"task": found, "project": found.project}, act, then=url)


@requires(TAKE_PART)
def move_task(request: HttpRequest, pk: int) -> HttpResponse:
    """Memindah tugas ke lajur lain."""
    user = user_of(request)
    found = found_or_404(queries.task_in_team(user, pk))
    if request.method != "POST":
        return HttpResponseNotAllowed(["POST"])
    form = MoveForm(request.POST)
    return tapped(
        form,
        lambda: tasks.move(task=found, state=form.cleaned_data["state"], by=user),
        f"{found.project.get_absolute_url()}#tugas",
        lambda bad: show(request, found.project_id, bad),
    )


# contributions


@requires(TAKE_PART)
def tell(request: HttpRequest, pk: int) -> HttpResponse:
    """Menulis kontribusi sendiri."""
    user = user_of(request)
    found = found_or_404(queries.member_of(user, pk))
    back = next((one for one in queries.sent_back(user) if one.membership_id == found.pk), None)
    form = TellForm(request.POST or None, initial={"text": back.text if back else ""})
    context = {
        "project": found.project, "membership": found, "reason": queries.reason_of(back) if back else "",
    }  # fmt: skip
    return answered(
        request, form, "projects/tell.html", context,
        lambda: contributions.write(membership=found, text=form.cleaned_data["text"], by=user, on=clock.today()),
        then=f"{found.project.get_absolute_url()}#kontribusi",
    )  # fmt: skip


@requires(TAKE_PART)
def contribution(request: HttpRequest, pk: int) -> HttpResponse:
    """Konfirmasi atau kembalikan satu kontribusi."""
    user = user_of(request)
    found = found_or_404(queries.contribution(user, pk))
    project = found.membership.project
    form = ConfirmForm(request.POST or None)

    def act() -> None:
        if form.cleaned_data["answer"] == "ya":
            contributions.confirm(contribution=found, by=user, on=clock.today())
        else:
            contributions.send_back(contribution=found, by=user, reason=form.cleaned_data["reason"])

    context = {
        "contribution": found, "membership": found.membership, "project": project, "is_open": found.state == "diajukan",
        "name": queries.names([found.membership.employee_id])[found.membership.employee_id],
    }  # fmt: skip
    return answered(
        request, form, "projects/contribution.html", context, act, then=f"{project.get_absolute_url()}#kontribusi"
    )
