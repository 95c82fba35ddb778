"""A panel member who is a candidate marks no rival."""

from django.db import migrations, models

TIES = [
    ("orang_sama", "Orang yang sama"),
    ("keluarga", "Keluarga"),
    ("pesaing", "Sesama calon"),
    ("atasan_bawahan", "Atasan atau bawahan langsung"),
    ("mungkin_keluarga", "Mungkin keluarga"),
]


class Migration(migrations.Migration):
    dependencies = [("selection", "0005_pernyataan_pejabat")]

    operations = [migrations.AlterField("tie", "kind", models.CharField(choices=TIES, max_length=20))]
