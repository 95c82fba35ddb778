from django.db import migrations

from jenjang.ledger.operations import SealMany


class Migration(migrations.Migration):
    dependencies = [("feedback", "0001_initial"), ("ledger", "0001_initial")]

    operations = [
        SealMany("RaterTransition", "RoundResult", person="employee_id"),
        SealMany("RoundTransition"),
    ]
