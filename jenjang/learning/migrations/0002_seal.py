from django.db import migrations

from jenjang.ledger.operations import SealMany


class Migration(migrations.Migration):
    dependencies = [("learning", "0001_initial"), ("ledger", "0001_initial")]

    operations = [
        SealMany(
            "CourseRecord",
            person="employee_id",
        ),
    ]
