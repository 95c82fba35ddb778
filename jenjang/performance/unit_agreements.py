"""Perjanjian kinerja: proposed by the head or officer of a unit, agreed by the leader above, sealed whole, changed with a reason."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from django.db import transaction
from django.db.models import Max

from jenjang import ledger
from jenjang.accounts.queries import are_two_people, holders_of
from jenjang.accounts.roles import Role
from jenjang.kernel import clock
from jenjang.kernel.actions import notify
from jenjang.law.decisions import Decision, Finding
from jenjang.law.errors import Refused
from jenjang.performance import comparing, scopes, years
from jenjang.performance.appraisers import Chain, chain_above
from jenjang.performance.content import FORMAT, canonical, read
from jenjang.performance.models import AgreementProposal, Objective, PerformanceYear, UnitAgreement
from jenjang.performance.skps import refused
from jenjang.performance.turns import take_turns
from jenjang.performance.unit_plans import objectives_above, open_for_writing
from jenjang.personnel.queries import accounts_of

if TYPE_CHECKING:
    from jenjang.accounts.models import User

CODE = "perjanjian"
CITES = ("permenpanrb-6-2022#5",)


@dataclass(frozen=True, slots=True)
class Ends:
    """Kedua pihak perjanjian: who leads the unit, and who leads above it; None above is the head of the region."""

    head: int | None
    above: int | None

    @property
    def by_authority(self) -> bool:
        return self.above is None


def ends_of(unit: int, line: Chain) -> Ends:
    """Who agrees with whom about a unit."""
    head = line.heads.get(unit)
    return Ends(head, line.appraiser_of(head or 0, line.parents.get(unit)))


def url_of(unit: int, year: PerformanceYear) -> str:
    return f"/kinerja/unit/{unit}/{year.year}/"


@transaction.atomic
def propose(*, unit: Any, year: PerformanceYear, by: User, on: date, reason: str = "") -> AgreementProposal:
    """Mengajukan perjanjian kinerja to the leader above; a change of what was agreed says why."""
    open_for_writing(unit.pk, year, by)
    ends = ends_of(unit.pk, chain_above([unit.pk], on))
    decision = may_propose(unit.pk, year, ends)
    if not decision.allowed:
        raise Refused(decision)
    agreed = UnitAgreement.objects.filter(unit=unit, year=year).order_by("-version").first()
    if agreed is not None:
        _require_change(agreed, content_of(unit, year, ends.head))
        if not reason.strip():
            raise refused("Perubahan perjanjian memerlukan alasan tertulis.", code="alasan")
    made = AgreementProposal.objects.create(year=year, unit=unit, reason=reason.strip(), proposed_by=by)
    text = f"Perjanjian kinerja {unit.name}, {year.year}, menunggu kesepakatan Anda."
    notify(users=_above_accounts(ends), text=text, url=url_of(unit.pk, year))
    return made


@transaction.atomic
def agree(*, proposal: AgreementProposal, by: User, on: date) -> UnitAgreement:
    """Menyepakati: the plan is sealed whole as the next version. It takes two people."""
    years.require_running(proposal.year)
    ends = ends_of(proposal.unit_id, chain_above([proposal.unit_id], on))
    _require_above(ends, by)
    if not are_two_people(proposal.proposed_by, by, on):
        raise refused("Perjanjian disepakati orang lain, bukan pengusulnya.", code="dua_orang")
    _settle(proposal, AgreementProposal.State.AGREED, by=by)
    with ledger.attributed(by=by):
        made = UnitAgreement.objects.create(
            year=proposal.year, unit_id=proposal.unit_id, version=_newest(proposal.unit_id, proposal.year) + 1,
            content=content_of(proposal.unit, proposal.year, ends.head), reason=proposal.reason, head_id=ends.head,
            proposed_by=proposal.proposed_by, agreed_by=by, agreed_on=on,
        )  # fmt: skip
    _tell_unit(proposal, ends, f"Perjanjian kinerja {proposal.unit.name}, {proposal.year.year}, disepakati.")
    return made


@transaction.atomic
def send_back(*, proposal: AgreementProposal, reason: str, by: User, on: date) -> None:
    """Mengembalikan perjanjian with a reason."""
    ends = ends_of(proposal.unit_id, chain_above([proposal.unit_id], on))
    _require_above(ends, by)
    _settle(proposal, AgreementProposal.State.RETURNED, by=by, answer=reason.strip())
    _tell_unit(proposal, ends, f"Perjanjian kinerja {proposal.unit.name} dikembalikan: {reason}")


@transaction.atomic
def withdraw(*, proposal: AgreementProposal, by: User) -> None:
    """Menarik kembali usul yang belum disepakati."""
    if not scopes.cares_for(by, proposal.unit_id):
        raise refused("Unit ini tidak Anda kelola.", code=CODE)
    _settle(proposal, AgreementProposal.State.WITHDRAWN, by=by)


def may_propose(unit: int, year: PerformanceYear, ends: Ends) -> Decision[None]:
    """Kelengkapan: every objective has an indicator with a target, and serves one above wherever there is one."""
    rows = list(Objective.objects.filter(unit=unit, year=year).prefetch_related("indicators").order_by("order", "pk"))
    has_above = bool(objectives_above(unit, year))
    said = f"{len(rows)} sasaran." if rows else "Belum ada sasaran."
    findings = [Finding(bool(rows), said, CITES, "sasaran")]
    for one in rows:
        indicators = list(one.indicators.all())
        if not indicators:
            findings.append(Finding(False, f"“{one.text}” belum mempunyai indikator.", CITES, "indikator"))
        if ends.by_authority and any(not item.perspective for item in indicators):
            findings.append(Finding(False, f"Perspektif indikator “{one.text}” belum dipilih.", CITES, "perspektif"))
        if has_above and one.parent_id is None:
            sentence = f"“{one.text}” belum menyebut sasaran unit di atasnya yang didukung."
            findings.append(Finding(False, sentence, CITES, "mendukung"))
    return Decision(findings, None)


def _require_change(agreed: UnitAgreement, content: str) -> None:
    if not comparing.of_agreement(read(agreed.content), read(content)):
        said = f"Isinya sama dengan versi {agreed.version} yang sudah disepakati. Ubah sasaran, indikator, atau targetnya dulu."
        raise refused(said, code=CODE)


def is_above(ends: Ends, by: User) -> bool:
    """Whether somebody is the leader with whom the unit agrees."""
    if ends.by_authority:
        return Role.APPOINTING_AUTHORITY in scopes.powers(by).roles
    person = scopes.own_employee(by)
    return person is not None and person.pk == ends.above


def content_of(unit: Any, year: PerformanceYear, head: int | None) -> str:
    """Isi perjanjian: objectives in their order with what they serve, indicators and targets, as canonical JSON."""
    rows = Objective.objects.filter(unit=unit, year=year).select_related("parent").prefetch_related("indicators")
    return canonical({
        "format": FORMAT,
        "tahun": year.year,
        "unit": unit.pk,
        "nama_unit": unit.name,
        "pemimpin": head,
        "sasaran": [
            {
                "id": one.pk,
                "teks": one.text,
                "mendukung": one.parent.text if one.parent else "",
                "mendukung_id": one.parent_id,
                "indikator": [
                    {
                        "id": item.pk, "perspektif": item.perspective, "teks": item.text, "target": item.target,
                        "angka": str(item.target_number) if item.target_number is not None else None, "satuan": item.measure,
                    }
                    for item in one.indicators.all()
                ],
            }
            for one in rows.order_by("order", "pk")
        ],
    })  # fmt: skip


def _require_above(ends: Ends, by: User) -> None:
    if not is_above(ends, by):
        raise refused("Hanya pimpinan di atas unit ini yang menyepakati perjanjiannya.", code=CODE)


def _settle(proposal: AgreementProposal, state: str, *, by: User, answer: str = "") -> None:
    take_turns("perjanjian", proposal.unit_id)
    waits = AgreementProposal.objects.filter(pk=proposal.pk, state=AgreementProposal.State.OPEN)
    if not waits.update(state=state, settled_by=by, settled_at=clock.now(), answer=answer):
        raise refused("Usul ini sudah diselesaikan.", code=CODE)


def _newest(unit: int, year: PerformanceYear) -> int:
    found = UnitAgreement.objects.filter(unit=unit, year=year).aggregate(newest=Max("version"))
    return found["newest"] or 0


def _above_accounts(ends: Ends) -> list[User]:
    if ends.above is None:
        return list(holders_of(Role.APPOINTING_AUTHORITY))
    return accounts_of([ends.above])


def _tell_unit(proposal: AgreementProposal, ends: Ends, text: str) -> None:
    heads = accounts_of([ends.head]) if ends.head else []
    notify(users=[*heads, proposal.proposed_by], text=text, url=url_of(proposal.unit_id, proposal.year))
