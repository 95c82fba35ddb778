"""Permintaan perbaikan data: the ASN asks, an officer settles, and both stand in the record."""

from enum import StrEnum

from django.conf import settings
from django.db import models
from django.db.models.functions import Now


class RequestState(StrEnum):
    """Keadaan permintaan perbaikan."""

    SUBMITTED = "diajukan"
    ACCEPTED = "diterima"
    REFUSED = "ditolak"
    WITHDRAWN = "dicabut"

    @property
    def label(self) -> str:
        return _LABELS[self]


_LABELS = {
    RequestState.SUBMITTED: "Menunggu petugas",
    RequestState.ACCEPTED: "Diterima",
    RequestState.REFUSED: "Ditolak",
    RequestState.WITHDRAWN: "Dicabut pengaju",
}


class CorrectionRequest(models.Model):
    """Permintaan perbaikan data: one field of one record, the value it should have, and the evidence."""

    employee = models.ForeignKey("personnel.Employee", on_delete=models.PROTECT, related_name="correction_requests")
    kind = models.CharField("Riwayat", max_length=20)
    record_id = models.BigIntegerField("Baris")
    field = models.CharField("Isian", max_length=40)
    old_value = models.CharField("Tertulis", max_length=300, blank=True, default="")
    new_value = models.CharField("Seharusnya", max_length=300)
    statement = models.CharField("Penjelasan", max_length=500)
    evidence = models.ForeignKey("kernel.Document", on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(db_default=Now(), editable=False)

    class Meta:
        indexes = [models.Index(fields=["employee", "-at"], name="correctionrequest_by_person")]


class CorrectionTransition(models.Model):
    """Langkah permintaan perbaikan: who moved it, when and why. The newest row is its state."""

    request = models.ForeignKey(CorrectionRequest, on_delete=models.PROTECT, related_name="transitions")
    at = models.DateTimeField(db_default=Now(), editable=False)
    actor = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    from_state = models.CharField(max_length=10, blank=True, default="")
    to_state = models.CharField(max_length=10, choices=[(state.value, state.label) for state in RequestState])
    reason = models.CharField(max_length=500, blank=True, default="")

    class Meta:
        db_table = "personnel_correctionrequest_transition"
        indexes = [models.Index(fields=["request", "-id"], name="correctiontransition_newest")]
