from django.db import migrations

from jenjang.ledger.operations import SealMany


class Migration(migrations.Migration):
    dependencies = [("performance", "0001_initial"), ("ledger", "0001_initial")]

    operations = [
        SealMany(
            "AppraisalRecord",
            "Feedback360Record",
            person="employee_id",
        ),
    ]
