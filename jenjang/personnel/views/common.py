"""What the pages of personnel share: finding the person, answering a form."""

from collections.abc import Callable, Iterable, Mapping
from http import HTTPStatus
from typing import Any, cast

from django.contrib import messages
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.text import slugify

from jenjang.accounts.models import User
from jenjang.kernel import documents, sheets
from jenjang.kernel.actions import store_document
from jenjang.law.errors import FactError
from jenjang.personnel import queries
from jenjang.personnel.decrees import Decree
from jenjang.personnel.kinds import HistoryKind
from jenjang.personnel.kinds import kind as kind_named
from jenjang.personnel.models import Employee
from jenjang.personnel.sense import Implausible
from jenjang.ui.forms import Form
from jenjang.ui.page import render_page

DONE = "Tersimpan dan disegel."
EXPORTS = {"xlsx": documents.XLSX_MIME, "csv": "text/csv; charset=utf-8"}


def user_of(request: HttpRequest) -> User:
    return cast(User, request.user)


def person_or_404(request: HttpRequest, nip: str) -> Employee:
    """The person, or the same answer for nobody and for somebody whom the user may not see."""
    person = queries.employee_by_nip(user_of(request), nip)
    if person is None:
        raise Http404
    return person


def kind_or_404(code: str) -> HistoryKind:
    found = kind_named(code)
    if found is None:
        raise Http404
    return found


def record_or_404(kind: HistoryKind, person: Employee, pk: int) -> Any:
    row = queries.record_of(kind, person, pk)
    if row is None:
        raise Http404
    return row


def decree_of(form: Form, request: HttpRequest) -> Decree:
    """The decree that a form describes, with its scan stored."""
    given = form.cleaned_data
    scan = given.get("scan")
    document = store_document(scan, by=user_of(request)) if scan else None
    return Decree(given["decree_number"], given["decree_date"], given["decree_by"], document)


def answered(
    request: HttpRequest, form: Form, template: str, context: dict[str, Any], act: Callable[[], Any], then: str = ""
) -> HttpResponse:
    """A form page: shown, refused at the field, or done and on to `then`, else to what was made.

    What was done is said on the page that follows: `done` of the context, where there is more to say than that.
    """
    if request.method == "POST" and form.is_valid():
        try:
            with transaction.atomic():  # a scan that was stored goes with the row that is refused
                done = act()
        except Implausible as error:
            for field, sentence in error.found:
                form.add_refusal(sentence, field)
        except FactError as error:
            form.add_refusal(error.message, error.field)
        else:
            messages.success(request, context.get("done", DONE))
            return redirect(then or done)
    status = HTTPStatus.UNPROCESSABLE_ENTITY if form.errors else HTTPStatus.OK
    return render_page(request, template, {"form": form, **context}, status=status)


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
