"""Accounts in words and pictures."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

import segno

from jenjang.accounts import actions, hooks
from jenjang.accounts.models import GrantProposal, RoleGrant, User
from jenjang.accounts.queries import Powers
from jenjang.accounts.roles import Role
from jenjang.kernel import clock
from jenjang.ui.formats import long_date, weekday_date

if TYPE_CHECKING:
    from jenjang.kernel.models import Notice

NUMBERS = ("", "satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan", "sepuluh")
SEX_DIGIT = slice(14, 15)  # of a NIP: 1 a man, 2 a woman
DAYTIMES = ((11, "pagi"), (15, "siang"), (18, "sore"), (24, "malam"))


@dataclass(frozen=True, slots=True)
class RoleLine:
    """One role of an account, as its owner reads it."""

    label: str
    description: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class ProposalLine:
    """A proposal that waits, and what stands in the way of this viewer."""

    proposal: GrantProposal
    objection: str


@dataclass(frozen=True, slots=True)
class NoticeLine:
    """One notice, at the agency's own time."""

    text: str
    url: str
    at: datetime
    is_new: bool


def notice_line(notice: Notice) -> NoticeLine:
    return NoticeLine(notice.text, notice.url, notice.at.astimezone(clock.zone()), notice.read_at is None)


def role_lines(powers: Powers) -> list[RoleLine]:
    """Own roles, then those exercised for another."""
    own = [
        RoleLine(role.label, role.description, _scope(units))
        for role in Role
        if (units := powers.own.get(role)) is not None
    ]
    acting = [
        RoleLine(
            f"{item.kind.value.capitalize()}. {item.role.label}",
            item.role.description,
            f"Mewakili {item.principal.name} sampai {long_date(item.until)}, surat {item.decree_number}.",
        )
        for item in powers.acting
    ]
    return own + acting


def proposal_lines(proposals: Iterable[GrantProposal], viewer: User) -> list[ProposalLine]:
    lines = []
    for proposal in proposals:
        objections = actions.may_approve(proposal, viewer).objections
        lines.append(ProposalLine(proposal, objections[0].reason if objections else ""))
    return lines


def honorific(user: User) -> str:
    """ "Bu", "Pak", or nothing when the NIP does not tell."""
    return {"1": "Pak", "2": "Bu"}.get(user.username[SEX_DIGIT], "") if user.is_nip else ""


def greeting(user: User) -> str:
    """Selamat pagi, Bu Sri."""
    hour = clock.now().astimezone(clock.zone()).hour
    daytime = next(word for end, word in DAYTIMES if hour < end)
    words = [word for word in user.name.split(",")[0].split() if "." not in word]
    called = f"{honorific(user)} {words[0]}".strip() if honorific(user) and words else user.name
    return f"Selamat {daytime}, {called}"


def home_lead(user: User, waiting: int) -> str:
    """Kamis, 19 November 2026. Ada tiga hal yang menunggu Ibu."""
    you = {"Bu": "Ibu", "Pak": "Bapak"}.get(honorific(user), "Anda")
    day = weekday_date(clock.today())
    if not waiting:
        return f"{day}."
    count = NUMBERS[waiting] if waiting < len(NUMBERS) else str(waiting)
    return f"{day}. Ada {count} hal yang menunggu {you}."


def qr_picture(text: str) -> str:
    """A QR code as an image address; black on white in light and dark, as scanners want it."""
    return str(segno.make(text, error="m").svg_data_uri(scale=5, border=4, dark="#000", light="#fff"))


def in_fours(secret: str) -> str:
    """A secret that people can type: JBSW Y3DP …"""
    return " ".join(secret[place : place + 4] for place in range(0, len(secret), 4))


def with_units(grants: Iterable[RoleGrant]) -> list[tuple[RoleGrant, str]]:
    """Each grant beside the name of the unit it is limited to."""
    names = hooks.unit_names()
    return [(grant, names.get(grant.scope_unit, grant.scope_unit)) for grant in grants]


def _scope(units: frozenset[str]) -> str:
    names = hooks.unit_names() if "" not in units else {}
    named = sorted(names.get(unit, unit) for unit in units if unit)
    return "" if "" in units else f"Hanya untuk unit {', '.join(named)}."
