"""Objects of accounts: a proposal, a grant, a delegation, an account."""

from datetime import timedelta

from jenjang.accounts import actions, codes
from jenjang.accounts.models import DelegationKind, RoleGrant
from jenjang.accounts.roles import Role
from jenjang.kernel import clock
from tests.access import NOBODY, Cast, Sample


def samples(cast: Cast) -> list[Sample]:
    today = clock.today()
    proposal = actions.propose_role(
        user=cast.hendra, role=Role.BOARD, since=today, reason="Anggota pengganti", by=cast.rahmat
    )
    terms = actions.ActingTerms(cast.ratna, DelegationKind.PLH, "800/1/2026", today)
    plh = actions.propose_role(
        user=cast.agus, role=Role.BOARD, since=today, until=today + timedelta(days=5), reason="Dinas luar", by=cast.lestari,
        acting=terms,
    )  # fmt: skip
    delegation = actions.approve_proposal(proposal=plh, by=cast.rahmat)
    grant = RoleGrant.objects.get(user=cast.agus)
    asked = codes.propose_activation(user=cast.budi, by=cast.rahmat, reason="Ponsel hilang, kata sandi lupa")
    return [
        Sample("accounts:proposal", {"pk": proposal.pk}, "usulan orang lain"),
        Sample("accounts:revoke", {"pk": grant.pk}, "peran yang berlaku"),
        Sample("accounts:end_delegation", {"pk": delegation.pk}, "Plh. yang berlaku"),
        Sample("accounts:issue_code", {"pk": cast.hendra.pk}, "akun orang lain"),
        Sample("accounts:code_proposal", {"pk": asked.pk}, "usulan orang lain"),
        Sample("accounts:demo_enter", {"account": 1}, "di luar peragaan", NOBODY),
        Sample("accounts:demo_people", {}, "di luar peragaan", NOBODY),
    ]
