"""Jawaban tanpa nama: one table says who has answered, another what was answered, and nothing leads from one to the other.

Neither has a counter, a time finer than the week, a session, an account or a seal. Both are written only by
`jenjang.feedback.deposit`, which mixes the rows of a group anew each time (docs/adr/anonymous-answers.md).
"""

from uuid import uuid4

from django.db import models


class Turn(models.Model):
    """Giliran: that somebody has answered, so that nobody answers twice."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)

    class Meta:
        abstract = True


class Answer(models.Model):
    """Jawaban: what somebody of a group answered."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)

    class Meta:
        abstract = True
