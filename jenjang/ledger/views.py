"""Pages of the ledger. Who may open them is said in config/urls.py: accounts lies above this slice."""

from pathlib import Path

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_GET, require_POST

from jenjang.kernel.queries import jobs_of
from jenjang.ledger import jobs, keys, periksa_bukti, presenters, queries
from jenjang.ledger.forms import EntryFilter
from jenjang.ui import paging
from jenjang.ui.page import render_page, wants_fragment

LINES = 20  # a sheet that a phone still scrolls through


@require_GET
def entries(request: HttpRequest) -> HttpResponse:
    """/buku-besar/: what was entered, by whom, and whether it still fits."""
    form = EntryFilter(request.GET)
    chosen = form.cleaned_data if form.is_valid() else {}
    newest = jobs_of(request.user).filter(kind=jobs.verify_all.kind).first()
    summary = queries.summary()
    everything = None if any(chosen.values()) else summary.entries
    page = paging.sheet(request, queries.recent_entries(**chosen), LINES, total=everything)
    context = {
        "form": form,
        "page": page,
        "lines": presenters.entries(page.rows),
        "summary": summary,
        "verification": presenters.verification(newest),
    }
    return render_page(request, "ledger/entries.html", context, status=200 if form.is_valid() else 422)


@require_POST
def verify(request: HttpRequest) -> HttpResponse:
    """Verifikasi sekarang: one at a time for each person who asks."""
    running = jobs_of(request.user).filter(kind=jobs.verify_all.kind, finished_at=None)
    if not running.exists():
        jobs.start_verification(by=request.user)
    return redirect("ledger:entries")


@require_GET
def verification(request: HttpRequest) -> HttpResponse:
    """The part of the page that asks how far the verification is; opened by itself it leads to the page."""
    if not wants_fragment(request):
        return redirect("ledger:entries")
    newest = jobs_of(request.user).filter(kind=jobs.verify_all.kind).first()
    return render_page(request, "ledger/verification.html", {"verification": presenters.verification(newest)})


@require_GET
def checkpoint(request: HttpRequest) -> HttpResponse:
    """The newest signed note, as a file to be kept somewhere else."""
    summary = queries.summary()
    if not summary.checkpoint:
        raise Http404
    return _file(summary.checkpoint.encode(), f"jenjang-titik-periksa-{summary.checkpoint_size}.txt")


@require_GET
def verifier(request: HttpRequest) -> HttpResponse:
    """The one-file program by which anybody checks a decree's proof."""
    return _file(Path(periksa_bukti.__file__).read_bytes(), "periksa_bukti.py")


@require_GET
def key(request: HttpRequest) -> HttpResponse:
    """The public key by which anybody checks a checkpoint."""
    return _file(f"{keys.ensure()}\n".encode(), "jenjang-kunci-publik.txt")


def _file(content: bytes, name: str) -> HttpResponse:
    headers = {"Content-Disposition": f'attachment; filename="{name}"', "X-Content-Type-Options": "nosniff"}
    return HttpResponse(content, content_type="text/plain; charset=utf-8", headers=headers)
