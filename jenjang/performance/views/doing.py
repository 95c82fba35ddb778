"""Pelaksanaan: writing what was done in a week, reading it by the week, and evidence that is used where it proves something."""

from __future__ import annotations

from uuid import uuid4

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase, HttpResponseNotAllowed
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from jenjang.accounts.access import requires
from jenjang.kernel import clock, documents
from jenjang.kernel.queries import law_on
from jenjang.performance import evidence, presenters_doing, progress, queries_doing, scopes, weeks
from jenjang.performance.forms_doing import EvidenceForm, RecordForm, UseForm
from jenjang.performance.permissions import APPRAISE, OWN
from jenjang.personnel.queries import full_names
from jenjang.ui import formats, paging
from jenjang.ui.answering import answered, found_or_404, tapped, user_of
from jenjang.ui.forms import Form
from jenjang.ui.page import render_page

BACK = "kinerja.progres.pekan_mundur"
PER_PAGE = 40


@requires(OWN)
@require_http_methods(["GET", "HEAD", "POST"])
def record(request: HttpRequest) -> HttpResponse:
    """Catat kemajuan satu pekan, for several results at once."""
    user, day = user_of(request), clock.today()
    person = scopes.own_employee(user)
    if person is None:
        return _nobody(request)
    back = law_on(day)[BACK].value
    week = found_or_404(weeks.read(request.GET.get("pekan", ""), day, back))
    targets = queries_doing.targets(person, week)
    form = RecordForm(
        request.POST or None, request.FILES or None, targets=targets,
        kept=presenters_doing.kept_choices(queries_doing.evidence_of(person)[: queries_doing.RECENT]),
        initial={"kunci": uuid4().hex, **presenters_doing.initial_of(targets, request.GET.get("ubah", ""))},
    )  # fmt: skip
    context = {
        "week": week, "chips": presenters_doing.week_chips(weeks.weeks_until(day, back), week, day),
        "draft": f"{user.pk}:{week.first.isoformat()}", "accepted": " ".join(queries_doing.accepted_keys(person)),
    }  # fmt: skip
    return answered(
        request, form, "performance/doing/record.html", context, lambda: _recorded(request, form, week),
        then=reverse("performance:progress"),
    )  # fmt: skip


def _nobody(request: HttpRequest) -> HttpResponse:
    """An account without a person has nothing to write, and says so."""
    if request.method == "POST":
        raise Http404
    return render_page(request, "performance/doing/nobody.html")


def _recorded(request: HttpRequest, form: RecordForm, week: weeks.Week) -> None:
    entries = progress.record(
        week=week, done=form.done(), by=user_of(request), on=clock.today(), key=form.cleaned_data["kunci"],
        proof=form.proof(),
    )  # fmt: skip
    messages.success(request, f"Tercatat untuk {formats.whole(len(entries))} hasil kerja, pekan {week.label}.")


@requires(OWN)
@require_safe
def own(request: HttpRequest) -> HttpResponse:
    """Progres saya, by week; the filters stand in the address and stay."""
    return _own(request, Form())


def _own(request: HttpRequest, form: Form) -> HttpResponse:
    user, day = user_of(request), clock.today()
    person = scopes.own_employee(user)
    if person is None:
        return _nobody(request)
    chosen = presenters_doing.chosen(request.GET)
    sheet = paging.sheet(request, queries_doing.lines_of(person, chosen), PER_PAGE)
    uses = progress.uses_of([line.entry_id for line in sheet.rows])
    context = {
        "form": form, "sheet": sheet, "chosen": chosen, "chips": presenters_doing.chips(chosen),
        "weeks": presenters_doing.by_week(sheet.rows, uses, weeks.weeks_until(day, law_on(day)[BACK].value)),
        "results": [(pk, presenters_doing.cut(text)) for pk, text in queries_doing.results_written_about(person)],
        "accepted": " ".join(queries_doing.accepted_keys(person)), "user_key": user.pk,
    }  # fmt: skip
    status = 422 if form.is_bound else 200
    return render_page(request, "performance/doing/own.html", context, status=status)


@requires(OWN)
def withdraw(request: HttpRequest, pk: int) -> HttpResponse:
    """Tarik satu catatan."""
    user = user_of(request)
    person = found_or_404(scopes.own_employee(user))
    entry = found_or_404(queries_doing.own_entry(person, pk))
    if request.method != "POST":
        return HttpResponseNotAllowed(["POST"])
    return tapped(
        Form(request.POST),
        lambda: progress.withdraw(entry=entry, by=user, on=clock.today()),
        reverse("performance:progress"),
        lambda form: _own(request, form),
    )


@requires(OWN)
@require_http_methods(["GET", "HEAD", "POST"])
def proofs(request: HttpRequest) -> HttpResponse:
    """Bukti saya: every file and link with the number of its uses, and a place to keep a new one."""
    user = user_of(request)
    person = scopes.own_employee(user)
    if person is None:
        return _nobody(request)
    form = EvidenceForm(request.POST or None, request.FILES or None)
    words = presenters_doing.words_of(request.GET)
    context = {"sheet": paging.sheet(request, queries_doing.evidence_of(person, words), PER_PAGE), "words": words}
    return answered(
        request, form, "performance/doing/proofs.html", context,
        lambda: evidence.keep(proof=found_or_404(form.proof()), by=user), then=reverse("performance:proofs"),
    )  # fmt: skip


@requires(OWN)
@require_http_methods(["GET", "HEAD", "POST"])
def proof(request: HttpRequest, pk: int) -> HttpResponse:
    """Satu bukti: where it is used, and one more use."""
    user, day = user_of(request), clock.today()
    person = found_or_404(scopes.own_employee(user))
    found = found_or_404(queries_doing.own_evidence(person, pk))
    oldest = weeks.weeks_until(day, law_on(day)[BACK].value)[-1]
    lines = queries_doing.entries_without(found, oldest.first)
    form = UseForm(request.POST or None, entries=presenters_doing.entry_choices(lines))
    context = {"proof": found, "uses": queries_doing.uses_of(found), "since": oldest.first, "has_entries": bool(lines)}

    def again() -> None:
        entry = found_or_404(queries_doing.own_entry(person, form.cleaned_data["catatan"]))
        evidence.use(evidence=found, entry=entry, by=user, on=day)

    return answered(
        request, form, "performance/doing/proof.html", context, again, then=reverse("performance:proof", args=[pk])
    )


@requires(OWN)
@require_POST
def release(request: HttpRequest, pk: int, use: int) -> HttpResponse:
    """Lepas bukti dari satu pemakaian."""
    user = user_of(request)
    person = found_or_404(scopes.own_employee(user))
    found = found_or_404(queries_doing.own_use(person, pk, use))
    context = {"proof": found.evidence, "uses": queries_doing.uses_of(found.evidence), "has_entries": False}
    return tapped(
        Form(request.POST),
        lambda: evidence.stop_using(use=found, by=user, on=clock.today()),
        reverse("performance:proof", args=[pk]),
        lambda form: render_page(request, "performance/doing/proof.html", {**context, "form": form}, status=422),
    )


@requires(OWN)
@require_safe
def proof_paper(request: HttpRequest, pk: int) -> HttpResponseBase:
    """Berkas bukti, for its owner and for whoever reads the SKP that it proves."""
    return documents.send(found_or_404(queries_doing.paper_of(user_of(request), pk)), inline=True)


@requires(OWN)
@require_safe
def written(request: HttpRequest, pk: int) -> HttpResponse:
    """Kemajuan di samping hasil kerja, to be read by the appraiser and the person."""
    user = user_of(request)
    skp = found_or_404(queries_doing.skp_with_progress(user, pk))
    rows = queries_doing.written_in(skp)
    person = scopes.own_employee(user)
    context = {
        "skp": skp, "owner": full_names([skp.employee_id])[skp.employee_id],
        "rows": presenters_doing.beside(rows, progress.uses_of([line.entry_id for row in rows for line in row.lines])),
        "is_owner": person is not None and person.pk == skp.employee_id,
    }  # fmt: skip
    return render_page(request, "performance/doing/written.html", context)


@requires(APPRAISE)
@require_safe
def team(request: HttpRequest) -> HttpResponse:
    """Progres tim: who wrote when, the longest silent first."""
    user, day = user_of(request), clock.today()
    sheet = paging.sheet(request, queries_doing.team(user, day), PER_PAGE)
    names = full_names([skp.employee_id for skp in sheet.rows])
    context = {"sheet": sheet, "members": presenters_doing.members(sheet.rows, names, day)}
    return render_page(request, "performance/doing/team.html", context)
