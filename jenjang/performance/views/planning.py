"""Kinerja saya dan SKP: a person's year, one SKP as a page, and the steps that it takes."""

from __future__ import annotations

from functools import partial
from http import HTTPStatus
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from jenjang.accounts.access import requires
from jenjang.kernel import clock
from jenjang.kernel.queries import law_on
from jenjang.law.errors import Refused
from jenjang.performance import (
    agreeing,
    panels,
    presenters_copying,
    presenters_planning,
    presenters_rating,
    presenters_year,
    queries_planning,
    skps,
)
from jenjang.performance.content import read
from jenjang.performance.forms_planning import AppraiserForm, NoteForm, ReasonForm, SeenForm, YearForm
from jenjang.performance.models import SKP
from jenjang.performance.permissions import OWN, YEAR_MANAGE
from jenjang.performance.views.common import saying
from jenjang.personnel.queries import current_by_nip
from jenjang.ui.answering import answered, found_or_404, tapped, user_of
from jenjang.ui.forms import Form
from jenjang.ui.page import posted, render_page

NOTE_ID = "catatan_%s"


@requires(OWN)
@require_safe
def own(request: HttpRequest) -> HttpResponse:
    """Kinerja saya: the year at a glance, what is next, every part one tap away."""
    return _own_page(request, Form())


@requires(OWN)
@require_POST
def start(request: HttpRequest) -> HttpResponse:
    """Mulai SKP untuk jabatan yang dipangku, with one tap."""
    form = YearForm(request.POST)
    if form.is_valid():
        years = queries_planning.known_years()
        year = queries_planning.chosen_year(years, str(form.cleaned_data["tahun"]), clock.today())
        person = found_or_404(queries_planning.own_year(user_of(request), None, years).employee)
        try:
            return redirect(skps.start(employee=person, year=found_or_404(year), by=user_of(request), on=clock.today()))
        except Refused as refusal:
            form.add_decision(refusal.decision)
    return _own_page(request, form, status=HTTPStatus.UNPROCESSABLE_ENTITY)


def _own_page(request: HttpRequest, form: Form, status: int = HTTPStatus.OK) -> HttpResponse:
    user, today = user_of(request), clock.today()
    years = queries_planning.known_years()
    year = queries_planning.chosen_year(years, request.GET.get("tahun", ""), today)
    if year is None and request.GET.get("tahun"):
        raise Http404
    found, law = queries_planning.own_year(user, year, years), law_on(today)
    context = {
        "found": found,
        "form": form,
        "chips": presenters_year.year_chips(years, year),
        "step": presenters_year.step_of_year(found, law, today),
        "cards": [presenters_year.card_of(one) for one in found.skps],
        "line": presenters_year.periods_line(found, law, today),
        "panels": panels.of_year(found.employee, year, user, today) if found.employee and year else [],
    }
    return render_page(request, "performance/planning/own.html", context, status=status)


@requires(OWN)
@require_safe
def skp(request: HttpRequest, pk: int) -> HttpResponse:
    """SKP sebagai halaman."""
    return skp_page(request, skp_or_404(request, pk))


@requires(OWN)
@require_safe
def version(request: HttpRequest, pk: int, number: int) -> HttpResponse:
    """Satu versi SKP yang ditetapkan, as it was sealed, with what it changed."""
    found = skp_or_404(request, pk)
    sealed, changes = found_or_404(queries_planning.version_of(found, number))
    content = read(sealed.content)
    context = {
        "skp": found,
        "version": sealed,
        "changes": changes,
        "sealed": presenters_copying.sealed_of(content, queries_planning.names_in(content), law_on(sealed.agreed_on)),
    }
    return render_page(request, "performance/planning/version.html", context)


@requires(OWN)
@require_POST
def submit(request: HttpRequest, pk: int) -> HttpResponse:
    """Ajukan."""
    found = party_or_404(request, pk)
    act = partial(skps.submit, on=clock.today())
    return _step(request, found, Form(request.POST), act, "SKP diajukan.")


@requires(OWN)
@require_POST
def take_back(request: HttpRequest, pk: int) -> HttpResponse:
    """Tarik kembali yang sudah diajukan, by its owner."""
    found = party_or_404(request, pk)
    act = partial(skps.send_back, reason="Ditarik kembali oleh pegawai untuk diperbaiki.")
    return _step(request, found, Form(request.POST), act, "SKP ditarik kembali.")


@requires(OWN)
@require_POST
def agree(request: HttpRequest, pk: int) -> HttpResponse:
    """Tetapkan apa yang sudah dibaca."""
    found, form = party_or_404(request, pk), SeenForm(request.POST)
    act = lambda **who: skps.agree(on=clock.today(), seen=form.cleaned_data["dibaca"], **who)  # noqa: E731
    return _step(request, found, form, act, "SKP ditetapkan dan disegel.")


@requires(OWN)
@require_POST
def note(request: HttpRequest, pk: int) -> HttpResponse:
    """Tulis catatan dialog."""
    found, form = party_or_404(request, pk), NoteForm(request.POST, auto_id=NOTE_ID)
    refused = lambda form: skp_page(request, found, note_form=form, form=form)  # noqa: E731
    act = lambda: agreeing.write_note(skp=found, text=form.cleaned_data["text"], by=user_of(request))  # noqa: E731
    return tapped(form, saying(request, "Catatan terkirim.", act), f"{found.get_absolute_url()}#dialog", refused)


@requires(OWN)
def send_back(request: HttpRequest, pk: int) -> HttpResponse:
    """Kembalikan dengan alasan."""
    return _with_reason(
        request, pk, "Kembalikan SKP", "Kembalikan", skps.send_back, "SKP dikembalikan dengan alasannya."
    )


@requires(OWN)
def change(request: HttpRequest, pk: int) -> HttpResponse:
    """Mulai perubahan SKP yang sudah ditetapkan."""
    return _with_reason(
        request,
        pk,
        "Ubah SKP",
        "Mulai perubahan",
        skps.begin_change,
        "Perubahan dimulai; versi yang ditetapkan tetap berlaku.",
    )


@requires(OWN)
def discard(request: HttpRequest, pk: int) -> HttpResponse:
    """Batalkan rancangan."""
    return _with_reason(
        request, pk, "Batalkan rancangan SKP", "Batalkan rancangan", skps.discard, "Rancangan dibatalkan.", danger=True
    )


@requires(YEAR_MANAGE)
def appraiser(request: HttpRequest, pk: int) -> HttpResponse:
    """Ganti pejabat penilai satu SKP, with a reason."""
    found, form = skp_or_404(request, pk), AppraiserForm(posted(request))
    context = {
        "skp": found,
        "owner": presenters_rating.name_of(found.employee),
        "now": presenters_rating.appraiser_name(found),
        "done": "Pejabat penilai diganti; semua yang bersangkutan diberi tahu.",
    }
    return answered(
        request, form, "performance/planning/appraiser.html", context, lambda: _change_appraiser(request, found, form),
        then=found.get_absolute_url(),
    )  # fmt: skip


def _change_appraiser(request: HttpRequest, found: SKP, form: AppraiserForm) -> None:
    person = current_by_nip(form.cleaned_data["nip"])
    if person is None or not person.active:
        raise skps.refused("Tidak ada pegawai aktif dengan NIP ini.", code="nip")
    reason = form.cleaned_data["reason"]
    skps.change_appraiser(skp=found, appraiser=person.employee, by=user_of(request), reason=reason)


def skp_or_404(request: HttpRequest, pk: int) -> SKP:
    """The SKP, or the same answer for none and for one that the user may not read."""
    found: SKP = found_or_404(queries_planning.skp_for(user_of(request), pk))
    return found


def skp_page(request: HttpRequest, found: SKP, **given: Any) -> HttpResponse:
    """The page of an SKP; `form` says why a tap on it was refused, `note_form` holds a note that was not taken."""
    user, today = user_of(request), clock.today()
    reading, law = queries_planning.reading_of(found, user, today), law_on(today)
    is_open = reading.is_owner and skps.is_open_for_writing(found) and found.year.state == "berjalan"
    context = {
        "skp": found,
        "reading": reading,
        "owner": presenters_rating.name_of(found.employee),
        "state": presenters_planning.state_of(found),
        "facts": presenters_planning.head_facts(found),
        "step": presenters_planning.step_of(reading, law),
        "actions": presenters_planning.actions_of(reading),
        "main": presenters_planning.lines_of(reading, "utama"),
        "additional": presenters_planning.lines_of(reading, "tambahan"),
        "values": presenters_planning.value_lines(reading, agreeing.values_of(law)),
        "annexes": presenters_planning.annex_lines(reading),
        "way": presenters_planning.way_of(reading),
        "may_write": is_open,
        "may_expect": reading.appraises and found.state in ("rancangan", "perubahan", "diajukan"),
        "note_form": NoteForm(auto_id=NOTE_ID),
        "panels": panels.of_skp(found, user, today),
        **given,
    }
    status = HTTPStatus.UNPROCESSABLE_ENTITY if given else HTTPStatus.OK
    return render_page(request, "performance/planning/skp.html", context, status=status)


def _step(request: HttpRequest, found: SKP, form: Form, act: Any, words: str) -> HttpResponse:
    """One tap that moves an SKP on; refused, the page says why."""
    refused = lambda form: skp_page(request, found, form=form)  # noqa: E731
    acts = saying(request, words, lambda: act(skp=found, by=user_of(request)))
    return tapped(form, acts, found.get_absolute_url(), refused)


def party_or_404(request: HttpRequest, pk: int) -> SKP:
    """The SKP, for the two whose agreement it is."""
    found = skp_or_404(request, pk)
    return found if queries_planning.party_of(found, user_of(request)) else found_or_404(None)


def _with_reason(
    request: HttpRequest, pk: int, title: str, verb: str, act: Any, done: str, *, danger: bool = False
) -> HttpResponse:  # fmt: skip
    found, form = party_or_404(request, pk), ReasonForm(posted(request))
    context = {
        "skp": found,
        "title": title,
        "verb": verb,
        "danger": danger,
        "done": done,
        "owner": presenters_rating.name_of(found.employee),
    }
    return answered(
        request, form, "performance/planning/reason.html", context,
        lambda: act(skp=found, by=user_of(request), reason=form.cleaned_data["reason"]),
        then=f"{reverse('performance:own')}?tahun={found.year.year}" if danger else found.get_absolute_url(),
    )  # fmt: skip
