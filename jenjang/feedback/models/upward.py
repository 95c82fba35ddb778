"""Umpan balik tanpa nama kepada pimpinan: once a quarter from each, shown when at least a group has written."""

from django.db import models

from jenjang.feedback.models.anonymous import Answer, Turn


class UpwardTurn(Turn):
    """Giliran menulis kepada pimpinan. `quarter` is its first day."""

    leader = models.ForeignKey("personnel.Employee", on_delete=models.PROTECT, related_name="+")
    quarter = models.DateField("Triwulan")
    employee = models.ForeignKey("personnel.Employee", on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["leader", "quarter", "employee"], name="upwardturn_once_a_quarter")
        ]


class UpwardAnswer(Answer):
    """Umpan balik tanpa nama. `week` is the Monday of the week of writing; `lot` the Monday from which it is shown.

    A lot is shown whole: never an answer alone, also not one that comes after others.
    """

    leader = models.ForeignKey("personnel.Employee", on_delete=models.PROTECT, related_name="+")
    quarter = models.DateField("Triwulan")
    week = models.DateField("Pekan")
    value = models.CharField("Nilai", max_length=30)
    text = models.CharField("Umpan balik", max_length=1000)
    lot = models.DateField("Diperlihatkan sejak", null=True, blank=True)

    class Meta:
        indexes = [models.Index(fields=["leader", "lot"], name="upwardanswer_of_leader")]
