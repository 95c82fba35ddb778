"""Menyusun SKP: results with their measures, what they serve, their order; roles that are taken; what is copied."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_POST

from jenjang.accounts.access import requires
from jenjang.kernel import clock
from jenjang.kernel.queries import law_on
from jenjang.performance import (
    agreeing,
    copying,
    planning,
    presenters_copying,
    presenters_rating,
    queries_planning,
    skps,
)
from jenjang.performance.forms_planning import (
    AnnexForm,
    ApproachForm,
    CopyForm,
    ExpectationsForm,
    JoinForm,
    MoveForm,
    ResultForm,
)
from jenjang.performance.models import SKP, PlannedResult
from jenjang.performance.permissions import APPRAISE, OWN
from jenjang.performance.serving import leaders_results
from jenjang.performance.views.common import saying
from jenjang.performance.views.planning import skp_or_404, skp_page
from jenjang.ui.answering import answered, found_or_404, tapped, user_of
from jenjang.ui.forms import Form
from jenjang.ui.page import posted


@requires(OWN)
def add_result(request: HttpRequest, pk: int) -> HttpResponse:
    """Tambah rencana hasil kerja."""
    skp = own_or_404(request, pk)
    form = _result_form(request, skp, None)
    act = lambda: planning.add_result(skp=skp, draft=form.draft(), by=user_of(request), on=clock.today())  # noqa: E731
    return _edited(request, form, skp, {"title": "Tambah hasil kerja"}, act)


@requires(OWN)
def change_result(request: HttpRequest, pk: int) -> HttpResponse:
    """Ubah rencana hasil kerja dan indikatornya."""
    result = _own_result_or_404(request, pk)
    form = _result_form(request, result.skp, result)
    act = lambda: planning.change_result(result=result, draft=form.draft(), by=user_of(request))  # noqa: E731
    return _edited(request, form, result.skp, {"title": "Ubah hasil kerja", "result": result}, act)


def _edited(request: HttpRequest, form: ResultForm, skp: SKP, context: dict[str, Any], act: Any) -> HttpResponse:
    """The form of a result; "lanjut" keeps it open for further lines."""
    if not skps.is_open_for_writing(skp):
        return skp_page(request, skp, form=_closed(skp))

    def goes_on(made: PlannedResult) -> str:
        if "lanjut" in request.POST:
            return reverse("performance:change_result", args=[made.pk])
        return f"{skp.get_absolute_url()}#hasil"

    context = {"skp": skp, "done": "Hasil kerja tersimpan.", **context}
    return answered(request, form, "performance/planning/result.html", context, act, goes_on)


def _result_form(request: HttpRequest, skp: SKP, result: PlannedResult | None) -> ResultForm:
    measures = [planning.Measure(one.text, one.target, one.aspect) for one in result.indicators.all()] if result else []
    initial = {"kind": "utama"}
    if result:
        initial = {
            "text": result.text, "kind": result.kind, "parent": result.parent_id, "provisional": result.provisional,
            "unit_indicator": result.unit_indicator_id, "perspective": result.perspective,
        }  # fmt: skip
    leads = skps.leads(skp)
    return ResultForm(
        posted(request), measures=measures, aspects=planning.measured(skp), leads=leads, initial=initial,
        parents=[] if leads else list(leaders_results(skp)),
        indicators=list(planning.unit_indicators(skp)) if leads else [],
    )  # fmt: skip


@requires(OWN)
@require_POST
def remove_result(request: HttpRequest, pk: int) -> HttpResponse:
    """Hapus rencana hasil kerja."""
    result = _own_result_or_404(request, pk)
    act = lambda: planning.remove_result(result=result, by=user_of(request))  # noqa: E731
    return _tap(request, result.skp, Form(request.POST), saying(request, "Hasil kerja dihapus.", act))


@requires(OWN)
@require_POST
def move_result(request: HttpRequest, pk: int) -> HttpResponse:
    """Naikkan atau turunkan."""
    result, form = _own_result_or_404(request, pk), MoveForm(request.POST)
    act = lambda: planning.move_result(result=result, up=form.cleaned_data["arah"] == "naik", by=user_of(request))  # noqa: E731
    return _tap(request, result.skp, form, act)


@requires(OWN)
@require_POST
def take_role(request: HttpRequest, pk: int, cell: int) -> HttpResponse:
    """Ambil peran dari matriks ke dalam SKP."""
    skp = own_or_404(request, pk)
    found = found_or_404(next((one for one in queries_planning.roles_for(skp) if one.pk == cell), None))
    act = lambda: planning.take_role(cell=found, skp=skp, by=user_of(request), on=clock.today())  # noqa: E731
    return _tap(request, skp, Form(request.POST), saying(request, "Peran diambil ke SKP Anda.", act))


@requires(OWN)
def join_result(request: HttpRequest, pk: int) -> HttpResponse:
    """Sambungkan hasil kerja yang menunggu, by the person or the leader."""
    result = found_or_404(queries_planning.result_for(user_of(request), pk))
    party = found_or_404(queries_planning.party_of(result.skp, user_of(request)) or None)
    parents = list(leaders_results(result.skp).select_related("skp__employee__current"))
    form = JoinForm(posted(request), parents=parents)
    context = {
        "result": result,
        "skp": result.skp,
        "owner": presenters_rating.name_of(result.skp.employee),
        "is_owner": party == queries_planning.OWNER,
        "done": "Hasil kerja tersambung; keduanya diberi tahu.",
    }
    by_key = {one.pk: one for one in parents}
    return answered(
        request, form, "performance/planning/join.html", context,
        lambda: planning.join(result=result, parent=by_key[form.cleaned_data["parent"]], by=user_of(request)),
        then=f"{result.skp.get_absolute_url()}#hasil-{result.pk}",
    )  # fmt: skip


@requires(OWN)
def copy_results(request: HttpRequest, pk: int) -> HttpResponse:
    """Salin dari SKP sebelumnya, contoh unit, contoh jabatan, dan SKP sejawat."""
    skp = own_or_404(request, pk)
    if not skps.is_open_for_writing(skp):
        return skp_page(request, skp, form=_closed(skp))
    sources = copying.sources_for(skp)
    form = CopyForm(posted(request), sources=sources)
    groups = presenters_copying.copy_groups(form["chosen"], sources, copying.former_of(skp))
    context = {"skp": skp, "groups": groups, "done": "Yang dipilih tersalin. Sesuaikan targetnya."}
    return answered(
        request, form, "performance/planning/copy.html", context,
        lambda: copying.copy(skp=skp, keys=form.cleaned_data["chosen"], by=user_of(request), on=clock.today()),
        then=f"{skp.get_absolute_url()}#hasil",
    )  # fmt: skip


@requires(OWN)
def approach(request: HttpRequest, pk: int) -> HttpResponse:
    """Pilih pendekatan."""
    skp = own_or_404(request, pk)
    form = ApproachForm(posted(request), initial={"approach": skp.approach})
    return answered(
        request, form, "performance/planning/approach.html", {"skp": skp, "done": "Pendekatan tersimpan."},
        lambda: planning.choose_approach(skp=skp, approach=form.cleaned_data["approach"], by=user_of(request)),
        then=skp.get_absolute_url(),
    )  # fmt: skip


@requires(OWN)
def annexes(request: HttpRequest, pk: int) -> HttpResponse:
    """Tulis lampiran."""
    skp = own_or_404(request, pk)
    form = AnnexForm(posted(request), there=queries_planning.annexes_of(skp))
    return answered(
        request, form, "performance/planning/annexes.html", {"skp": skp, "done": "Lampiran tersimpan."},
        lambda: agreeing.set_annexes(skp=skp, lines=form.texts(), by=user_of(request)),
        then=f"{skp.get_absolute_url()}#lampiran",
    )  # fmt: skip


@requires(APPRAISE)
def expectations(request: HttpRequest, pk: int) -> HttpResponse:
    """Tulis ekspektasi khusus pimpinan."""
    skp = skp_or_404(request, pk)
    if queries_planning.party_of(skp, user_of(request)) != "penilai":
        found_or_404(None)
    values = agreeing.values_of(law_on(clock.today()))
    form = ExpectationsForm(posted(request), values=values, there=queries_planning.expectations_of(skp))
    context = {"skp": skp, "owner": presenters_rating.name_of(skp.employee), "done": "Ekspektasi tersimpan."}
    return answered(
        request, form, "performance/planning/expectations.html", context,
        lambda: agreeing.set_expectations(skp=skp, texts=form.cleaned_data, by=user_of(request)),
        then=f"{skp.get_absolute_url()}#perilaku",
    )  # fmt: skip


def own_or_404(request: HttpRequest, pk: int) -> SKP:
    """The own SKP; somebody else's is not found, also by those who may read it."""
    skp = skp_or_404(request, pk)
    return skp if queries_planning.party_of(skp, user_of(request)) == "pemilik" else found_or_404(None)


def _own_result_or_404(request: HttpRequest, pk: int) -> PlannedResult:
    result: PlannedResult = found_or_404(queries_planning.result_for(user_of(request), pk))
    is_own = queries_planning.party_of(result.skp, user_of(request)) == "pemilik"
    return result if is_own else found_or_404(None)


def _tap(request: HttpRequest, skp: SKP, form: Form, act: Any) -> HttpResponse:
    refused = lambda form: skp_page(request, skp, form=form)  # noqa: E731
    return tapped(form, act, f"{skp.get_absolute_url()}#hasil", refused)


def _closed(skp: SKP) -> Form:
    """Why nothing can be written now, for the page of the SKP."""
    form = Form({})
    form.objections.extend(skps.may_write(skp).objections)
    return form
