"""What the pages of personnel share: finding the person, answering a form."""

from collections.abc import Iterable, Mapping
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils.text import slugify

from jenjang.kernel import documents, sheets
from jenjang.kernel.actions import store_document
from jenjang.personnel import queries
from jenjang.personnel.decrees import Decree
from jenjang.personnel.kinds import HistoryKind
from jenjang.personnel.kinds import kind as kind_named
from jenjang.personnel.models import Employee
from jenjang.ui import answering
from jenjang.ui.answering import found_or_404, user_of
from jenjang.ui.forms import Form

DONE = "Tersimpan dan disegel."
EXPORTS = {"xlsx": documents.XLSX_MIME, "csv": "text/csv; charset=utf-8"}


def person_or_404(request: HttpRequest, nip: str) -> Employee:
    """The person, or the same answer for nobody and for somebody whom the user may not see."""
    return found_or_404(queries.employee_by_nip(user_of(request), nip))


def kind_or_404(code: str) -> HistoryKind:
    return found_or_404(kind_named(code))


def record_or_404(kind: HistoryKind, person: Employee, pk: int) -> Any:
    return found_or_404(queries.record_of(kind, person, pk))


def decree_of(form: Form, request: HttpRequest) -> Decree:
    """The decree that a form describes, with its scan stored."""
    given = form.cleaned_data
    scan = given.get("scan")
    document = store_document(scan, by=user_of(request)) if scan else None
    return Decree(given["decree_number"], given["decree_date"], given["decree_by"], document)


def answered(
    request: HttpRequest, form: Form, template: str, context: dict[str, Any], act: answering.Act, then: str = ""
) -> HttpResponse:
    """A form page that says when done that it was sealed, where there is no more to say than that."""
    return answering.answered(request, form, template, {"done": DONE, **context}, act, then)


def exported(
    request: HttpRequest, columns: Iterable[tuple[str, str, int]], rows: Iterable[Mapping[str, Any]], title: str
) -> HttpResponse:
    """What a list shows, as the sheet that was asked for."""
    kind = request.GET["ekspor"]
    made = [sheets.Column(key, heading, width=width) for key, heading, width in columns]
    content = sheets.write_csv(made, rows) if kind == "csv" else sheets.write_xlsx(made, rows, title=title)
    response = HttpResponse(content, content_type=EXPORTS[kind])
    response["Content-Disposition"] = f'attachment; filename="{slugify(title)}.{kind}"'
    return response
