"""Mencabut: taking a role back, and ending a Plt. or Plh. before its last day. New sealed rows; nothing is edited."""

from datetime import date

from django.db import transaction

from jenjang import ledger
from jenjang.accounts import permissions, queries
from jenjang.accounts.deciding import lock_grants, require
from jenjang.accounts.models import Delegation, DelegationKind, RoleGrant, User
from jenjang.kernel import clock

LEAST_GRANTORS = 2


@transaction.atomic
def revoke(*, grant: RoleGrant, by: User, reason: str, on: date | None = None) -> RoleGrant:
    """Cabut peran: a new sealed row that ends a grant. Two people who can grant roles must always remain."""
    lock_grants()
    require(queries.user_can(by, permissions.ROLE_GRANT), "Anda tidak berwenang mencabut peran.")
    require(grant.ends_id is None and not RoleGrant.objects.filter(ends=grant).exists(), "Peran ini sudah dicabut.")
    day = on or clock.today()
    require(_enough_grantors_without(grant, day), "Paling sedikit dua orang harus tetap dapat memberi peran.")
    with ledger.attributed(by=by):
        _end_acting(grant, by, reason, day)
        return RoleGrant.objects.create(
            user_id=grant.user_id, role=grant.role, scope_unit=grant.scope_unit, since=day, reason=reason,
            proposed_by=by, approved_by=by, ends=grant,
        )  # fmt: skip


def _end_acting(grant: RoleGrant, by: User, reason: str, day: date) -> None:
    """A Plh. stands in for who is away; when the role itself is gone there is nobody left to stand in for."""
    if queries.grants_on(day).filter(user=grant.user_id, role=grant.role).exclude(pk=grant.pk).exists():
        return
    running = queries.running_delegations().filter(kind=DelegationKind.PLH, principal=grant.user_id, role=grant.role)
    for delegation in running:
        _ending(delegation, by, reason, day)


@transaction.atomic
def end_delegation(*, delegation: Delegation, by: User, reason: str, on: date | None = None) -> Delegation:
    """Akhiri Plt/Plh before its last day: the holder is back, or another was named."""
    lock_grants()
    allowed = queries.user_can(by, permissions.ROLE_GRANT) or by.pk == delegation.principal_id
    require(allowed, "Hanya pejabat yang diwakili atau pemberi peran yang dapat mengakhirinya.")
    ended = delegation.ends_id is not None or Delegation.objects.filter(ends=delegation).exists()
    require(not ended, "Pelaksanaan tugas ini sudah diakhiri.")
    day = on or clock.today()
    with ledger.attributed(by=by):
        return _ending(delegation, by, reason, day)


def _ending(delegation: Delegation, by: User, reason: str, day: date) -> Delegation:
    return Delegation.objects.create(
        principal_id=delegation.principal_id, delegate_id=delegation.delegate_id, kind=delegation.kind,
        role=delegation.role, scope_unit=delegation.scope_unit, since=day, until=max(day, delegation.until),
        decree_number=delegation.decree_number, decree_date=delegation.decree_date, reason=reason,
        proposed_by=by, approved_by=by, ends=delegation,
    )  # fmt: skip


def _enough_grantors_without(grant: RoleGrant, day: date) -> bool:
    granting = {role.value for role in permissions.ROLE_GRANT.roles}
    if grant.role not in granting:
        return True
    others = queries.grants_on(day).filter(role__in=granting, user__is_active=True).exclude(pk=grant.pk)
    return others.values("user").distinct().count() >= LEAST_GRANTORS
