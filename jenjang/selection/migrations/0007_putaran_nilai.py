"""Sheets are locked round by round: who joins after the marks were merged is marked in the next."""

from django.db import migrations, models

from jenjang.ledger.operations import Reseal


class Migration(migrations.Migration):
    dependencies = [("selection", "0006_pesaing")]

    operations = [
        migrations.RemoveConstraint("marksheet", "mark_sheet_is_locked_once"),
        migrations.AddField("marksheet", "round", models.PositiveSmallIntegerField(default=1, verbose_name="Putaran")),
        Reseal("MarkSheet"),
        migrations.AddConstraint(
            "marksheet",
            models.UniqueConstraint(
                fields=("member", "component", "round"), name="mark_sheet_is_locked_once_a_round"
            ),
        ),
    ]
