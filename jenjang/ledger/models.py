"""The tables of the ledger. They hold ids and hashes only; whoever reads them learns who wrote when, not what."""

from django.db import models
from django.db.models.functions import Now


class EntryKind(models.TextChoices):
    """Jenis catatan: what an entry of the ledger testifies."""

    SEALED = "segel", "Baris disegel"
    SCHEMA = "skema", "Bentuk segel"
    MIGRATED = "migrasi", "Disegel ulang saat pembaruan"
    ERASED = "hapus", "Dihapus sesuai jadwal retensi"
    DECREE = "keputusan", "Isi keputusan"
    DOCUMENT = "dokumen", "Berkas bertanda tangan"


class Entry(models.Model):
    """Catatan buku besar: one event on one row. The order of ids means nothing; the leaf index gives the order."""

    kind = models.CharField(max_length=10, choices=EntryKind)
    table_name = models.CharField(max_length=63)
    row_id = models.CharField(max_length=80)
    person = models.CharField(max_length=40)
    actor = models.CharField(max_length=80)
    at = models.DateTimeField()
    writer = models.CharField(max_length=63)
    version = models.IntegerField()
    hash = models.BinaryField(max_length=32)

    class Meta:
        db_table = "ledger_entry"
        indexes = [
            models.Index(fields=["table_name", "row_id"], name="ledger_entry_row"),
        ]


class Salt(models.Model):
    """Garam: makes the hash of a short value unguessable. Deleted with its row when a person's data is erased."""

    entry_id = models.BigIntegerField(primary_key=True)
    salt = models.BinaryField(max_length=32)

    class Meta:
        db_table = "ledger_salt"


class Disclosure(models.Model):
    """Ruas keputusan: one committed field of a decree, with the salt by which its publisher may open it."""

    entry_id = models.BigIntegerField()
    position = models.IntegerField()
    name = models.CharField(max_length=80)
    value = models.TextField()
    salt = models.BinaryField(max_length=32)

    class Meta:
        db_table = "ledger_disclosure"
        constraints = [models.UniqueConstraint(fields=["entry_id", "position"], name="ledger_disclosure_once")]


class Schema(models.Model):
    """Bentuk segel: the ordered columns and types that a version of a table's seal hashes."""

    table_name = models.CharField(max_length=63)
    version = models.IntegerField()
    row_column = models.CharField(max_length=63)
    person_column = models.CharField(max_length=63, blank=True)
    definition = models.TextField()
    recorded_at = models.DateTimeField(db_default=Now())

    class Meta:
        db_table = "ledger_schema"
        constraints = [models.UniqueConstraint(fields=["table_name", "version"], name="ledger_schema_once")]


class Leaf(models.Model):
    """Daun: the place of a committed entry in the tree, without gaps."""

    index = models.BigIntegerField(primary_key=True)
    entry_id = models.BigIntegerField(unique=True)
    hash = models.BinaryField(max_length=32)

    class Meta:
        db_table = "ledger_leaf"


class Sequencer(models.Model):
    """Pengurut: below `settled` every entry has its leaf or was rolled back, so the next run need not look there."""

    settled = models.BigIntegerField(default=0)
    seen = models.BigIntegerField(default=0)
    horizon = models.BigIntegerField(default=0)

    class Meta:
        db_table = "ledger_sequencer"


class Checkpoint(models.Model):
    """Titik periksa: a signed statement of how many leaves there are and what the root of their tree is."""

    size = models.BigIntegerField()
    root = models.BinaryField(max_length=32)
    frontier = models.TextField(
        help_text="roots of the perfect subtrees, so that the next checkpoint reads new leaves only"
    )
    note = models.TextField()
    at = models.DateTimeField(db_default=Now())

    class Meta:
        db_table = "ledger_checkpoint"
        indexes = [models.Index(fields=["size"], name="ledger_checkpoint_size")]
