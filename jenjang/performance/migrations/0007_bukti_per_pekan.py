from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("performance", "0006_rencana")]

    operations = [
        migrations.RemoveConstraint(model_name="evidenceuse", name="evidence_proves_a_result_once"),
        migrations.AddConstraint(
            model_name="evidenceuse",
            constraint=models.UniqueConstraint(
                fields=("evidence", "result", "entry"),
                name="evidence_proves_a_result_once_a_week",
                nulls_distinct=False,
            ),
        ),
    ]
