from django.db import migrations

from jenjang.ledger.operations import Seal, SealMany


class Migration(migrations.Migration):
    dependencies = [("personnel", "0001_initial"), ("ledger", "0001_initial")]

    operations = [
        SealMany(
            "IdentityRecord",
            "StatusRecord",
            "RankRecord",
            "PositionRecord",
            "EducationRecord",
            "AwardRecord",
            "KinshipRecord",
            "PersonalDataReading",
            person="employee_id",
        ),
        Seal("CorrectionTransition"),
    ]
