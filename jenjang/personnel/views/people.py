"""Nominatif dan profil: find people, and read who somebody is on any day."""

from datetime import date, datetime, time
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect

from jenjang.accounts.access import requires, signed_in
from jenjang.accounts.queries import user_can
from jenjang.kernel import clock, documents
from jenjang.law.spans import add_months
from jenjang.personnel import actions, histories_book, listing, presenters, queries
from jenjang.personnel import cv as cv_letter
from jenjang.personnel.forms import FilterForm, PurposeForm
from jenjang.personnel.kinds import HistoryKind, all_kinds
from jenjang.personnel.models import Employee
from jenjang.personnel.permissions import (
    EMPLOYEE_CHANGE,
    EMPLOYEE_LIST,
    EMPLOYEE_VIEW,
    PERSONAL_DATA_OPEN,
    PRIVATE_VIEW,
)
from jenjang.personnel.views.common import (
    EXPORTS,
    answered,
    exported,
    kind_or_404,
    person_or_404,
    record_or_404,
    user_of,
)
from jenjang.ui import dates
from jenjang.ui.page import posted, render_page
from jenjang.ui.parts import Chip

EXPORT_COLUMNS = (
    ("nip", "NIP", 22), ("full_name", "Nama", 36), ("grade", "Golongan", 10), ("title", "Jabatan", 40),
    ("unit_name", "Unit", 40), ("status", "Status", 12), ("standing", "Kedudukan", 18), ("active", "Aktif", 8),
    ("retires_on", "Pensiun", 14),
)  # fmt: skip


@requires(EMPLOYEE_LIST)
def people(request: HttpRequest) -> HttpResponse:
    """Nominatif: everybody whom the user may see, narrowed, and exactly so as a sheet."""
    form = FilterForm(request.GET)
    chosen = form.chosen(lambda months: add_months(clock.today(), months))
    if request.GET.get("ekspor") in EXPORTS:
        return _sheet(request, chosen)
    page = listing.page_of(
        user_of(request), chosen, after=_number(request, "sesudah"), before=_number(request, "sebelum")
    )
    context = {
        "form": form,
        "chosen": chosen,
        "page": page,
        "before_url": _with(request, sebelum=page.before),
        "after_url": _with(request, sesudah=page.after),
        "may_change": user_can(user_of(request), EMPLOYEE_CHANGE),
    }
    return render_page(request, "personnel/people.html", context)


@signed_in
def own(request: HttpRequest) -> HttpResponse:
    """Data saya: the own profile; accounts such as a panel member's from outside have none, and are told so."""
    person = queries.employee_of(user_of(request))
    return redirect(person) if person else render_page(request, "personnel/no_record.html")


@requires(EMPLOYEE_VIEW)
def profile(request: HttpRequest, nip: str) -> HttpResponse:
    """Profil: identity, state and histories of a person, on any day and by what was known on that day."""
    person = person_or_404(request, nip)
    day, known_at, problem = _as_of(request)
    state = queries.profile_as_of(person, day, known_at)
    context = _profile_context(request, person, state)
    return render_page(request, "personnel/profile.html", {**context, "problem": problem, "known_at": known_at})


@requires(EMPLOYEE_VIEW)
def cv(request: HttpRequest, nip: str) -> HttpResponse:
    """DRH sebagai PDF, of the day and the knowledge that the profile shows."""
    person = person_or_404(request, nip)
    day, known_at, problem = _as_of(request)
    state = queries.profile_as_of(person, day, known_at)
    if problem or not state.is_known:
        raise Http404
    opened = queries.has_opened(person, user_of(request))
    content = cv_letter.document(state, _kinds_for(request, person), _private(request, person, state, opened=opened))
    answer = HttpResponse(content, content_type="application/pdf")
    answer["Content-Disposition"] = f'inline; filename="drh-{nip}.pdf"'
    return answer


@requires(EMPLOYEE_VIEW)
def histories(request: HttpRequest, nip: str) -> HttpResponse:
    """Semua riwayat sebagai XLSX: what the profile shows this reader."""
    person = person_or_404(request, nip)
    _, known_at, problem = _as_of(request)
    if problem:
        raise Http404
    answer = HttpResponse(
        histories_book.write(person, _kinds_for(request, person), known_at), content_type=documents.XLSX_MIME
    )
    answer["Content-Disposition"] = f'attachment; filename="riwayat-{nip}.xlsx"'
    answer["Cache-Control"] = "private, no-store"
    return answer


@requires(PERSONAL_DATA_OPEN)
def personal_data(request: HttpRequest, nip: str) -> HttpResponse:
    """Data pribadi: opened once, for a purpose that the person will read."""
    person = person_or_404(request, nip)
    if not queries.may_on(user_of(request), PERSONAL_DATA_OPEN, person):
        raise Http404
    form = PurposeForm(posted(request))
    if request.method == "POST" and form.is_valid():
        actions.open_personal_data(employee=person, purpose=form.cleaned_data["purpose"], by=user_of(request))
        return render_page(request, "personnel/personal_data.html", _opened(person))
    name = presenters.name_of(queries.profile_as_of(person, clock.today()))
    context = {"person": person, "name": name}
    return answered(request, form, "personnel/personal_data_ask.html", context, lambda: None)


@requires(EMPLOYEE_VIEW)
def scan(request: HttpRequest, nip: str, kind: str, record: int) -> HttpResponseBase:
    """Pindaian SK of one line of a history."""
    person = person_or_404(request, nip)
    chosen = kind_or_404(kind)
    row = record_or_404(chosen, person, record)
    if row.document is None or chosen not in _kinds_for(request, person):
        raise Http404
    return documents.send(row.document, inline=True)


def _profile_context(request: HttpRequest, person: Employee, state: queries.ProfileState) -> dict[str, Any]:
    kinds = _kinds_for(request, person)
    shown = next((item for item in kinds if item.code == request.GET.get("riwayat")), kinds[1])
    own = _is_own(request, person)
    may_change = user_can(user_of(request), EMPLOYEE_CHANGE) and not own
    rows = shown.rows_of(person.pk)
    if state.known_at:
        rows = rows.filter(recorded_at__lte=state.known_at)
    return {
        "person": person,
        "state": state,
        "name": presenters.name_of(state),
        "facts": presenters.facts_of(state),
        "timeline": _timeline(state, kinds),
        "shown": shown,
        "chips": _chips(request, shown, kinds, queries.counts_of(person, kinds)),
        "lines": presenters.lines(shown, rows, person.nip, may_change=may_change, may_ask=own),
        "private": _private(request, person, state),
        "own": own,
        "is_today": state.day == clock.today() and state.known_at is None,
        "is_ahead": state.day > clock.today(),
        "readings": queries.readings_of(person) if own else [],
        "requests": [presenters.request_facts(item) for item in queries.requests_of(person)] if own else [],
        "may_change": may_change,
        "may_open": queries.may_on(user_of(request), PERSONAL_DATA_OPEN, person) and not own,
    }


def _timeline(state: queries.ProfileState, kinds: list[HistoryKind]) -> dict[str, Any]:
    by_code = {item.code: item for item in kinds}
    ranks, positions, years = (
        queries.standing_rows(by_code[code].model, state.employee, clock.today(), state.known_at)
        if code in by_code
        else []
        for code in ("pangkat", "jabatan", "kinerja")
    )
    labels = by_code["kinerja"].choices["predicate"] if "kinerja" in by_code else {}
    named = sorted({row.year: labels.get(row.predicate, row.predicate) for row in years}.items())
    return presenters.lanes_of(state, ranks, positions, [(year, label) for year, label in named])


def _private(
    request: HttpRequest, person: Employee, state: queries.ProfileState, *, opened: bool = False
) -> list[tuple[str, str]]:
    if state.identity is None or not _sees_private(request, person):
        return []
    return presenters.personal_data(
        state.identity, queries.contact_of(person), opened=opened or _is_own(request, person)
    )


def _opened(person: Employee) -> dict[str, Any]:
    state = queries.profile_as_of(person, clock.today())
    data = presenters.personal_data(state.identity, queries.contact_of(person), opened=True) if state.identity else []
    return {"person": person, "name": presenters.name_of(state), "data": data}


def _kinds_for(request: HttpRequest, person: Employee) -> list[HistoryKind]:
    whole = _sees_private(request, person)
    return [item for item in all_kinds() if whole or not item.private]


def _sees_private(request: HttpRequest, person: Employee) -> bool:
    return _is_own(request, person) or queries.may_on(user_of(request), PRIVATE_VIEW, person)


def _is_own(request: HttpRequest, person: Employee) -> bool:
    return person.user_id == user_of(request).pk


def _as_of(request: HttpRequest) -> tuple[date, datetime | None, str]:
    """The day that is looked at, the moment of knowledge, and what is wrong with the typed day."""
    typed = request.GET.get("per", "")[:40]
    try:
        day = dates.parse(typed) if typed.strip() else clock.today()
    except dates.NotADate as problem:
        return clock.today(), None, str(problem)
    then = request.GET.get("menurut") == "saat_itu" and day < clock.today()
    return day, datetime.combine(day, time.max, clock.zone()) if then else None, ""


def _chips(request: HttpRequest, shown: HistoryKind, kinds: list[HistoryKind], counts: dict[str, int]) -> list[Chip]:
    return [
        Chip(f"{item.label} {counts.get(item.code, 0)}", _with(request, riwayat=item.code), item is shown)
        for item in kinds
    ]


def _with(request: HttpRequest, **changes: object) -> str:
    """The same address with something changed, and from the first page; nothing when there is nowhere to go."""
    query = request.GET.copy()
    for key in ("sesudah", "sebelum", "ekspor"):
        query.pop(key, None)
    for key, value in changes.items():
        if value is None:
            return ""
        query[key] = str(value)
    return f"?{query.urlencode()}"


def _number(request: HttpRequest, key: str) -> int | None:
    text = request.GET.get(key, "")
    return int(text) if text.isascii() and text.isdecimal() and len(text) < 18 else None


def _sheet(request: HttpRequest, chosen: listing.Filter) -> HttpResponse:
    keys = [key for key, _, _ in EXPORT_COLUMNS]
    rows = (dict(zip(keys, row, strict=True)) for row in listing.export_rows(user_of(request), chosen))
    return exported(request, EXPORT_COLUMNS, rows, "Pegawai")
