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
