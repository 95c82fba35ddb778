"""Beranda petugas: imports that were read and wait for a decision."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING

from jenjang.accounts import todo
from jenjang.accounts.queries import user_can
from jenjang.siasn import queries
from jenjang.siasn.permissions import IMPORT
from jenjang.ui import formats

if TYPE_CHECKING:
    from django.db.models import QuerySet

    from jenjang.accounts.models import User
    from jenjang.kernel.models import StagedImport


def waiting(user: "User", day: date) -> Iterator[todo.Item]:
    """Impor menunggu diperiksa."""
    if not user_can(user, IMPORT, day):
        return
    for staged in queries.waiting_for_review():
        words = f"{formats.whole(staged.new)} baru, {formats.whole(staged.changed)} berubah, {formats.whole(staged.rejected)} ditolak"
        yield todo.Item(
            title=f"Impor {queries.TITLES[staged.kind].lower()} menunggu diperiksa", text=words, url=f"/impor/{staged.pk}/",
            verb="Periksa",
        )  # fmt: skip


def imports_to_review(user: "User", day: date) -> "Sequence[QuerySet[StagedImport]]":
    return (queries.waiting_for_review(),) if user_can(user, IMPORT, day) else ()
