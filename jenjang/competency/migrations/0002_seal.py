from django.db import migrations

from jenjang.ledger.operations import Seal, SealMany


class Migration(migrations.Migration):
    dependencies = [("competency", "0001_initial"), ("ledger", "0001_initial")]

    operations = [
        SealMany(
            "CompetencyRecord",
            "PotentialRecord",
            "TechnicalRecord",
            person="employee_id",
        ),
        Seal("SeatStandard"),
    ]
