"""Salin: planned results that a person need not write anew: of the former SKP, of the unit, of the post wherever it stands."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING, Any

from django.db import transaction
from django.db.models import Q, QuerySet

from jenjang.organization.queries import ancestors
from jenjang.performance import years
from jenjang.performance.models import SKP, PlannedResult, ResultTemplate
from jenjang.performance.moves import hold_skp
from jenjang.performance.planning import Measure, measured, require_room, unit_indicators, write_measures
from jenjang.performance.serving import leaders_results
from jenjang.performance.skps import leads, refused, require_open, require_owner

if TYPE_CHECKING:
    from jenjang.accounts.models import User

FORMER, UNIT, POST, PEERS = "sebelumnya", "unit", "jabatan", "sejawat"
PEERS_READ = 100
"""SKP of the same post that are looked through, the newest first: the library of a common post stays quick."""
PEERS_SHOWN = 20


@dataclass(frozen=True, slots=True)
class Source:
    """Satu contoh hasil kerja: from where, what it says, how it is measured, and whether the SKP has it already."""

    key: str
    origin: str
    text: str
    kind: str = "utama"
    served: str = ""
    perspective: str = ""
    measures: tuple[Measure, ...] = ()
    there: bool = False


def former_of(skp: SKP) -> SKP | None:
    """SKP sebelumnya: the newest agreed one of the same person from before this one, of last year or of the post left."""
    found = SKP.objects.filter(employee=skp.employee_id, version__gt=0).exclude(state="dibatalkan").exclude(pk=skp.pk)
    return (
        found.filter(effective_from__lt=skp.effective_from).select_related("year").order_by("-effective_from").first()
    )


def sources_for(skp: SKP, wanted: Collection[str] = (FORMER, UNIT, POST, PEERS)) -> list[Source]:
    """Everything that can be copied into an SKP, each text once, the nearest source first."""
    found: list[Source] = []
    if FORMER in wanted and (former := former_of(skp)) is not None:
        found += _of_results(_lines(former.results.filter(dropped=False)), FORMER)
    if UNIT in wanted or POST in wanted:
        found += [one for one in _of_templates(templates_for(skp)) if one.origin in wanted]
    if PEERS in wanted:
        found += _of_peers(skp)
    own = {_plain(text) for text in skp.results.filter(dropped=False).values_list("text", flat=True)}
    once: dict[str, Source] = {}
    for one in found:
        once.setdefault(_plain(one.text), one)
    return [replace(one, there=plain in own) for plain, one in once.items()]


def templates_for(skp: SKP) -> QuerySet[ResultTemplate]:
    """Contoh of the unit and those above it, for every post or for this one; then of the post wherever it stands."""
    path = [unit.pk for unit in ancestors(skp.unit_id)]
    here = Q(unit__in=path) & (Q(title="") | Q(title=skp.title))
    return ResultTemplate.objects.filter(here | Q(unit=None, title=skp.title)).order_by("unit_id", "text", "pk")


@transaction.atomic
def copy(*, skp: SKP, keys: Collection[str], by: User, on: date) -> int:
    """Menyalin contoh yang dipilih into an open draft; what is there already is left as it is. Gives how many came."""
    years.require_running(skp.year)
    require_owner(skp, by)
    hold_skp(skp)
    require_open(skp)
    found = {one.key: one for one in sources_for(skp)}
    if unknown := set(keys) - found.keys():
        raise refused(f"{len(unknown)} contoh sudah tidak ada. Muat halaman ini lagi.", code="salin")
    return take_over(skp, [one for key, one in found.items() if key in keys], on=on)


def take_over(skp: SKP, sources: Sequence[Source], *, on: date) -> int:
    """The copying itself, also when the unit officer prepares drafts for many."""
    fresh = [one for one in sources if not one.there]
    require_room(skp, len(fresh), on)
    leaders = {_plain(text): pk for pk, text in leaders_results(skp).values_list("pk", "text")}
    indicators = {_plain(one.text): one.pk for one in unit_indicators(skp)} if leads(skp) else {}
    start = skp.results.count()
    for place, one in enumerate(fresh):
        _take(skp, one, start + place, leaders, indicators)
    if any(one.origin == FORMER for one in fresh) and skp.copied_from_id is None:
        skp.copied_from = former_of(skp)
        SKP.objects.filter(pk=skp.pk).update(copied_from=skp.copied_from)
    return len(fresh)


def _take(skp: SKP, source: Source, order: int, leaders: dict[str, int], indicators: dict[str, int]) -> None:
    parent = None if leads(skp) else leaders.get(_plain(source.served))
    result = PlannedResult.objects.create(
        skp=skp, order=order, kind=source.kind, text=source.text, parent_id=parent,
        provisional="" if parent or leads(skp) else source.served,
        unit_indicator_id=indicators.get(_plain(source.served)), perspective=source.perspective if leads(skp) else "",
    )  # fmt: skip
    write_measures(result, source.measures, aspects=measured(skp))


def _of_results(results: Iterable[PlannedResult], origin: str) -> list[Source]:
    return [
        Source(
            f"h-{one.pk}", origin, one.text, one.kind, _served(one) if origin == FORMER else "", one.perspective,
            tuple(Measure(item.text, item.target, item.aspect) for item in one.indicators.all()),
        )
        for one in results
    ]  # fmt: skip


def _of_templates(templates: Iterable[ResultTemplate]) -> list[Source]:
    return [
        Source(f"c-{one.pk}", UNIT if one.unit_id else POST, one.text, measures=measures_of(one.indicators))
        for one in templates
    ]


def _of_peers(skp: SKP) -> list[Source]:
    """What others in the same post had agreed: the texts alone, never whose they are."""
    peers = SKP.objects.filter(title=skp.title, version__gt=0).exclude(employee=skp.employee_id)
    newest = list(peers.exclude(state="dibatalkan").order_by("-year", "-pk").values_list("pk", flat=True)[:PEERS_READ])
    results = _lines(PlannedResult.objects.filter(skp__in=newest, dropped=False, kind="utama").order_by("-pk"))
    once: dict[str, PlannedResult] = {}
    for one in results:
        once.setdefault(_plain(one.text), one)
    return _of_results(list(once.values())[:PEERS_SHOWN], PEERS)


def _lines(results: QuerySet[PlannedResult]) -> QuerySet[PlannedResult]:
    return results.select_related("parent", "unit_indicator").prefetch_related("indicators")


def _served(one: PlannedResult) -> str:
    if one.parent:
        return one.parent.text
    return one.unit_indicator.text if one.unit_indicator else one.provisional


def measures_of(indicators: Any) -> tuple[Measure, ...]:
    """The indicators of a template as they are kept: a list of aspect, text and target."""
    return tuple(Measure(text, target, aspect) for aspect, text, target in indicators)


def _plain(text: str) -> str:
    """Texts are the same when they read the same."""
    return " ".join(text.casefold().split())
