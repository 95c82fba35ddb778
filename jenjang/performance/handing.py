"""Penyerahan hasil: handed over, signed or objected to, ruled on by the appraiser's superior, and changed only by two."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from importlib.metadata import version
from typing import TYPE_CHECKING, Any

from django.db import transaction
from django.db.models import Max

from jenjang import ledger
from jenjang.accounts.queries import are_two_people, holders_of
from jenjang.accounts.roles import Role
from jenjang.kernel import clock
from jenjang.kernel.actions import notify
from jenjang.kernel.lawbooks import keep_law
from jenjang.kernel.queries import law_on
from jenjang.law.decisions import Decision, Finding
from jenjang.law.errors import NotInForce, Refused
from jenjang.law.workdays import working_calendar
from jenjang.performance import closing, kin, scopes
from jenjang.performance.appraisers import chain_above
from jenjang.performance.content import canonical
from jenjang.performance.evaluations import apply_assessment, period_of
from jenjang.performance.models import (
    AmendmentProposal,
    AppraisalObjection,
    AssessmentKind,
    Evaluation,
    EvaluationDocument,
    ObjectionRuling,
)
from jenjang.performance.moves import hold_evaluation, move_evaluation
from jenjang.performance.rules.objection import ObjectionFacts, decide_objection
from jenjang.performance.skps import refused, require_appraiser, require_owner
from jenjang.performance.states import FINAL
from jenjang.performance.tallies import Shifts
from jenjang.personnel.queries import accounts_of, current_of_employee

if TYPE_CHECKING:
    from jenjang.accounts.models import User
    from jenjang.kernel.models import Document
    from jenjang.law.parameters import LawOn
    from jenjang.ledger import Actor

FORMAT = 1
_OBJECTION = ("pp-30-2019#59",)


@transaction.atomic
def release(*, evaluation: Evaluation, by: User, on: date) -> EvaluationDocument:
    """Menyerahkan dokumen evaluasi kepada pegawai: sealed whole; from here on only an objection or two people change it."""
    require_appraiser(evaluation.skp, by)
    hold_evaluation(evaluation)
    return hand_over(evaluation, by=by, on=on)


def hand_over(
    evaluation: Evaluation, *, by: User | Actor, on: date, shifts: Shifts | None = None
) -> EvaluationDocument:
    """The handing over itself, also for many at once when the results of a team or unit are released."""
    move_evaluation(evaluation, "dirilis", by=by, shifts=shifts, released_on=on)
    document = seal_document(evaluation, by=by)
    notify(
        users=accounts_of([evaluation.employee_id]),
        text=f"Hasil evaluasi {period_of(evaluation).label} diserahkan kepada Anda. Baca, lalu tanda tangani atau ajukan keberatan.",
        url=evaluation.get_absolute_url(),
    )
    return document


def seal_document(evaluation: Evaluation, *, by: User | Actor) -> EvaluationDocument:
    """Dokumen evaluasi as it stands now, with the law and the program behind it."""
    newest = evaluation.documents.aggregate(newest=Max("version"))["newest"] or 0
    with ledger.attributed(by=by):
        return EvaluationDocument.objects.create(
            evaluation=evaluation, employee_id=evaluation.employee_id, version=newest + 1,
            content=document_content(evaluation), law_snapshot=keep_law(), program_version=version("jenjang"),
        )  # fmt: skip


def document_content(evaluation: Evaluation) -> str:
    """Everything that the document says beside the agreed version, which is sealed itself: what was reached and said, ratings, law."""
    last = evaluation.assessments.exclude(kind=AssessmentKind.SELF).order_by("-pk").first()
    reviews = {row.result_id: row for row in evaluation.reviews.all()}
    return canonical({
        "format": FORMAT,
        "masa": [evaluation.first.isoformat(), evaluation.last.isoformat()],
        "skp": [evaluation.skp_id, evaluation.skp.version],
        "realisasi": {str(key): row.realization for key, row in sorted(reviews.items())},
        "umpan_balik": {str(key): row.feedback for key, row in sorted(reviews.items())},
        "perilaku": {row.value: row.feedback for row in evaluation.behaviours.order_by("value")},
        "rating": [evaluation.result_rating, evaluation.behaviour_rating],
        "predikat": evaluation.predicate,
        "catatan": last.note if last else "",
        "hukum_per": last.law_on.isoformat() if last else "",
    })  # fmt: skip


@transaction.atomic
def sign(*, evaluation: Evaluation, by: User) -> None:
    """Menandatangani: the person accepts the document; the predicate counts."""
    require_owner(evaluation.skp, by)
    hold_evaluation(evaluation)
    move_evaluation(evaluation, "diterima", by=by)


@transaction.atomic
def lapse(*, evaluation: Evaluation, on: date) -> None:
    """Tenggat tanda tangan lewat tanpa tanggapan: the document stands as it was handed over."""
    hold_evaluation(evaluation)
    due = sign_by(evaluation)
    if due is None or on <= due:
        raise refused("Tenggat tanda tangan belum lewat.", code="tenggat")
    move_evaluation(evaluation, "tanpa_tanggapan", by=ledger.SYSTEM("tenggat"))
    text = (
        f"Tenggat menanggapi hasil evaluasi {period_of(evaluation).label} lewat; hasilnya berlaku seperti diserahkan."
    )
    notify(users=accounts_of([evaluation.employee_id]), text=text, url=evaluation.get_absolute_url())


def sign_by(evaluation: Evaluation, laws: Callable[[date], LawOn] = law_on) -> date | None:
    """Until when the person signs or objects; None before the handing over, and in a year without a calendar."""
    if evaluation.released_on is None:
        return None
    law = laws(evaluation.released_on)
    try:
        return working_calendar(law).add(evaluation.released_on, law["kinerja.dokumen.tanda_tangan"].value)
    except NotInForce:
        return None


def superior_of_appraiser(evaluation: Evaluation, on: date) -> tuple[bool, int | None]:
    """Atasan pejabat penilai: whether there is one, and who; None is the head of the region."""
    skp = evaluation.skp
    if skp.by_authority:
        return False, None
    appraiser = current_of_employee(skp.appraiser_id) if skp.appraiser_id else None
    unit = appraiser.unit_id if appraiser else None
    line = chain_above([unit] if unit else [], on)
    if appraiser is not None and unit and not appraiser.active and appraiser.seat and appraiser.seat.is_head:
        unit = line.parents.get(unit)  # whoever leads it since is no superior of who led it before
    return True, line.appraiser_of(skp.appraiser_id, unit)


def may_object(evaluation: Evaluation, on: date) -> Decision[Any]:
    """Whether the person can still object (`kinerja.keberatan`), and to whom."""
    if evaluation.state != "dirilis" or evaluation.released_on is None:
        return Decision(
            [Finding(False, "Keberatan diajukan sesudah hasil diserahkan dan sebelum ditandatangani.")], None
        )
    decision = decide_objection(ObjectionFacts(evaluation.released_on, on), law_on(on))
    has_superior, _ = superior_of_appraiser(evaluation, on)
    said = (
        "Keberatan diajukan kepada atasan pejabat penilai."
        if has_superior
        else "Kepala daerah tidak mempunyai atasan di instansi ini; tempuh upaya administratif menurut UU 30/2014."
    )
    return Decision([*decision.findings, Finding(has_superior, said, _OBJECTION, "atasan")], decision.result)


@transaction.atomic
def object_to(
    *, evaluation: Evaluation, words: str, by: User, on: date, evidence: Document | None = None
) -> AppraisalObjection:
    """Mengajukan keberatan (PP 30/2019 Pasal 59), with reasons, to the superior of the appraiser."""
    require_owner(evaluation.skp, by)
    hold_evaluation(evaluation)
    decision = may_object(evaluation, on)
    if not decision.allowed:
        raise Refused(decision)
    _, superior = superior_of_appraiser(evaluation, on)
    move_evaluation(evaluation, "keberatan", by=by)
    with ledger.attributed(by=by):
        made = AppraisalObjection.objects.create(
            evaluation=evaluation, employee_id=evaluation.employee_id, received_on=evaluation.released_on,
            submitted_on=on, words=words.strip(), evidence=evidence, to_id=superior,
        )  # fmt: skip
    text = f"Keberatan atas evaluasi {period_of(evaluation).label} menunggu putusan Anda."
    judges = accounts_of([superior]) if superior else holders_of(Role.APPOINTING_AUTHORITY)
    notify(users=judges, text=text, url=evaluation.get_absolute_url())
    return made


def rules_on(user: User, objection: AppraisalObjection) -> bool:
    """Whether this user rules on an objection: the superior it went to, never who rated or who objects."""
    return AppraisalObjection.objects.filter(scopes.judged_by(user), pk=objection.pk).exists()


@transaction.atomic
def rule_on(
    *, objection: AppraisalObjection, granted: bool, heard: str, words: str, by: User, on: date, result_rating: str = "",
    behaviour_rating: str = "",
) -> ObjectionRuling:  # fmt: skip
    """Memutus keberatan after hearing both; the word of the appraiser's superior is final. A rating left open stays."""
    if not rules_on(by, objection):
        raise refused("Hanya atasan pejabat penilai yang memutus keberatan ini.", code="atasan")
    evaluation = objection.evaluation
    hold_evaluation(evaluation)
    given = (evaluation.result_rating, evaluation.behaviour_rating)
    ratings = (result_rating or given[0], behaviour_rating or given[1]) if granted else given
    if granted and ratings == given:
        raise refused("Keberatan yang diterima mengubah paling sedikit satu rating.", code="rating", cites=_OBJECTION)
    relation = _relation(by, evaluation, on)
    apply_assessment(
        evaluation, AssessmentKind.OBJECTION, *ratings, target="diputus", by=by, law=law_on(on), reason=words.strip(),
        relation=relation,
    )  # fmt: skip
    _tell_of_relative(by, evaluation, relation, "memutus keberatan")
    with ledger.attributed(by=by):
        ruling = ObjectionRuling.objects.create(
            objection=objection, employee_id=objection.employee_id, granted=granted, heard=heard.strip(),
            words=words.strip(), by=by,
        )  # fmt: skip
    seal_document(evaluation, by=by)
    people = [key for key in (evaluation.employee_id, evaluation.skp.appraiser_id) if key]
    text = f"Keberatan atas evaluasi {period_of(evaluation).label} {'diterima' if granted else 'tidak diterima'}."
    notify(users=accounts_of(people), text=text, url=evaluation.get_absolute_url())
    return ruling


@transaction.atomic
def propose_amendment(
    *, evaluation: Evaluation, result_rating: str, behaviour_rating: str, reason: str, by: User
) -> AmendmentProposal:
    """Mengusulkan perubahan hasil yang sudah final: with a reason; another person settles it."""
    hold_evaluation(evaluation)
    if evaluation.state not in FINAL:
        raise refused("Perubahan hanya untuk hasil yang sudah final.", code="evaluasi")
    if evaluation.amendments.filter(state=AmendmentProposal.State.OPEN).exists():
        raise refused("Sudah ada usul perubahan yang menunggu.", code="evaluasi")
    _refuse_own(evaluation, by)
    return AmendmentProposal.objects.create(
        evaluation=evaluation, result_rating=result_rating, behaviour_rating=behaviour_rating, reason=reason.strip(),
        proposed_by=by,
    )  # fmt: skip


@transaction.atomic
def settle_amendment(*, proposal: AmendmentProposal, approve: bool, answer: str, by: User, on: date) -> None:
    """Menyetujui atau menolak usul perubahan, by a second natural person."""
    proposal = AmendmentProposal.objects.select_for_update().get(pk=proposal.pk)
    if proposal.state != AmendmentProposal.State.OPEN:
        raise refused("Usul ini sudah diselesaikan.", code="evaluasi")
    if not are_two_people(proposal.proposed_by, by, on):
        raise refused("Usul perubahan diselesaikan oleh orang lain, bukan pengusulnya.", code="dua_orang")
    _refuse_own(proposal.evaluation, by)
    state = AmendmentProposal.State.APPROVED if approve else AmendmentProposal.State.REJECTED
    AmendmentProposal.objects.filter(pk=proposal.pk).update(
        state=state, settled_by=by, settled_at=clock.now(), answer=answer.strip()
    )
    if approve:
        evaluation = proposal.evaluation
        hold_evaluation(evaluation)
        related = {officer: _relation(officer, evaluation, on) for officer in (proposal.proposed_by, by)}
        apply_assessment(
            evaluation, AssessmentKind.AMENDMENT, proposal.result_rating, proposal.behaviour_rating, target="diubah",
            by=proposal.proposed_by, law=law_on(on), reason=proposal.reason, seconded_by=by,
            relation=related[proposal.proposed_by],
        )  # fmt: skip
        for officer, relation in related.items():
            _tell_of_relative(officer, evaluation, relation, "mengubah hasil")
        seal_document(evaluation, by=by)
        closing.follow(evaluation, by=by, on=on)
        notify(
            users=accounts_of([key for key in (evaluation.employee_id, evaluation.skp.appraiser_id) if key]),
            text=f"Hasil evaluasi {period_of(evaluation).label} diubah: {proposal.reason}",
            url=evaluation.get_absolute_url(),
        )


def _relation(by: User, evaluation: Evaluation, on: date) -> str:
    """Kinship of who decides with whom it is about; nothing for an account without a person."""
    person = scopes.own_employee(by)
    return kin.relation_between(person.pk, evaluation.employee_id, on) if person else ""


def _tell_of_relative(by: User, evaluation: Evaluation, relation: str, did: str) -> None:
    person = scopes.own_employee(by)
    if person is not None and relation:
        kin.tell_personnel_office(evaluation, person.pk, relation, did)


def _refuse_own(evaluation: Evaluation, by: User) -> None:
    person = scopes.own_employee(by)
    if person is not None and person.pk == evaluation.employee_id:
        raise refused("Hasil Anda sendiri diubah oleh petugas lain.", code="sendiri")
