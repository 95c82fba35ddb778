"""Membuka putaran 360 derajat: raters for everybody, block by block, relatives left out; and one more where one is replaced."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from secrets import token_hex
from typing import TYPE_CHECKING

from django.db import transaction
from django.db.models import Count, QuerySet

from jenjang.feedback.models import Rater, Round
from jenjang.feedback.moves import move_round
from jenjang.feedback.people import members_of
from jenjang.feedback.proposing import Field, Place, add_load, choose
from jenjang.feedback.refusals import refused
from jenjang.feedback.rules.round_outcome import LEADER, PEERS, SUBORDINATES
from jenjang.feedback.turns import hold
from jenjang.kernel.actions import account_of
from jenjang.kernel.queries import law_on
from jenjang.law.parameters import LawOn
from jenjang.performance.appraisers import Chain, chain
from jenjang.performance.kin import relation_within
from jenjang.personnel import colleagues
from jenjang.personnel.relatives import Relatives

if TYPE_CHECKING:
    from jenjang.accounts.models import User
    from jenjang.ledger import Actor
    from jenjang.personnel.colleagues import Colleague

BLOCK = 250
Tell = Callable[[int, int, str], None]


@dataclass(slots=True)
class Proposed:
    """Yang diusulkan, for the officer who asked."""

    people: int = 0
    raters: int = 0
    relatives: int = 0


@transaction.atomic
def open_round(*, by: User | Actor, on: date) -> Round:
    """Membuka putaran tahun ini: its days are fixed now, the raters are proposed by a job."""
    if Round.objects.filter(year=on.year).exclude(state="dibatalkan").exists():
        raise refused(f"Putaran 360° tahun {on.year} sudah dibuka.", code="putaran")
    law = law_on(on)
    object_until = on + timedelta(days=law["kinerja.umpan_balik_360.sanggah"].value)
    return Round.objects.create(
        year=on.year, seed=token_hex(16), opened_on=on, object_until=object_until,
        fill_until=object_until + timedelta(days=law["kinerja.umpan_balik_360.isi"].value), opened_by=account_of(by),
    )  # fmt: skip


def propose_all(round: Round, *, by: User | Actor, tell: Tell) -> Proposed:
    """Raters for everybody who has none yet; then the round runs. What a killed run has written stays."""
    lottery = Lottery.whole(round)
    waiting = sorted(set(lottery.field.places) - set(_with_raters(round)))
    done, whole = 0, Proposed()
    for block in _blocks(waiting):
        _propose(round, block, lottery, whole)
        done += len(block)
        tell(done, len(waiting), f"{done} dari {len(waiting)} pegawai")
    round.refresh_from_db()
    if round.state == "disiapkan":
        move_round(round, "berjalan", by=by)
    return whole


@transaction.atomic
def _propose(round: Round, block: Sequence[int], lottery: Lottery, whole: Proposed) -> None:
    hold("penilai", round.pk)  # two runs of one round take turns, and the second finds these people done
    done = set(_with_raters(round).filter(employee__in=block))
    for key in block:
        if key in done:
            continue
        for group, people in lottery.raters_of(key):
            lottery.count(group, people)
            lottery.rows += [Rater(round=round, employee_id=key, rater_id=one, group=group) for one in people]
            whole.raters += len(people)
    Rater.objects.bulk_create(lottery.rows)
    lottery.rows = []
    whole.people += len(block) - len(done)
    whole.relatives = len(lottery.left_out)


def propose_another(rater: Rater, *, on: date) -> Rater | None:
    """Penilai pengganti in the same group, by the same rule; none where nobody is left."""
    person = colleagues.colleague(rater.employee_id)
    if person is None or rater.group == LEADER:
        return None
    lottery = Lottery.around(rater.round, person, on)
    taken = set(rater.round.raters.filter(employee=rater.employee_id).values_list("rater_id", flat=True)) - {None}
    found = lottery.one_more(rater.employee_id, rater.group, taken)
    return Rater.objects.create(
        round=rater.round, employee_id=rater.employee_id, rater_id=found, group=rater.group
    ) if found else None  # fmt: skip


class Lottery:
    """Undian penilai: the field, the families, the numbers of the law, and who has how many forms already."""

    def __init__(self, round: Round, people: Iterable[Colleague], line: Chain, relatives: Relatives) -> None:
        self.law = law_on(round.opened_on)
        self.round, self.relatives = round, relatives
        self.field = Field.of(
            Place(one.key, one.unit, line.parents.get(one.unit), line.appraiser_of(one.key, one.unit))
            for one in people if one.unit is not None
        )  # fmt: skip
        self.load = _load_of(round)
        self.rows: list[Rater] = []
        self.left_out: set[tuple[int, int]] = set()

    @classmethod
    def whole(cls, round: Round) -> Lottery:
        """For everybody at once."""
        people = [one for unit in colleagues.all_by_unit().values() for one in unit]
        return cls(round, people, chain(round.opened_on), Relatives())

    @classmethod
    def around(cls, round: Round, person: Colleague, on: date) -> Lottery:
        """For one person: the own unit and those beside it, the leader's team and the own."""
        line = chain(on)
        above = line.parents.get(person.unit or 0)
        units = {person.unit, *(unit for unit, parent in line.parents.items() if above and parent == above)}
        teams = [members_of(leader, line) for leader in (line.appraiser_of(person.key, person.unit), person.key)]
        people = {one.key: one for group in (colleagues.of_units(units), *teams) for one in group}
        return cls(round, people.values(), line, Relatives(around=[person.key]))

    def raters_of(self, key: int) -> Iterator[tuple[str, list[int | None]]]:
        """Pimpinan, rekan, bawahan of one person."""
        own = self.field.places[key]
        if own.appraiser is None or not self._are_relatives(key, own.appraiser):
            yield LEADER, [own.appraiser]
        peers = self._chosen(key, PEERS, self.field.peers(key))
        yield PEERS, list(peers)
        subordinates = self._chosen(key, SUBORDINATES, [self.field.subordinates(key)], peers)
        yield SUBORDINATES, list(subordinates)

    def one_more(self, key: int, group: str, taken: Iterable[int]) -> int | None:
        """The next in the lot who is not asked yet."""
        if key not in self.field.places:
            return None
        tiers = self.field.peers(key) if group == PEERS else [self.field.subordinates(key)]
        return next(iter(self._chosen(key, group, tiers, taken, most=1)), None)

    def count(self, group: str, people: Iterable[int | None]) -> None:
        """The forms of a leader do not count against the most that one person is asked for: that is the leader's duty."""
        if group != LEADER:
            add_load(self.load, [one for one in people if one is not None])

    def _chosen(
        self, key: int, group: str, tiers: Sequence[Sequence[int]], taken: Iterable[int] = (), most: int = 0
    ) -> list[int]:
        smallest = self.law["kinerja.umpan_balik.kelompok_terkecil"].value
        most = most or self.law[f"kinerja.umpan_balik_360.{group}"].value
        return choose(
            tiers, most=most, enough=min(smallest, most), ticket=f"{self.round.seed}:{key}:{group}", load=self.load,
            cap=self.law["kinerja.umpan_balik_360.beban"].value, barred=lambda one: self._are_relatives(key, one), taken=taken,
        )  # fmt: skip

    def _are_relatives(self, one: int, other: int) -> bool:
        related = bool(relation_within(self.relatives, one, other, self.law))
        if related:
            self.left_out.add((one, other))
        return related


def numbers(law: LawOn) -> dict[str, int]:
    """How many raters the agency proposes of each group, for the page that opens a round."""
    return {group: int(law[f"kinerja.umpan_balik_360.{group}"].value) for group in (PEERS, SUBORDINATES)}


def _load_of(round: Round) -> dict[int, int]:
    asked = round.raters.filter(state__in=("aktif", "disanggah"), rater__isnull=False).exclude(group=LEADER)
    return dict(asked.order_by().values_list("rater_id").annotate(n=Count("pk")).values_list("rater_id", "n"))


def _with_raters(round: Round) -> QuerySet[Rater, int]:
    return round.raters.order_by().values_list("employee_id", flat=True).distinct()


def _blocks(people: Sequence[int]) -> Iterator[Sequence[int]]:
    return (people[start : start + BLOCK] for start in range(0, len(people), BLOCK))
