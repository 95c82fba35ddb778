"""Masa retensi: how long rows of a table are kept is a parameter of law, `pdp.retensi.<table>`, in months.

The agency sets the time in its archive schedule (a policy version). A table without such a parameter is kept for ever:
nothing is erased on a clerk's word alone.
"""

from datetime import date

from jenjang.kernel.policy import law_on
from jenjang.law.decisions import Decision, Finding
from jenjang.law.errors import LawError, NotInForce
from jenjang.law.spans import add_months


def decide(table: str, recorded_on: date, on: date) -> Decision[date | None]:
    """Masa retensi data pribadi (UU 27/2022 Pasal 44)."""
    law = law_on(on)
    try:
        months = law[f"pdp.retensi.{table}"]
    except (LawError, NotInForce):
        return Decision(
            [Finding(False, f"Belum ada masa retensi yang ditetapkan untuk {table}: datanya disimpan.")], None
        )
    until = add_months(recorded_on, int(months.value))
    reason = ("Dicatat pada {}; disimpan {} bulan, sampai {}.", recorded_on, months.value, until)
    return Decision([Finding(on >= until, reason, months.cites)], until)
