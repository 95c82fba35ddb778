from django.db import migrations

from jenjang.ledger.operations import SealMany


class Migration(migrations.Migration):
    dependencies = [("projects", "0003_tim_kerja"), ("ledger", "0001_initial")]

    operations = [
        SealMany(
            "MembershipTransition",
            "ConsentTransition",
            "ContributionTransition",
            person="employee_id",
        ),
        SealMany("ProjectTransition"),
    ]
