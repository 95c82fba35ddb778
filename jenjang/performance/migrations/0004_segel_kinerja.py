from django.db import migrations

from jenjang.ledger.operations import SealMany


class Migration(migrations.Migration):
    dependencies = [("performance", "0003_kinerja"), ("ledger", "0001_initial")]

    operations = [
        SealMany(
            "SKPVersion",
            "SKPTransition",
            "Assessment",
            "EvaluationTransition",
            "EvaluationDocument",
            "AppraisalObjection",
            "ObjectionRuling",
            "ImprovementResult",
            "CreditPointRecord",
            "ProfessionalismRecord",
            person="employee_id",
        ),
        SealMany(
            "PerformanceYearTransition",
            "UnitAppraiser",
            "UnitAgreement",
            "UnitResult",
            "UnitPredicate",
            "DistributionOverride",
            "Calibration",
        ),
    ]
