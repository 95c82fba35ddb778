"""A search for a name reads a page from the index, in order, however many people have that name."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("organization", "0002_seal"), ("personnel", "0004_seated")]

    operations = [
        migrations.AlterField("employeecurrent", "search", models.TextField(db_collation="C")),
        migrations.AddIndex("employeecurrent", models.Index(fields=["search"], name="employeecurrent_by_search")),
    ]
