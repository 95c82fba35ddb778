"""Yang disepakati di luar hasil kerja: the leader's own expectations, the annexes, and what both wrote to each other."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from django.db import transaction

from jenjang.law.parameters import LawOn
from jenjang.performance import scopes, years
from jenjang.performance.models import SKP, Annex, BehaviourExpectation, DialogueNote, PlannedResult
from jenjang.performance.moves import hold_skp
from jenjang.performance.skps import refused, require_appraiser, require_open, require_owner, tell_the_other

if TYPE_CHECKING:
    from jenjang.accounts.models import User


def values_of(law: LawOn) -> list[dict[str, Any]]:
    """Tujuh nilai dasar BerAKHLAK, each with its code, name and guides (`kinerja.perilaku.panduan`)."""
    return [dict(one) for one in law["kinerja.perilaku.panduan"].value]


@transaction.atomic
def set_expectations(*, skp: SKP, texts: Mapping[str, str], by: User) -> None:
    """Menulis ekspektasi khusus pimpinan by value; an empty one is taken back. The person is told."""
    years.require_running(skp.year)
    require_appraiser(skp, by)
    hold_skp(skp)
    if skp.state not in ("rancangan", "perubahan", "diajukan"):
        raise refused("SKP ini sudah ditetapkan. Mulai perubahan dahulu.", code="ekspektasi")
    there = dict(skp.expectations.values_list("value", "text"))
    wanted = {value: text for value, text in texts.items() if text}
    if wanted == there:
        return
    skp.expectations.all().delete()
    BehaviourExpectation.objects.bulk_create(
        BehaviourExpectation(skp=skp, value=value, text=text) for value, text in wanted.items()
    )
    tell_the_other(skp, by, "Pimpinan menulis ekspektasi khusus pada SKP Anda.")


@transaction.atomic
def set_annexes(*, skp: SKP, lines: Mapping[str, Sequence[str]], by: User) -> None:
    """Menulis lampiran: support, accountability and consequences, line by line."""
    years.require_running(skp.year)
    require_owner(skp, by)
    hold_skp(skp)
    require_open(skp)
    skp.annexes.all().delete()
    Annex.objects.bulk_create(
        Annex(skp=skp, kind=kind, order=order, text=text)
        for kind, texts in lines.items()
        for order, text in enumerate(texts)
    )


@transaction.atomic
def write_note(*, skp: SKP, text: str, by: User, result: PlannedResult | None = None) -> DialogueNote:
    """Dialog kinerja: one of the two writes to the other. Nothing is taken back."""
    if not scopes.appraises(by, skp):
        require_owner(skp, by)
    if skp.state == "dibatalkan":
        raise refused("SKP ini dibatalkan.", code="dialog")
    note = DialogueNote.objects.create(skp=skp, result=result, text=text, author=by)
    tell_the_other(skp, by, f"Catatan baru pada dialog SKP: {text}")
    return note
