"""Keberatan: a candidate says what is wrong, shows evidence, and somebody else answers in writing."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.db.models.functions import Now

from jenjang.kernel.transitions import TransitionRecord
from jenjang.selection.models.ranking import Run, RunEntry


class Objection(models.Model):
    """Keberatan atas satu baris peringkat. Sealed; its state is the newest `ObjectionTransition`.

    `about` is the component or requirement that is said to be wrong, by its code.
    """

    entry = models.ForeignKey(RunEntry, on_delete=models.PROTECT, related_name="objections")
    about = models.CharField(max_length=40)
    words = models.TextField("Keberatan", max_length=4000)
    closes_on = models.DateField("Batas keberatan")
    answer_by = models.DateField("Dijawab paling lambat")
    filed_at = models.DateTimeField(db_default=Now(), editable=False)
    filed_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="objections")

    class Meta:
        ordering = ["-filed_at", "-pk"]
        constraints = [models.CheckConstraint(name="objection_says_what_is_wrong", condition=~Q(words=""))]


class ObjectionEvidence(models.Model):
    """Bukti keberatan. Sealed."""

    objection = models.ForeignKey(Objection, on_delete=models.PROTECT, related_name="evidence")
    document = models.ForeignKey("kernel.Document", on_delete=models.PROTECT, related_name="+")
    note = models.CharField(max_length=300, blank=True, default="")
    at = models.DateTimeField(db_default=Now(), editable=False)


class ObjectionTransition(TransitionRecord):
    """Perpindahan status keberatan. Sealed."""

    objection = models.ForeignKey(Objection, on_delete=models.PROTECT, related_name="transitions")

    class Meta:
        db_table = "selection_objection_transition"
        ordering = ["objection", "sequence"]
        constraints = [
            models.UniqueConstraint(fields=["objection", "sequence"], name="objection_moves_one_at_a_time"),
        ]


class ObjectionAnswer(models.Model):
    """Jawaban keberatan, by an officer who had no part in the run; a granted one leads to a new run. Sealed."""

    objection = models.OneToOneField(Objection, on_delete=models.PROTECT, related_name="answer")
    granted = models.BooleanField("Diterima")
    words = models.TextField("Jawaban", max_length=4000)
    new_run = models.ForeignKey(Run, null=True, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(db_default=Now(), editable=False)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [models.CheckConstraint(name="objection_answer_has_words", condition=~Q(words=""))]
