"""Permintaan perbaikan data: the person asks, another officer settles old against new."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase

from jenjang.accounts.access import requires, signed_in
from jenjang.accounts.queries import user_can
from jenjang.kernel import documents
from jenjang.personnel import presenters, queries, requests
from jenjang.personnel.forms import SettleForm, request_form
from jenjang.personnel.models import CorrectionRequest
from jenjang.personnel.permissions import CORRECTION_ASK, CORRECTION_SETTLE
from jenjang.personnel.views.common import answered, kind_or_404, person_or_404, record_or_404
from jenjang.ui.answering import user_of
from jenjang.ui.page import posted, render_page
from jenjang.ui.paging import sheet
from jenjang.ui.parts import Chip


@requires(CORRECTION_ASK)
def ask(request: HttpRequest, nip: str, kind: str, record: int) -> HttpResponse:
    """Ajukan perbaikan satu isian data sendiri."""
    person, chosen = person_or_404(request, nip), kind_or_404(kind)
    row = record_or_404(chosen, person, record)
    name = request.GET.get("isian") or chosen.fields[0]
    if person.user_id != user_of(request).pk or name not in chosen.fields:
        raise Http404
    form = request_form(kind, name)(posted(request), request.FILES or None)
    chips = [Chip(chosen.label_of(field), f"?isian={field}", field == name) for field in chosen.fields]
    context = {"person": person, "kind": chosen, "now": chosen.summary(row), "chips": chips,
               "label": chosen.label_of(name), "old": chosen.value_in_words(name, getattr(row, name)),
               "done": "Permintaan terkirim. Jawabannya diberitahukan kepada Anda, dan tampil di halaman ini."}  # fmt: skip

    def act() -> None:
        given = form.cleaned_data
        requests.ask(employee=person, kind=chosen, record=row, field=name, by=user_of(request), **given)

    return answered(request, form, "personnel/ask.html", context, act, person.get_absolute_url())


@requires(CORRECTION_SETTLE)
def waiting(request: HttpRequest) -> HttpResponse:
    """Permintaan perbaikan yang menunggu."""
    page = sheet(request, queries.waiting_requests(user_of(request)))
    return render_page(request, "personnel/requests.html", {"page": page, "lines": [_facts(item) for item in page]})


@requires(CORRECTION_SETTLE)
def settle(request: HttpRequest, pk: int) -> HttpResponse:
    """Putuskan: what stands there beside what should, with the evidence."""
    found = _request_or_404(request, pk)
    form = SettleForm(posted(request))

    def act() -> None:
        accept, reason = form.cleaned_data["putusan"] == "terima", form.cleaned_data["reason"]
        requests.settle(request=found, accept=accept, reason=reason, by=user_of(request))

    context = {"item": _facts(found), "done": "Permintaan diputus, dan pegawainya diberi tahu."}
    return answered(request, form, "personnel/settle.html", context, act, "/pegawai/perbaikan/")


@signed_in
def evidence(request: HttpRequest, pk: int) -> HttpResponseBase:
    """Bukti sebuah permintaan, for the person and those who settle."""
    found, user = _request_or_404(request, pk), user_of(request)
    if found.employee.user_id != user.pk and not user_can(user, CORRECTION_SETTLE):
        raise Http404
    return documents.send(found.evidence, inline=True)


def _request_or_404(request: HttpRequest, pk: int) -> CorrectionRequest:
    found = queries.request_for(user_of(request), pk)
    if found is None:
        raise Http404
    return found


def _facts(item: CorrectionRequest) -> dict[str, Any]:
    return presenters.request_facts(item)
