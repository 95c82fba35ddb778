"""Buku besar: the sealed record of what decides careers.

`with ledger.attributed(by=user): ...` names who writes; a sealed table refuses a write that nobody signs for.
"""

from jenjang.ledger.actors import SYSTEM, Actor, actor_of, attributed

__all__ = ["SYSTEM", "Actor", "actor_of", "attributed"]
