"""A vacancy brought to the board's three names, the proposal, the decision: through the real actions. People invented."""

from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from django.core.files.base import ContentFile
from django.db import transaction

from jenjang import ledger
from jenjang.accounts.models import User
from jenjang.kernel import actions as kernel
from jenjang.kernel.models import Document
from jenjang.personnel.models import Employee
from jenjang.selection import candidates, decisions, interests, meetings, moves, panels, proposals, willingness
from jenjang.selection.decisions import Choice
from jenjang.selection.models import Candidate, Decision, MergedMark, PanelSeat, Shortlist, Vacancy
from tests.factories.people import BY
from tests.factories.selection import ON, make_candidate, make_run, make_vacancy

REASON = (
    "Menghidupkan dua belas perpustakaan desa dalam dua tahun, memegang anggaran penuh, dan paling sesuai dengan "
    "rencana layanan literasi kota pada tahun-tahun mendatang."
)
PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de0000000c49444154789c63f8cfc0000003010100"
    "c9fe92ef0000000049454e44ae426082"
)


@dataclass
class Selected:
    """A vacancy with its people."""

    vacancy: Vacancy
    people: list[Employee]
    cast: Any
    shortlist: Shortlist | None = None
    users: list[User] = field(default_factory=list)

    @property
    def candidates(self) -> list[Candidate]:
        """The candidates in the order of the ranking."""
        found = {one.employee_id: one for one in Candidate.objects.filter(vacancy=self.vacancy)}
        return [found[person.pk] for person in self.people if person.pk in found]


def make_scan(by: User) -> Document:
    return kernel.store_document(ContentFile(PNG, name="pertek.png"), by=by)


def assessed(cast: Any, *, count: int = 4, best: int = 92, **facts: Any) -> Selected:
    """Ranked, willing, assessed by a board of three: budi chairs, ratna and agus are members."""
    people = [
        make_candidate(f"Calon {name}", technical=str(best - 3 * place), **facts)
        for place, name in enumerate("ABCDEF"[:count])
    ]
    users = []
    for person in people:
        user = User.objects.create(username=person.nip, name=f"Calon {person.nip[-3:]}")
        Employee.objects.filter(pk=person.pk).update(user=user)
        person.user = user
        users.append(user)
    vacancy = make_vacancy(cast.lestari)
    run = make_run(vacancy, cast.lestari)
    asked = willingness.ask(run=run, upto=count, answer_by=ON + timedelta(days=5), by=cast.lestari, on=ON)
    for request in asked:
        willingness.answer(request=request, willing=True, reason="", by=request.employee.user, on=ON)
    board = [
        panels.Named(user=user, seat=seat, internal=False, origin="Pemerintah Kota Contoh")
        for user, seat in zip(
            (cast.budi, cast.ratna, cast.agus), (PanelSeat.CHAIR, PanelSeat.SECRETARY, PanelSeat.MEMBER), strict=True
        )
    ]
    panels.form_panel(
        vacancy=vacancy, decree_number="188/1/2026", decree_date=date(2026, 11, 2), people=board, by=cast.lestari, on=ON
    )
    candidates.begin_assessment(vacancy=vacancy, by=cast.lestari, on=ON)
    with transaction.atomic(), ledger.attributed(by=BY):
        MergedMark.objects.bulk_create(
            MergedMark(candidate=one, component="tim_penilai", score=Decimal(80), markers=3)
            for one in Candidate.objects.filter(vacancy=vacancy)
        )
    moves.move(vacancy, "diperingkat", by=cast.lestari)
    return Selected(vacancy, people, cast, users=users)


def forwarded(cast: Any, declared: bool = True, **facts: Any) -> Selected:
    """Three names put forward by the secretary after a meeting of all; both officials declared that nothing ties them."""
    made = assessed(cast, **facts)
    members = list(made.vacancy.panel.members.all())
    meeting = meetings.hold_meeting(
        vacancy=made.vacancy, held_on=ON, place="Ruang rapat BKPSDM", notes="", present=members, by=cast.ratna, on=ON
    )
    made.shortlist = meetings.put_forward(vacancy=made.vacancy, meeting=meeting, by=cast.ratna, on=ON)
    if declared:
        free(made, cast.zulkifli, cast.wali)
    return made


def free(made: Selected, *officials: User, on: date = ON) -> None:
    """Each declares to have no interest in any of the three."""
    for official in officials:
        interests.declare(vacancy=made.vacancy, interests=[], by=official, on=on)


def tied(made: Selected, official: User, place: int = 1, kind: str = "keluarga", on: date = ON) -> None:
    """An official declares an interest in the candidate of a place."""
    told = [(made.candidates[place - 1], kind, "Anak dari kakak saya.")]
    interests.declare(vacancy=made.vacancy, interests=told, by=official, on=on)


def proposed(cast: Any, **facts: Any) -> Selected:
    """Proposed by the competent officer, with BKN's approval of all three."""
    made = forwarded(cast, **facts)
    proposals.propose(vacancy=made.vacancy, by=cast.zulkifli, on=ON)
    for one in made.candidates[:3]:
        approve(made, one)
    return made


def approve(made: Selected, candidate: Candidate, **facts: Any) -> Any:
    said = {"kind": "pertek", "number": "R-1/BKN/2026", "dated_on": ON, "approved": True} | facts
    return proposals.record_approval(
        vacancy=made.vacancy, candidate=candidate, document=make_scan(made.cast.lestari), by=made.cast.lestari, on=ON,
        **said,
    )  # fmt: skip


def choice(made: Selected, place: int = 1, **facts: Any) -> Choice:
    """The candidate of a place, with a reason when it is not the first."""
    said = {"reason_kind": "peringkat_pertama", "words": ""} if place == 1 else {
        "reason_kind": "kesesuaian_jabatan", "words": REASON,
    }  # fmt: skip
    return Choice(candidate=made.candidates[place - 1], **(said | facts))


def decided(cast: Any, place: int = 1, **facts: Any) -> tuple[Selected, Decision]:
    """Decided by the appointing authority."""
    made = proposed(cast, **facts)
    return made, decisions.decide(vacancy=made.vacancy, choice=choice(made, place), by=cast.wali, on=ON)


def ceremony(on: date = ON) -> Any:
    from jenjang.selection.inaugurations import Ceremony

    return Ceremony(
        on=on, place="Aula Balai Kota", official="Wali Kota Contoh", cleric="H. Abdul Karim",
        witnesses=("Zulkifli Rahman", "Nurhayati Lubis"),
    )  # fmt: skip
