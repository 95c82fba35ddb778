"""/periksa/: is this decree what the ledger knows? By number and code, by the PDF, by its proof."""

from __future__ import annotations

from http import HTTPStatus

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET

from jenjang.accounts.access import public
from jenjang.accounts.limits import limited
from jenjang.kernel import signing
from jenjang.ledger import checkpoints
from jenjang.transparency import checking
from jenjang.transparency.caching import open_page
from jenjang.transparency.forms import CodeForm, PaperForm, ProofForm
from jenjang.ui.page import render_page

SENDINGS, WINDOW = 20, 10  # files from one address in ten minutes: an office checks a few, a flood sends thousands
AGAIN = 60  # seconds until a check that did not end in time is worth another try


@public
@never_cache
@limited(SENDINGS, minutes=WINDOW)
def check(request: HttpRequest) -> HttpResponse:
    """Three ways in; a file is read, answered and forgotten."""
    given = request.GET if "nomor" in request.GET or "kode" in request.GET else None
    code = CodeForm(given, prefix=None)
    if given is not None and code.is_valid():
        slug = checking.slug_of(code.cleaned_data["nomor"])
        return redirect("transparency:decree", address=f"{slug}-{code.cleaned_data['kode'].lower()}")
    context: dict[str, object] = {"code": code, "paper": PaperForm(), "proof": ProofForm()}
    status = 200 if given is None else 422
    if request.method == "POST":
        status = _check_file(request, context)
    response = render_page(request, "transparency/check.html", context, status=status)
    if status == HTTPStatus.SERVICE_UNAVAILABLE:
        response["Retry-After"] = str(AGAIN)
    return response


def _check_file(request: HttpRequest, context: dict[str, object]) -> int:
    """What was sent decides which form answers."""
    if "bukti" in request.FILES or request.POST.get("cara") == "bukti":
        context["proof"] = form = ProofForm(request.POST, request.FILES)
        if form.is_valid():
            try:
                context["proof_report"] = checking.by_proof(form.cleaned_data["bukti"].read())
            except checking.NotAProof as problem:
                form.add_refusal(str(problem), "bukti")
        return 200 if form.is_valid() else 422
    context["paper"] = paper = PaperForm(request.POST, request.FILES)
    if paper.is_valid():
        try:
            context["paper_report"] = checking.by_paper(paper.cleaned_data["pdf"].read())
        except signing.NotInTime:
            context["is_late"] = True
            return HTTPStatus.SERVICE_UNAVAILABLE
    return 200 if paper.is_valid() else 422


@open_page
def decree(request: HttpRequest, address: str) -> HttpResponse:
    """/s/<nomor>-<12 hex>/: what the ledger knows; the address behind the QR code."""
    slug, _, digits = address.rpartition("-")
    known = checking.by_address(slug, digits)
    status = 404 if known.verdict == checking.UNKNOWN else 200
    return render_page(request, "transparency/decree.html", {"known": known, "address": address}, status=status)


@public
@require_GET
def checkpoint(request: HttpRequest) -> HttpResponse:
    """The newest signed statement about the whole ledger, for whoever wants to hold the agency to it later."""
    note = checkpoints.latest()
    if note is None:
        raise Http404
    headers = {"Content-Disposition": 'attachment; filename="jenjang-titik-periksa.txt"'}
    return HttpResponse(note, content_type="text/plain; charset=utf-8", headers=headers)
