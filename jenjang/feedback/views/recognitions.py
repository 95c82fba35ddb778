"""Apresiasi: the wall, a new one, joining, withdrawing, and what the personnel office hides."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from jenjang.accounts.access import requires
from jenjang.accounts.queries import user_can
from jenjang.feedback import presenters, queries_notes, queries_recognitions, recognitions
from jenjang.feedback.forms import FindForm, ReasonForm, RecogniseForm
from jenjang.feedback.people import voice_of
from jenjang.feedback.permissions import MANAGE, OWN, VIEW
from jenjang.feedback.values import values_on
from jenjang.feedback.views.common import voice_or_404, whole
from jenjang.kernel import clock
from jenjang.organization.queries import unit as unit_named
from jenjang.personnel import colleagues
from jenjang.ui.answering import answered, found_or_404, tapped, user_of
from jenjang.ui.forms import Form
from jenjang.ui.page import posted, render_page
from jenjang.ui.paging import sheet
from jenjang.ui.parts import Chip

PER_PAGE = 20


@requires(VIEW)
@require_safe
def wall(request: HttpRequest) -> HttpResponse:
    """Apresiasi of the agency, of a unit, or of a person; the newest first."""
    return _wall_page(request)


def _wall_page(request: HttpRequest, form: Form | None = None) -> HttpResponse:
    user, today = user_of(request), clock.today()
    unit = unit_named(whole(request.GET.get("unit", "")))
    person = colleagues.colleague(whole(request.GET.get("orang", "")))
    rows = queries_recognitions.wall(user, unit=unit.pk if unit else None, person=person.key if person else None)
    page = sheet(request, rows, PER_PAGE)
    names = queries_notes.names_of(key for one in page for key in (one.author_id, one.employee_id))
    context = {
        "page": page, "lines": presenters.recognition_lines(page, names, values_on(today), user.pk), "unit": unit,
        "person": person, "chips": _chips(request, unit, person), "may_hide": user_can(user, MANAGE),
        "may_give": user_can(user, OWN) and voice_of(user) is not None, "find": FindForm(), "form": form,
    }  # fmt: skip
    return render_page(request, "feedback/wall.html", context, status=422 if form else 200)


def _chips(request: HttpRequest, unit: Any, person: Any) -> list[Chip]:
    voice = voice_of(user_of(request))
    own = voice.person if voice else None
    found = [Chip("Seluruh instansi", "?", unit is None and person is None)]
    if own and own.unit:
        found.append(Chip("Unit saya", f"?unit={own.unit}", unit is not None and unit.pk == own.unit))
    if own:
        found.append(Chip("Untuk saya", f"?orang={own.key}", person is not None and person.key == own.key))
    return found


@requires(OWN)
@require_http_methods(["GET", "HEAD", "POST"])
def give(request: HttpRequest, pk: int) -> HttpResponse:
    """Memberi apresiasi kepada seorang rekan."""
    voice, person = voice_or_404(request), found_or_404(colleagues.colleague(pk))
    form = RecogniseForm(posted(request), values=values_on(clock.today()))
    context = {"person": presenters.tap(person), "is_own": person.key == voice.key}
    return answered(
        request, form, "feedback/recognise.html", context,
        lambda: recognitions.recognise(writer=voice, person=person, on=clock.today(), **form.cleaned_data),
        lambda made: reverse("feedback:wall") + f"?orang={made.employee_id}",
    )  # fmt: skip


@requires(OWN)
@require_POST
def thank(request: HttpRequest, pk: int) -> HttpResponse:
    """Ikut berterima kasih."""
    voice_or_404(request)
    found = found_or_404(queries_recognitions.recognition(pk))
    return tapped(
        Form(request.POST), lambda: recognitions.thank(recognition=found, by=user_of(request)),
        reverse("feedback:wall") + f"#apresiasi-{found.pk}", lambda form: _wall_page(request, form),
    )  # fmt: skip


@requires(OWN)
@require_POST
def withdraw(request: HttpRequest, pk: int) -> HttpResponse:
    """Menarik apresiasi sendiri."""
    voice = voice_or_404(request)
    found = queries_recognitions.recognition(pk)
    found = found_or_404(found if found and found.by_id == voice.user.pk else None)
    return tapped(
        Form(request.POST), lambda: recognitions.withdraw(recognition=found, by=voice, on=clock.today()),
        reverse("feedback:wall"), lambda form: _wall_page(request, form),
    )  # fmt: skip


@requires(MANAGE)
@require_http_methods(["GET", "HEAD", "POST"])
def hide(request: HttpRequest, pk: int) -> HttpResponse:
    """Menyembunyikan apresiasi yang tidak patut."""
    found = found_or_404(queries_recognitions.recognition(pk))
    form = ReasonForm(posted(request))
    names = queries_notes.names_of([found.employee_id])
    context = {"text": found.text, "who": names.get(found.employee_id, ""), "by": found.by.name}
    return answered(
        request, form, "feedback/hide.html", context,
        lambda: recognitions.hide(recognition=found, reason=form.cleaned_data["reason"], by=user_of(request)),
        reverse("feedback:wall"),
    )  # fmt: skip
