"""Pengendalian: reminders, at most one a week to a person, whoever sends them."""

from django.conf import settings
from django.db import models
from django.db.models.functions import Now


class Reminder(models.Model):
    """Pengingat: what a person was reminded of in a week. `week` is its Monday: the database keeps it to one."""

    employee = models.ForeignKey("personnel.Employee", on_delete=models.PROTECT, related_name="reminders")
    week = models.DateField()
    about = models.CharField(max_length=20)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(db_default=Now(), editable=False)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["employee", "week"], name="reminder_once_a_week")]


class IndexTally(models.Model):
    """Indeks profesionalitas per unit: how many people and the sum of their scores, kept when a year is closed."""

    year = models.PositiveSmallIntegerField()
    unit = models.ForeignKey("organization.OrgUnit", on_delete=models.CASCADE, related_name="+")
    people = models.PositiveIntegerField(default=0)
    total = models.DecimalField(max_digits=14, decimal_places=2, default=0)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["year", "unit"], name="indextally_once")]
