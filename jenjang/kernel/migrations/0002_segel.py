"""Seal what the agency decides: policy versions and the states of their drafts."""

from django.db import migrations

from jenjang.ledger.operations import SealMany


class Migration(migrations.Migration):
    dependencies = [("kernel", "0001_initial"), ("ledger", "0001_initial")]

    operations = [SealMany("PolicyDraftTransition", "PolicyVersion")]
