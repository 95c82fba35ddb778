"""The WSGI application that granian serves."""

import os
from collections.abc import Callable, Iterable
from typing import Any

from django.conf import settings
from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "jenjang.config.settings")

Application = Callable[[dict[str, Any], Any], Iterable[bytes]]


def over_https(application: Application) -> Application:
    """Visitors come over HTTPS; the proxy before us ends it and speaks HTTP to our loopback.

    Said by the setting, for a header that says it could come from anybody. Without it the browser's `Origin: https://…`
    would fit no form of ours, and no answer would carry HSTS.
    """

    def answer(environ: dict[str, Any], start_response: Any) -> Iterable[bytes]:
        environ["wsgi.url_scheme"] = "https"
        return application(environ, start_response)

    return answer


application: Application = get_wsgi_application()
if settings.HTTPS:
    application = over_https(application)
