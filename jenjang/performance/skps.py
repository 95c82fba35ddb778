"""SKP: begun in a position, handed in, agreed, changed, ended. Every step names who took it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from django.db import transaction
from django.db.models import Count, Max, Q

from jenjang import ledger
from jenjang.accounts.queries import holders_of
from jenjang.accounts.roles import Role
from jenjang.kernel.actions import account_of, notify
from jenjang.kernel.queries import law_on
from jenjang.law.codes import PositionKind
from jenjang.law.decisions import Decision, Finding
from jenjang.law.errors import Refused
from jenjang.performance import scopes, years
from jenjang.performance.appraisers import Chain, chain_above
from jenjang.performance.completeness import Line, plan_is_complete
from jenjang.performance.content import content_of
from jenjang.performance.models import (
    SKP,
    Approach,
    DialogueNote,
    PerformanceYear,
    RatingDraft,
    ResultKind,
    SKPVersion,
)
from jenjang.performance.moves import hold_skp, move_skp
from jenjang.performance.openings import close_periods_after, open_evaluations
from jenjang.performance.serving import let_go
from jenjang.performance.tallies import Place, count_skp, place_of
from jenjang.performance.turns import take_turns
from jenjang.personnel.queries import accounts_of, current_of_employee
from jenjang.personnel.queries_service import service_on

if TYPE_CHECKING:
    from jenjang.accounts.models import User
    from jenjang.ledger import Actor
    from jenjang.personnel.models import Employee

OPEN_FOR_WRITING = frozenset({"rancangan", "perubahan"})
OVER = frozenset({"ditutup", "dibatalkan"})
AUTHORITY = "Kepala daerah"
"""Who appraises where no employee does: the head of the region has no record here."""


@transaction.atomic
def start(
    *,
    employee: Employee,
    year: PerformanceYear,
    by: User | Actor,
    on: date,
    approach: Approach | str = "kuantitatif",
    line: Chain | None = None,
) -> SKP:
    """Menyusun SKP for the position that a person holds on a day. An SKP of an earlier position ends the day before.

    `line` is the line of appraisers of the day, where many begin at once.
    """
    years.require_running(year)
    take_turns("mulai", employee.pk)
    current = current_of_employee(employee.pk)
    if current is None or not current.active or current.unit_id is None:
        raise refused("Pegawai ini tidak tercatat aktif pada suatu unit, jadi belum ada jabatan untuk SKP-nya.")
    earlier = SKP.objects.filter(employee=employee, year=year).exclude(state="dibatalkan")
    begins = max(current.position_since or date(year.year, 1, 1), date(year.year, 1, 1))
    ended = earlier.aggregate(last=Max("until"))["last"]
    if ended is not None and begins <= ended:  # somebody who came back to the same post
        serving = service_on(employee.pk, on)
        begins = max(serving.since if serving else begins, ended + timedelta(days=1))
    if begins > date(year.year, 12, 31):
        raise refused(f"Jabatan ini baru dipangku mulai {begins:%d-%m-%Y}, sesudah tahun {year.year}.", code="jabatan")
    if earlier.filter(until=None, effective_from__gte=begins).exists():
        raise refused("SKP untuk jabatan ini sudah ada.")
    for one in earlier.filter(until=None, effective_from__lt=begins):
        end(skp=one, until=begins - timedelta(days=1), by=by)
    appraiser = (line or chain_above([current.unit_id], on)).appraiser_of(employee.pk, current.unit_id)
    skp = SKP.objects.create(
        employee=employee, year=year, unit_id=current.unit_id, title=current.title, kind=current.kind,
        career_level=current.career_level, effective_from=begins, approach=approach, appraiser_id=appraiser,
        by_authority=appraiser is None,
    )  # fmt: skip
    count_skp(skp, None, Place(skp.state))
    return skp


@transaction.atomic
def submit(*, skp: SKP, by: User, on: date) -> None:
    """Mengajukan SKP kepada pejabat penilai, once it is complete. The leader need not have finished an own SKP."""
    require_owner(skp, by)
    hold_skp(skp)
    decision = may_submit(skp, on)
    if not decision.allowed:
        raise Refused(decision)
    move_skp(skp, "diajukan", by=by)
    notify(
        users=appraiser_accounts(skp), text=f"SKP {_name(skp)} menunggu persetujuan Anda.", url=skp.get_absolute_url()
    )


@transaction.atomic
def send_back(*, skp: SKP, by: User, reason: str) -> None:
    """Mengembalikan SKP: by the appraiser, or by its owner who wants it back, always with a reason."""
    _require_party(skp, by)
    hold_skp(skp)
    move_skp(skp, "perubahan" if skp.version else "rancangan", by=by, reason=reason)
    tell_the_other(skp, by, f"SKP {_name(skp)} dikembalikan: {reason}")


@transaction.atomic
def agree(*, skp: SKP, by: User, on: date, reason: str = "", seen: int | None = None) -> SKPVersion:
    """Menetapkan SKP: the whole text is sealed as a version, and the evaluations of its periods begin.

    `seen` is the number of the move up to which the appraiser has read it: what was handed in anew since is read first.
    """
    years.require_running(skp.year)
    newest = hold_skp(skp)
    require_appraiser(skp, by)
    if seen is not None and seen != newest:
        raise refused("SKP ini berubah sejak Anda membukanya. Baca dahulu isinya yang sekarang.", code="dibaca")
    decision = may_submit(skp, on)
    if not decision.allowed:
        raise Refused(decision)
    move_skp(skp, "ditetapkan", by=by, reason=reason)
    return seal_version(skp, by=by, on=on, reason=reason or _reason_of_change(skp))


def seal_version(skp: SKP, *, by: User | Actor, on: date, reason: str = "") -> SKPVersion:
    """Versi yang ditetapkan, with the evaluations that follow from it."""
    with ledger.attributed(by=by):
        version = SKPVersion.objects.create(
            skp=skp, employee_id=skp.employee_id, number=skp.version + 1, content=content_of(skp), reason=reason[:500],
            agreed_by=account_of(by), agreed_on=on,
        )  # fmt: skip
    skp.version = version.number
    SKP.objects.filter(pk=skp.pk).update(version=version.number)
    open_evaluations(skp)
    notify(users=_owner_accounts(skp), text=f"SKP {_name(skp)} sudah ditetapkan.", url=skp.get_absolute_url())
    return version


@transaction.atomic
def begin_change(*, skp: SKP, by: User, reason: str) -> None:
    """Mengubah SKP yang sudah ditetapkan, e.g. because the leader's results changed. The agreed version stands meanwhile."""
    years.require_running(skp.year)
    _require_party(skp, by)
    move_skp(skp, "perubahan", by=by, reason=reason)
    tell_the_other(skp, by, f"SKP {_name(skp)} mulai diubah: {reason}")


@transaction.atomic
def discard(*, skp: SKP, by: User, reason: str) -> None:
    """Membatalkan rancangan yang tidak jadi dipakai. What others hung on it waits again for a result of the leader."""
    require_owner(skp, by)
    move_skp(skp, "dibatalkan", by=by, reason=reason)
    let_go(skp.results.all())


@transaction.atomic
def end(*, skp: SKP, until: date, by: User | Actor) -> None:
    """Mengakhiri SKP karena jabatannya berakhir: later periods go, the yearly evaluation covers the months until then."""
    before = place_of(skp)
    skp.until = until
    SKP.objects.filter(pk=skp.pk).update(until=until)
    count_skp(skp, before, place_of(skp))
    close_periods_after(skp)


@transaction.atomic
def change_appraiser(*, skp: SKP, appraiser: Employee, by: User, reason: str) -> None:
    """Mengganti pejabat penilai, by the office that cares for the unit; all are told, and the dialogue keeps the reason."""
    hold_skp(skp)
    if appraiser.pk == skp.employee_id:
        raise refused("Tidak ada yang menilai dirinya sendiri.", code="penilai")
    if appraiser.pk == skp.appraiser_id:
        raise refused("Ia sudah menjadi pejabat penilai SKP ini.", code="penilai")
    if skp.state in OVER:
        raise refused("SKP ini sudah selesai; penilainya tidak diganti lagi.", code="penilai")
    former = appraiser_accounts(skp)
    give_to(skp, appraiser.pk, chosen=True)
    DialogueNote.objects.create(skp=skp, text=f"Pejabat penilai diganti: {reason}"[:1000], author=by)
    people = [*former, *accounts_of([appraiser.pk, skp.employee_id])]
    notify(users=people, text=f"Pejabat penilai SKP {_name(skp)} diganti.", url=skp.get_absolute_url())


def give_to(skp: SKP, appraiser: int | None, *, chosen: bool = False) -> None:
    """Under another appraiser from now on; None is the head of the region.

    What was rated keeps who rated it; drafts of ratings were the former's alone.
    """
    rated = skp.evaluations.filter(rater=None, rated_by_authority=False).exclude(predicate="")
    rated.update(rater=skp.appraiser_id, rated_by_authority=skp.by_authority)
    RatingDraft.objects.filter(evaluation__skp=skp).delete()
    skp.appraiser_id, skp.by_authority, skp.appraiser_chosen = appraiser, appraiser is None, chosen
    skp.save(update_fields=["appraiser", "by_authority", "appraiser_chosen", "changed_at"])


def may_submit(skp: SKP, on: date) -> Decision[None]:
    """What an SKP still lacks."""
    lines = skp.results.filter(dropped=False).annotate(
        count=Count("indicators"), bare=Count("indicators", filter=Q(indicators__aspect=""))
    )
    return plan_is_complete(
        [_line(one) for one in lines.order_by("kind", "order", "pk")],
        quantitative=skp.approach == Approach.QUANTITATIVE,
        leads=leads(skp),
        law=law_on(on),
    )


def leads(skp: SKP) -> bool:
    """Whether the results of this SKP carry perspectives instead of aspects: a JPT, or a post that the mayor appraises."""
    return skp.by_authority or PositionKind.of(skp.kind).is_jpt


def _line(one: Any) -> Line:
    tied = bool(one.unit_indicator_id or one.parent_id or one.provisional)
    return Line(one.text, one.kind == ResultKind.MAIN, tied, one.count, one.bare, bool(one.perspective))


def refused(reason: str, *, code: str = "skp", cites: Sequence[str] = ()) -> Refused:
    """One reason why something about an SKP cannot be."""
    return Refused(Decision([Finding(False, reason, tuple(cites), code)], None))


def require_owner(skp: SKP, by: User) -> None:
    """Only the person plans, reports and answers for the own SKP."""
    person = scopes.own_employee(by)
    if person is None or person.pk != skp.employee_id:
        raise refused("Hanya pemilik SKP yang dapat melakukan ini.", code="pemilik")


def require_appraiser(skp: SKP, by: User) -> None:
    """Only the pejabat penilai kinerja agrees and rates."""
    if not scopes.appraises(by, skp):
        raise refused("Hanya pejabat penilai kinerja SKP ini yang dapat melakukan ini.", code="penilai")


def _require_party(skp: SKP, by: User) -> None:
    """The two whose agreement an SKP is."""
    if not scopes.appraises(by, skp):
        require_owner(skp, by)


def tell_the_other(skp: SKP, by: User, text: str) -> None:
    """Whoever did it knows it; the other of the two is told."""
    users = [user for user in (*_owner_accounts(skp), *appraiser_accounts(skp)) if user.pk != by.pk]
    notify(users=users, text=text, url=skp.get_absolute_url())


def is_open_for_writing(skp: SKP) -> bool:
    """Whether the results of an SKP may be changed now."""
    return skp.state in OPEN_FOR_WRITING


def require_open(skp: SKP) -> None:
    """Refuse a change of what is handed in or agreed."""
    decision = may_write(skp)
    if not decision.allowed:
        raise Refused(decision)


def may_write(skp: SKP) -> Decision[None]:
    """Whether the text of an SKP can be changed now, and what to do first where it cannot."""
    said = {
        "diajukan": "SKP ini sedang diperiksa. Tarik kembali dahulu.",
        "ditetapkan": "SKP ini sudah ditetapkan. Mulai perubahan dahulu.",
    }.get(skp.state, "SKP ini sudah selesai.")
    return Decision([Finding(is_open_for_writing(skp), said, code="skp")], None)


def _reason_of_change(skp: SKP) -> str:
    last = skp.transitions.filter(from_state="ditetapkan", to_state="perubahan").order_by("-sequence").first()
    return last.reason if last and skp.version else ""


def _name(skp: SKP) -> str:
    current = current_of_employee(skp.employee_id)
    return f"{current.full_name}, {skp.year.year}" if current else str(skp.year.year)


def _owner_accounts(skp: SKP) -> list[User]:
    return accounts_of([skp.employee_id])


def appraiser_accounts(skp: SKP) -> list[User]:
    """The accounts of who appraises: of one, or of whoever stands for the head of the region."""
    if skp.by_authority:
        return list(holders_of(Role.APPOINTING_AUTHORITY))
    return accounts_of([skp.appraiser_id]) if skp.appraiser_id else []
