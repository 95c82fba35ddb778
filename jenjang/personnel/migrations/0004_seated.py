"""How many people sit on the seats of a unit, counted with the other tallies: the map of positions counts nobody."""

from django.db import migrations, models

COUNT = """
UPDATE personnel_unittally y SET seated = (
  SELECT count(*) FROM organization_seat t JOIN personnel_employeecurrent h ON h.seat_id = t.id AND h.active
  WHERE t.unit_id = y.unit_id AND t.closed_on IS NULL
)
"""


class Migration(migrations.Migration):
    dependencies = [("organization", "0002_seal"), ("personnel", "0003_inactive_people")]

    operations = [
        migrations.AddField(
            "unittally",
            "seated",
            models.PositiveIntegerField(default=0, help_text="active people on the open seats of the unit"),
        ),
        migrations.RunSQL(COUNT, migrations.RunSQL.noop),
    ]
