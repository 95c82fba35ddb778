"""Keadaan sekarang: one row a person, rebuilt from the histories, so that lists and search read one narrow table."""

from django.contrib.postgres.indexes import GinIndex, OpClass
from django.db import models
from django.db.models import F, Q


class EmployeeCurrent(models.Model):
    """Nominatif: what lists show and search of a person today. Never a source of truth: `refresh_current` rebuilds it."""

    employee = models.OneToOneField(
        "personnel.Employee", primary_key=True, on_delete=models.CASCADE, related_name="current"
    )
    nip = models.CharField(max_length=18)
    name = models.CharField(max_length=200)
    full_name = models.CharField(max_length=400)
    sex = models.CharField(max_length=1)
    birth_date = models.DateField()
    status = models.CharField(max_length=20)
    standing = models.CharField(max_length=80)
    active = models.BooleanField()
    appointed_on = models.DateField(null=True)
    grade = models.CharField(max_length=5)
    grade_order = models.SmallIntegerField(default=0)
    grade_since = models.DateField(null=True)
    service_years = models.SmallIntegerField(default=0)
    service_months = models.SmallIntegerField(default=0)
    title = models.CharField(max_length=300)
    kind = models.CharField(max_length=20)
    echelon = models.CharField(max_length=6)
    career_level = models.CharField(max_length=20)
    position_since = models.DateField(null=True)
    unit = models.ForeignKey("organization.OrgUnit", null=True, on_delete=models.PROTECT, related_name="people")
    unit_name = models.CharField(max_length=300)
    seat = models.ForeignKey("organization.Seat", null=True, on_delete=models.PROTECT, related_name="holders")
    education = models.CharField(max_length=10)
    education_field = models.CharField(max_length=200)
    retires_on = models.DateField(null=True)
    search = models.TextField(db_collation="C")  # the index finds beginnings and gives the order on every server

    class Meta:
        indexes = [
            GinIndex(OpClass(F("search"), name="gin_trgm_ops"), name="employeecurrent_search"),
            models.Index(fields=["search"], name="employeecurrent_by_search"),
            models.Index(fields=["name", "employee"], name="employeecurrent_by_name"),
            models.Index(fields=["name", "employee"], condition=Q(active=False), name="employeecurrent_inactive"),
            models.Index(fields=["nip"], name="employeecurrent_by_nip"),
            models.Index(fields=["unit", "name", "employee"], name="employeecurrent_by_unit"),
            models.Index(fields=["kind", "name", "employee"], name="employeecurrent_by_kind"),
            models.Index(fields=["grade", "name", "employee"], name="employeecurrent_by_grade"),
            models.Index(fields=["status", "name", "employee"], name="employeecurrent_by_status"),
            models.Index(fields=["retires_on", "name"], condition=Q(active=True), name="employeecurrent_by_retirement"),
        ]

    def __str__(self) -> str:
        return self.full_name


class UnitTally(models.Model):
    """Jumlah pegawai per unit: counted when the projection is rebuilt, so that no page counts all people."""

    unit = models.OneToOneField(
        "organization.OrgUnit", primary_key=True, on_delete=models.CASCADE, related_name="tally"
    )
    active = models.PositiveIntegerField(default=0)
    inactive = models.PositiveIntegerField(default=0)
    seated = models.PositiveIntegerField(default=0, help_text="active people on the open seats of the unit")
