"""Penghapusan baris tersegel: two officials who are two people, each with a code from the own phone, right now."""

from dataclasses import dataclass

from jenjang.accounts import factor, permissions, queries
from jenjang.accounts.models import User
from jenjang.law.decisions import Decision, Finding
from jenjang.law.errors import Refused
from jenjang.ledger import erasure


@dataclass(frozen=True, slots=True)
class Consent:
    """Persetujuan satu pejabat: the account, and the code that the phone shows now."""

    user: User
    code: str


def erase_row(*, table: str, row: str, first: Consent, second: Consent, reason: str) -> int:
    """Hapus (UU 27/2022 Pasal 44). Nothing of it happens unless both consent; the retention rule has the last word."""
    decision = erasing_findings(first.user, second.user)
    if not decision.allowed:
        raise Refused(decision)
    for consent in (first, second):
        if not factor.accept(consent.user, consent.code):
            raise Refused(Decision([Finding(False, f"{consent.user.name}: {factor.WRONG}", (), "kode")], None))
    return erasure.erase(table=table, row=row, by=first.user, approved_by=second.user, reason=reason)


def erasing_findings(first: User, second: User) -> Decision[None]:
    """May these two erase together?"""
    able = [
        Finding(
            one.is_active and queries.user_can(one, permissions.ROW_ERASE),
            f"{one.name} tidak berwenang menghapus data.",
            (),
            "wewenang",
        )
        for one in (first, second)
    ]
    two = "Penghapusan memerlukan dua orang yang berbeda, dan tidak seorang pun mewakili yang lain."
    return Decision([*able, Finding(queries.are_two_people(first, second), two, (), "dua_orang")], None)
