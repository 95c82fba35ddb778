"""Seal who was given which role, and who acts for whom: both decide who may decide."""

from django.db import migrations

from jenjang.ledger.operations import SealMany


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0002_peran_delegasi_peragaan"),
        ("ledger", "0001_initial"),
    ]

    operations = [SealMany("RoleGrant", "Delegation")]
