"""Mengakhiri lowongan tanpa hasil; mengembalikan tiga nama ke peringkat."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse

from jenjang.accounts.access import requires
from jenjang.selection import endings, meetings, presenters
from jenjang.selection.forms import EndForm
from jenjang.selection.forms_decision import BackForm
from jenjang.selection.permissions import NAMES_RETURN, VACANCY_END
from jenjang.selection.views.common import answered, in_file, vacancy_or_404
from jenjang.ui.answering import user_of
from jenjang.ui.page import posted


@requires(VACANCY_END, fresh=True)
def end(request: HttpRequest, number: str) -> HttpResponse:
    """Batalkan, or close unfilled, with a reason."""
    vacancy = vacancy_or_404(request, number)
    form = EndForm(posted(request), outcomes=endings.open_outcomes(vacancy.state))
    context = {**in_file(request, vacancy, "akhiri"), "decision": endings.ending_findings(vacancy)}
    return answered(
        request, form, "selection/end.html", context,
        lambda: endings.end(vacancy=vacancy, by=user_of(request), **form.cleaned_data),
        then=presenters.vacancy_url(vacancy),
    )  # fmt: skip


@requires(NAMES_RETURN)
def return_names(request: HttpRequest, number: str) -> HttpResponse:
    """Kembalikan ke peringkat: the team meets again, for example when one of the three withdrew."""
    vacancy = vacancy_or_404(request, number)
    form, user = BackForm(posted(request)), user_of(request)
    context = {**in_file(request, vacancy, "putusan"), "decision": meetings.returning_findings(vacancy, user)}
    return answered(
        request, form, "selection/return.html", context,
        lambda: meetings.return_to_ranking(vacancy=vacancy, reason=form.cleaned_data["reason"], by=user),
        then=presenters.vacancy_url(vacancy),
    )  # fmt: skip
