"""Umpan balik tanpa nama kepada pimpinan."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from jenjang.accounts.access import requires
from jenjang.accounts.queries import law_for
from jenjang.feedback import upward
from jenjang.feedback.forms import UpwardForm
from jenjang.feedback.hints import hints_for
from jenjang.feedback.permissions import OWN
from jenjang.feedback.values import values_of
from jenjang.feedback.views.common import checked, personal, voice_or_404
from jenjang.kernel import clock
from jenjang.ui.answering import answered
from jenjang.ui.page import posted


@requires(OWN)
@require_http_methods(["GET", "HEAD", "POST"])
@personal
def write(request: HttpRequest) -> HttpResponse:
    """Menulis tanpa nama, with what is promised and what is not said beforehand."""
    voice, today = voice_or_404(request), clock.today()
    found, law = upward.writing(voice, today), law_for(voice.user, today)
    form = UpwardForm(posted(request), values=values_of(law), hint_url=reverse("feedback:hint"))
    context = {
        "found": found, "smallest": law["kinerja.umpan_balik.kelompok_terkecil"].value,
        "hints": hints_for(request.POST.get("text", "")),
    }  # fmt: skip
    if "periksa" in request.POST:
        return checked(request, form, "feedback/upward.html", context)

    def act() -> None:
        given = form.cleaned_data
        upward.write(writer=voice, value=given["value"], text=given["text"], on=today)
        messages.success(request, "Tersimpan tanpa nama Anda.")

    return answered(request, form, "feedback/upward.html", context, act, reverse("feedback:own"))
