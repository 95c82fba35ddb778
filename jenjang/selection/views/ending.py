"""Mengakhiri lowongan tanpa hasil."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse

from jenjang.accounts.access import requires
from jenjang.selection import endings, presenters
from jenjang.selection.forms import EndForm
from jenjang.selection.permissions import VACANCY_END
from jenjang.selection.views.common import answered, in_file, posted, user_of, vacancy_or_404


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
