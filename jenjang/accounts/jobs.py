"""Pekerjaan akun yang berjalan sendiri."""

from django.conf import settings
from django.contrib.sessions.backends.db import SessionStore
from django.contrib.sessions.models import Session

from jenjang.accounts.models import UserSession
from jenjang.accounts.sessions import forget_tries_before
from jenjang.kernel import clock
from jenjang.kernel.jobs import every


@every("41 17 * * *", name="buang_sesi_lama")
def forget_what_is_over() -> None:
    """Sessions that ran out, with what they held, and wrong tries that no longer count."""
    SessionStore.clear_expired()
    UserSession.objects.exclude(session_key__in=Session.objects.values("session_key")).delete()
    forget_tries_before(clock.now() - settings.AXES_COOLOFF_TIME)
