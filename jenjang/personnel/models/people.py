"""Pegawai, kontaknya, and who opened whose personal data."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.db.models.functions import Now


class Employee(models.Model):
    """Pegawai ASN: the anchor of every history. What is true of the person stands in the histories, not here."""

    siasn_id = models.CharField("ID SIASN", max_length=42, blank=True, default="")
    nip = models.CharField("NIP", max_length=18, unique=True)
    user = models.OneToOneField(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="employee"
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["siasn_id"], condition=~Q(siasn_id=""), name="employee_siasn_id_once"),
            models.CheckConstraint(name="employee_nip_has_18_digits", condition=Q(nip__regex=r"^[0-9]{18}$")),
        ]

    def __str__(self) -> str:
        return self.nip

    def get_absolute_url(self) -> str:
        return f"/pegawai/{self.nip}/"


class Contact(models.Model):
    """Kontak pegawai: changes often and decides nothing, so it is no history."""

    employee = models.OneToOneField(Employee, primary_key=True, on_delete=models.PROTECT, related_name="contact")
    phone = models.CharField("Nomor telepon", max_length=30, blank=True, default="")
    email = models.CharField("Surel", max_length=254, blank=True, default="")
    work_email = models.CharField("Surel dinas", max_length=254, blank=True, default="")
    address = models.CharField("Alamat", max_length=500, blank=True, default="")
    tax_number = models.CharField("NPWP", max_length=30, blank=True, default="")
    health_insurance = models.CharField("Nomor BPJS", max_length=30, blank=True, default="")


class PersonalDataReading(models.Model):
    """Pembukaan data pribadi: who opened a person's masked data, when and why. The person sees this list."""

    employee = models.ForeignKey(Employee, on_delete=models.PROTECT, related_name="readings")
    reader = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    purpose = models.CharField("Keperluan", max_length=300)
    at = models.DateTimeField(db_default=Now(), editable=False)

    class Meta:
        indexes = [models.Index(fields=["employee", "-at"], name="personaldatareading_by_person")]
