from django.db import migrations

from jenjang.ledger.operations import SealMany


class Migration(migrations.Migration):
    dependencies = [("performance", "0008_periodik"), ("ledger", "0001_initial")]

    operations = [SealMany("PeriodicRecord", person="employee_id")]
