"""Who opens which page of doing: one's own entries and evidence, and beside the results whoever reads the SKP."""

from django.db import transaction

from jenjang.accounts.actions import create_account
from jenjang.accounts.models import User
from jenjang.organization.models import OrgUnit
from jenjang.performance import progress, skps
from jenjang.performance.evidence import Proof
from jenjang.performance.models import SKP, EvidenceUse
from jenjang.performance.progress import Done
from jenjang.performance.weeks import week_of
from jenjang.personnel.models import Employee
from tests.access import Cast, Sample
from tests.factories import performance as made
from tests.factories.people import make_employee
from tests.integration.hostile.honest import PDF

ALL_READERS = frozenset({"bkpsdm", "pyb", "ppk", "inspektorat"})
OWNER = frozenset({"pegawai_lain"})


@transaction.atomic
def samples(cast: Cast) -> list[Sample]:
    """Hendra wrote about a week and proved it with a file; a colleague in Yuliana's team did the same."""
    skp = SKP.objects.filter(employee__user=cast.hendra, year=made.make_year()).first()
    own = _written(cast.hendra, skp or _begun(cast.hendra, _unit(cast)))
    colleague = create_account(username="rekan.tim", name="Rekan Tim")
    theirs = _written(colleague, _begun(colleague, _unit(cast)))
    return [
        *(
            Sample(f"performance:{name}", kwargs, "milik sendiri", OWNER)
            for name, kwargs in (
                ("withdraw_progress", {"pk": own.entry_id}),
                ("proof", {"pk": own.evidence_id}),
                ("release_proof", {"pk": own.evidence_id, "use": own.pk}),
            )
        ),
        Sample("performance:proof_paper", {"pk": own.evidence_id}, "milik sendiri", OWNER | ALL_READERS),
        Sample("performance:written", {"pk": own.result.skp_id}, "milik sendiri", OWNER | ALL_READERS),
        Sample("performance:proof_paper", {"pk": theirs.evidence_id}, "milik orang lain", ALL_READERS | {"atasan"}),
        Sample("performance:written", {"pk": theirs.result.skp_id}, "milik orang lain", ALL_READERS | {"atasan"}),
        Sample("performance:proof", {"pk": theirs.evidence_id}, "milik orang lain", frozenset()),
        Sample("performance:withdraw_progress", {"pk": theirs.entry_id}, "milik orang lain", frozenset()),
    ]


def _unit(cast: Cast) -> OrgUnit:
    """The unit that Yuliana leads, as another part of these samples may have made it already."""
    head = Employee.objects.filter(user=cast.yuliana, current__seat__is_head=True).first()
    return head.current.seat.unit if head else made.make_team(cast.yuliana, cast.hendra).unit


def _begun(user: User, unit: OrgUnit) -> SKP:
    member = make_employee(user.name, user=user, unit=unit, title="Pengelola Data")
    return skps.start(employee=member, year=made.make_year(), by=user, on=made.START)


def _written(user: User, skp: SKP) -> EvidenceUse:
    result = made.add_result(skp, "Laporan tersusun", provisional="Data unit andal")
    (entry,) = progress.record(
        week=week_of(made.START), done=[Done(result.pk, "Laporan Januari selesai.")], by=user, on=made.START,
        proof=Proof(upload=PDF),
    )  # fmt: skip
    return EvidenceUse.objects.get(entry=entry)
