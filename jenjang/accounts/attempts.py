"""Percobaan: counting wrong tries per person and address. What was typed is nobody's business and is not kept."""

from copy import copy
from typing import Any

from axes.handlers.database import AxesDatabaseHandler
from django.http import HttpRequest, QueryDict

MARKS = "axes_"


class QuietHandler(AxesDatabaseHandler):
    """axes would store the whole form beside a wrong try: new passwords, codes, and the words of a decision."""

    def user_login_failed(
        self, sender: Any, credentials: dict[str, Any], request: HttpRequest | None = None, **other: Any
    ) -> None:
        if request is None:
            return
        bare = copy(request)
        bare.GET = bare.POST = QueryDict()
        super().user_login_failed(sender, credentials, bare, **other)
        vars(request).update({name: value for name, value in vars(bare).items() if name.startswith(MARKS)})
