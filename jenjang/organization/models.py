"""Instansi, unit kerja dan jabatan: which units and seats there are, on any day.

`OrgUnit` and `Seat` hold what is true today, for foreign keys, lists and trees; `OrgUnitRecord` and `SeatRecord` hold
what was said of them, when and by which decree. The records are sealed, the projections are rebuilt from them.
"""

from django.db import models
from django.db.models import F, Q

from jenjang.kernel.histories import DatedRecord


class SeatSource(models.TextChoices):
    """Asal jabatan: from what a seat is known."""

    UNIT_TREE = "ref_unor", "Pohon unit SIASN"
    HOLDER = "pemegang", "Dari pemegangnya"
    OFFICER = "petugas", "Ditambahkan petugas"


class Agency(models.Model):
    """Instansi: the regional government that employs; one a deployment."""

    siasn_id = models.CharField(max_length=42, unique=True)
    name = models.CharField("Nama", max_length=200)
    short_name = models.CharField("Nama pendek", max_length=80, blank=True, default="")
    code = models.CharField("Kode cepat BKN", max_length=10, blank=True, default="")
    address = models.CharField("Alamat", max_length=300, blank=True, default="")

    def __str__(self) -> str:
        return self.name


class OrgUnit(models.Model):
    """Unit organisasi (unor) as it stands today."""

    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="units")
    siasn_id = models.CharField(max_length=42, unique=True)
    name = models.CharField("Nama unit", max_length=300)
    parent = models.ForeignKey("self", null=True, blank=True, on_delete=models.PROTECT, related_name="children")
    echelon = models.CharField("Eselon", max_length=6, blank=True, default="")
    closed_on = models.DateField("Ditutup pada", null=True, blank=True)

    class Meta:
        indexes = [models.Index(fields=["parent", "name"], name="orgunit_by_parent")]
        constraints = [
            models.CheckConstraint(name="orgunit_is_not_its_own_parent", condition=~Q(parent=F("id"))),
        ]

    def __str__(self) -> str:
        return self.name


class OrgUnitRecord(DatedRecord):
    """Riwayat unit: its name, place in the tree and echelon from a day on; a closed unit says so."""

    unit = models.ForeignKey(OrgUnit, on_delete=models.PROTECT, related_name="records")
    name = models.CharField(max_length=300)
    parent = models.ForeignKey(OrgUnit, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    echelon = models.CharField(max_length=6, blank=True, default="")
    closed = models.BooleanField(default=False)

    class Meta:
        indexes = [models.Index(fields=["unit", "-effective_from"], name="orgunitrecord_by_day")]


class Seat(models.Model):
    """Jabatan dalam peta jabatan: a place to be filled in a unit, as it stands today."""

    unit = models.ForeignKey(OrgUnit, on_delete=models.PROTECT, related_name="seats")
    title = models.CharField("Nama jabatan", max_length=300)
    kind = models.CharField("Jenis jabatan", max_length=20)
    echelon = models.CharField("Eselon", max_length=6, blank=True, default="")
    career_level = models.CharField("Jenjang", max_length=20, default="tidak_ada")
    job_class = models.PositiveSmallIntegerField("Kelas jabatan", null=True, blank=True)
    need = models.PositiveSmallIntegerField("Kebutuhan", default=1)
    is_head = models.BooleanField("Memimpin unit", default=False)
    source = models.CharField("Asal", max_length=12, choices=SeatSource)
    siasn_id = models.CharField(max_length=42, blank=True, default="")
    opened_on = models.DateField("Dibuka pada")
    closed_on = models.DateField("Ditutup pada", null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["unit", "title", "kind", "career_level"],
                condition=Q(closed_on=None),
                name="seat_open_once_in_its_unit",
            ),
            models.UniqueConstraint(
                fields=["unit"], condition=Q(is_head=True, closed_on=None), name="seat_one_head_a_unit"
            ),
            models.CheckConstraint(
                name="seat_closed_after_opened", condition=Q(closed_on=None) | Q(closed_on__gte=F("opened_on"))
            ),
        ]
        indexes = [models.Index(fields=["kind", "title"], name="seat_by_kind")]

    def __str__(self) -> str:
        return self.title


class SeatRecord(DatedRecord):
    """Riwayat jabatan dalam peta: class, need and standing of a seat from a day on."""

    seat = models.ForeignKey(Seat, on_delete=models.PROTECT, related_name="records")
    unit = models.ForeignKey(OrgUnit, on_delete=models.PROTECT, related_name="+")
    title = models.CharField(max_length=300)
    kind = models.CharField(max_length=20)
    echelon = models.CharField(max_length=6, blank=True, default="")
    career_level = models.CharField(max_length=20, default="tidak_ada")
    job_class = models.PositiveSmallIntegerField(null=True, blank=True)
    need = models.PositiveSmallIntegerField(default=1)
    is_head = models.BooleanField(default=False)
    closed = models.BooleanField(default=False)
    origin = models.CharField(max_length=12, choices=SeatSource)

    class Meta:
        indexes = [models.Index(fields=["seat", "-effective_from"], name="seatrecord_by_day")]
