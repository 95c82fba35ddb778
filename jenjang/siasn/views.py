"""Halaman impor: the list with its two uploads, the review, apply, discard."""

from collections.abc import Callable
from functools import partial
from http import HTTPStatus
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from jenjang.accounts.access import requires
from jenjang.kernel import sheets
from jenjang.kernel.documents import XLSX_MIME
from jenjang.kernel.imports import StagedImport
from jenjang.law.errors import Refused
from jenjang.siasn import actions, history_template, pages, queries
from jenjang.siasn.forms import EmployeeUploadForm, HistoryUploadForm
from jenjang.siasn.permissions import IMPORT
from jenjang.ui.forms import Form
from jenjang.ui.page import render_page
from jenjang.ui.paging import sheet

Upload = Callable[..., StagedImport]
SECOND = "id_riwayat_%s"  # two forms on one page, no id twice


@requires(IMPORT)
@require_safe
def imports(request: HttpRequest) -> HttpResponse:
    """Impor SIASN: what was uploaded, and where to upload."""
    return _list(request, EmployeeUploadForm(), HistoryUploadForm(auto_id=SECOND))


@requires(IMPORT)
@require_POST
def upload_employees(request: HttpRequest) -> HttpResponse:
    """Unggah data pegawai dan pohon unit."""
    form = EmployeeUploadForm(request.POST, request.FILES)
    return _uploaded(request, form, actions.upload_employees) or _list(
        request, form, HistoryUploadForm(auto_id=SECOND), 422
    )


@requires(IMPORT)
@require_POST
def upload_histories(request: HttpRequest) -> HttpResponse:
    """Unggah buku riwayat."""
    form = HistoryUploadForm(request.POST, request.FILES, auto_id=SECOND)
    return _uploaded(request, form, actions.upload_histories) or _list(request, EmployeeUploadForm(), form, 422)


@requires(IMPORT)
@require_safe
def template(request: HttpRequest) -> HttpResponse:
    """Templat riwayat sebagai XLSX."""
    return _download(history_template.write(), "templat-riwayat.xlsx")


@requires(IMPORT)
@require_safe
def review(request: HttpRequest, pk: int) -> HttpResponse:
    """Periksa impor: counts, differences, refused rows; while it is read, how far it is."""
    return _review(request, _staged_or_404(pk))


@requires(IMPORT)
@require_safe
def progress(request: HttpRequest, pk: int) -> HttpResponse:
    """Kemajuan membaca atau menerapkan, as a fragment that asks again by itself."""
    staged = _staged_or_404(pk)
    answer = render_page(request, "siasn/progress.html", pages.progress(staged))
    if not pages.is_working(staged):
        answer["HX-Redirect"] = f"/impor/{pk}/"
    return answer


@requires(IMPORT)
@require_safe
def refused_rows(request: HttpRequest, pk: int) -> HttpResponse:
    """Baris yang ditolak beserta sebabnya, as XLSX."""
    rows = [
        {"sheet": one.sheet, "row": one.row, "nip": one.nip, "name": one.name, "column": one.column, "message": one.message}
        for one in queries.all_refusals(_staged_or_404(pk))
    ]  # fmt: skip
    return _download(sheets.write_xlsx(pages.REFUSED_COLUMNS, rows, title="Ditolak"), f"impor-{pk}-ditolak.xlsx")


@requires(IMPORT, fresh=True)
@require_POST
def apply(request: HttpRequest, pk: int) -> HttpResponse:
    """Terapkan impor."""
    return _settled(request, pk, actions.apply)


@requires(IMPORT)
@require_POST
def discard(request: HttpRequest, pk: int) -> HttpResponse:
    """Buang impor."""
    return _settled(request, pk, actions.discard)


@requires(IMPORT)
@require_POST
def leave_out(request: HttpRequest, pk: int, row: int) -> HttpResponse:
    """Keluarkan satu baris: the others are applied without it."""
    return _marked(request, pk, row, partial(actions.leave_out, by=request.user))


@requires(IMPORT)
@require_POST
def put_back(request: HttpRequest, pk: int, row: int) -> HttpResponse:
    """Ikutkan lagi satu baris yang dikeluarkan."""
    return _marked(request, pk, row, actions.put_back)


def _marked(request: HttpRequest, pk: int, row: int, act: Callable[..., None]) -> HttpResponse:
    staged = _staged_or_404(pk)
    if queries.is_waiting(staged) and queries.row_or_none(staged, row) is None:
        raise Http404
    try:
        act(staged=staged, row=row)
    except Refused as refusal:
        return _refused(request, pk, refusal)
    return redirect(reverse("siasn:review", args=[pk]) + pages.list_address(request, row))


def _settled(request: HttpRequest, pk: int, act: Upload) -> HttpResponse:
    staged = _staged_or_404(pk)
    try:
        act(staged=staged, by=request.user)
    except Refused as refusal:
        return _refused(request, pk, refusal)
    return redirect("siasn:review", pk)


def _refused(request: HttpRequest, pk: int, refusal: Refused) -> HttpResponse:
    reasons = [finding.reason for finding in refusal.decision.objections]
    return _review(request, _staged_or_404(pk), refused=reasons, status=HTTPStatus.CONFLICT)


def _uploaded(request: HttpRequest, form: Form, act: Upload) -> HttpResponse | None:
    if not form.is_valid():
        return None
    try:
        staged = act(**form.cleaned_data, by=request.user)
    except actions.UploadRefused as refusal:
        form.add_refusal(str(refusal), refusal.field)
        return None
    return redirect("siasn:review", staged.pk)


def _list(request: HttpRequest, employees: Form, histories: Form, status: int = 200) -> HttpResponse:
    page = sheet(request, queries.all_imports(), per_page=20)
    context = {"employees": employees, "histories": histories, "page": page, "lines": [pages.line(one) for one in page]}
    return render_page(request, "siasn/imports.html", context, status=status)


def _review(request: HttpRequest, staged: StagedImport, *, status: int = 200, **more: Any) -> HttpResponse:
    return render_page(request, "siasn/review.html", pages.review(request, staged) | more, status=status)


def _staged_or_404(pk: int) -> StagedImport:
    staged = queries.staged_or_none(pk)
    if staged is None:
        raise Http404
    return staged


def _download(content: bytes, name: str) -> HttpResponse:
    disposition = {"Content-Disposition": f'attachment; filename="{name}"', "Cache-Control": "private, no-store"}
    return HttpResponse(content, content_type=XLSX_MIME, headers=disposition)
