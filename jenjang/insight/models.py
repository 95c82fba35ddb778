"""Temuan data yang dibaca: keys and counts only; names are looked up when the page is opened."""

from django.db import models


class SignalReading(models.Model):
    """Pembacaan temuan: what looked odd when everybody's rows were last read. The newest counts, older ones go with it.

    A projection, read anew each night: reading a large city takes longer than a page.
    """

    at = models.DateTimeField()
    patterns = models.ForeignKey(
        "performance.PatternReading", null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    content = models.JSONField()

    class Meta:
        ordering = ["-pk"]
