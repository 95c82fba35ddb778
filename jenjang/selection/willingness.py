"""Kesediaan: eligible employees are asked whether they want to be considered; their answer counts until the day."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from django.db import transaction
from django.db.models import OuterRef, QuerySet, Subquery
from django.urls import reverse

from jenjang import ledger
from jenjang.kernel import actions as kernel
from jenjang.kernel import clock
from jenjang.law.decisions import Decision, Finding
from jenjang.law.errors import Refused
from jenjang.personnel.queries import accounts_of
from jenjang.selection.models import Method, Run, Vacancy, Willingness, WillingnessRequest

if TYPE_CHECKING:
    from jenjang.accounts.models import User

CITES = ("pp-11-2017#198",)


@transaction.atomic
def ask(*, run: Run, upto: int, answer_by: date, by: User, on: date) -> list[WillingnessRequest]:
    """Menanyakan kesediaan calon sampai peringkat tertentu. Who was asked before is not asked again."""
    vacancy = run.vacancy
    asked = WillingnessRequest.objects.filter(vacancy=vacancy).values("employee")
    entries = run.entries.filter(rank__lte=upto, employee__isnull=False).exclude(employee__in=asked).order_by("rank")
    keys = list(entries.values_list("employee_id", flat=True))
    findings = [
        Finding(vacancy.method == Method.BOARD, "Kesediaan ditanyakan untuk jabatan yang diisi tim penilai.", CITES, "cara"),
        Finding(run == vacancy.runs.order_by("-number").first(), "Penghitungan ini yang terbaru.", (), "terbaru"),
        Finding(answer_by >= on, "Batas jawaban tidak boleh sudah lewat.", (), "batas"),
        Finding(bool(keys), "Ada calon yang belum ditanya.", (), "calon"),
    ]  # fmt: skip
    if not (decision := Decision(findings, None)).allowed:
        raise Refused(decision)
    with ledger.attributed(by=by):
        made = WillingnessRequest.objects.bulk_create(
            WillingnessRequest(vacancy=vacancy, employee_id=key, answer_by=answer_by, by=by) for key in keys
        )
    text = f"Anda memenuhi syarat untuk {vacancy.title}. Bersediakah Anda dicalonkan?"
    kernel.notify(users=accounts_of(keys), text=text, url=reverse("selection:own_answer", args=[vacancy.number]))
    return made


@transaction.atomic
def answer(*, request: WillingnessRequest, willing: bool, reason: str, by: User, on: date) -> Willingness:
    """Menjawab kesediaan, by the person who was asked, until the day given. The newest answer counts."""
    own = request.employee.user_id == by.pk
    findings = [
        Finding(own, "Hanya yang ditanya dapat menjawab.", CITES, "sendiri"),
        Finding(on <= request.answer_by, ("Batas jawaban {}.", request.answer_by), (), "batas"),
        Finding(willing or bool(reason.strip()), "Tulis alasan bila tidak bersedia.", (), "alasan"),
    ]
    if not (decision := Decision(findings, None)).allowed:
        raise Refused(decision)
    with ledger.attributed(by=by):
        return Willingness.objects.create(request=request, willing=willing, reason=reason.strip(), by=by)


def answers_of(vacancy_id: int) -> dict[int, str]:
    """Jawaban per pegawai: `bersedia`, `tidak`, or `ditunggu`."""
    requests = WillingnessRequest.objects.filter(vacancy=vacancy_id).order_by("answers__at", "answers__pk")
    said = {None: "ditunggu", True: "bersedia", False: "tidak"}
    return {employee: said[willing] for employee, willing in requests.values_list("employee_id", "answers__willing")}


def replies_of(vacancy: Vacancy) -> list[WillingnessRequest]:
    """Siapa ditanya, with `willing`, `words` and `said_at` of the newest answer; in the order in which they were asked."""
    newest = Willingness.objects.filter(request=OuterRef("pk")).order_by("-at", "-pk")
    rows = WillingnessRequest.objects.filter(vacancy=vacancy).select_related("employee__current", "by")
    return list(
        rows.annotate(
            willing=Subquery(newest.values("willing")[:1]),
            words=Subquery(newest.values("reason")[:1]),
            said_at=Subquery(newest.values("at")[:1]),
        ).order_by("pk")
    )


def unanswered(user: User, day: date) -> QuerySet[WillingnessRequest]:
    """Permintaan kesediaan yang belum dijawab dan belum lewat."""
    return WillingnessRequest.objects.filter(employee__user=user, answers=None, answer_by__gte=day)


def waiting_for(user: User) -> list[WillingnessRequest]:
    """The same, by the day until which they wait."""
    return list(unanswered(user, clock.today()).select_related("vacancy").order_by("answer_by"))
