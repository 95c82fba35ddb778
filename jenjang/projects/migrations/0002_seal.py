from django.db import migrations

from jenjang.ledger.operations import SealMany


class Migration(migrations.Migration):
    dependencies = [("projects", "0001_initial"), ("ledger", "0001_initial")]

    operations = [
        SealMany(
            "TeamRoleRecord",
            person="employee_id",
        ),
    ]
