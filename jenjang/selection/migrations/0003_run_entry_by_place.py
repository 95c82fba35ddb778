"""A page of a long list is read in the order of the list, also beyond those who have a rank."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("selection", "0002_naskah")]

    operations = [
        migrations.RemoveIndex(model_name="runentry", name="run_entry_by_rank"),
        migrations.AddIndex(
            model_name="runentry", index=models.Index(fields=["run", "rank", "id"], name="run_entry_by_place")
        ),
    ]
