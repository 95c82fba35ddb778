"""/data-terbuka/ and what is published of people, and what never."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse

from jenjang.transparency import opendata
from jenjang.transparency.caching import open_page
from jenjang.transparency.chances import FEWEST
from jenjang.ui.page import render_page


@open_page
def sets(request: HttpRequest) -> HttpResponse:
    listed = [(name, *opendata.SETS[name], opendata.COLUMNS[name]) for name in opendata.SETS]
    return render_page(request, "transparency/opendata.html", {"sets": listed})


@open_page
def download(request: HttpRequest, name: str, form: str) -> HttpResponse:
    """One set as CSV or JSON."""
    if name not in opendata.SETS or form not in ("csv", "json"):
        raise Http404
    content, kind = (
        (opendata.as_csv(name), "text/csv") if form == "csv" else (opendata.as_json(name), "application/json")
    )
    headers = {"Content-Disposition": f'attachment; filename="{name}.{form}"', "Access-Control-Allow-Origin": "*"}
    return HttpResponse(content, content_type=f"{kind}; charset=utf-8", headers=headers)


@open_page
def privacy(request: HttpRequest) -> HttpResponse:
    return render_page(request, "transparency/privacy.html", {"fewest": FEWEST})
