"""Perpindahan status: who moved what, from where to where, when and why. Sealed; the newest row is the state."""

from django.conf import settings
from django.db import models
from django.db.models.functions import Now


class TransitionRecord(models.Model):
    """Perpindahan: `sequence` makes two moves at once from the same state impossible."""

    sequence = models.PositiveSmallIntegerField()
    from_state = models.CharField(max_length=20, blank=True, default="")
    to_state = models.CharField(max_length=20)
    reason = models.TextField(max_length=2000, blank=True, default="")
    at = models.DateTimeField(db_default=Now(), editable=False)
    actor = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        abstract = True
