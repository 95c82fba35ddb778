"""Access samples of personnel: one's own record, somebody else's, and what only officers do."""

from datetime import date
from io import BytesIO

from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import transaction

from jenjang.kernel.actions import store_document
from jenjang.personnel import requests
from jenjang.personnel.actions import Decree
from jenjang.personnel.actions import append as add_record
from jenjang.personnel.kinds import kind
from jenjang.personnel.models import EducationRecord, RankRecord
from tests.access import EVERYONE, Cast, Sample
from tests.factories.people import BY, make_employee, make_seat, make_unit

PDF = b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"
READERS = frozenset({"bkpsdm", "pyb", "ppk", "inspektorat"})
OWN = READERS | {"pegawai"}
OFFICER = frozenset({"bkpsdm"})


@transaction.atomic
def samples(cast: Cast) -> list[Sample]:
    unit = make_unit("Dinas Contoh")
    seat = make_seat(unit)
    own = make_employee("Sri Wahyuni", user=cast.sri, unit=unit)
    other = make_employee("Orang Lain", unit=unit)
    rows = {person: _scanned_rank(person) for person in (own, other)}
    education = EducationRecord.objects.get(employee=own)
    asked = requests.ask(
        employee=own, kind=kind("pendidikan"), record=education, field="school", new_value="Universitas Lain",
        statement="Nama di ijazah lain.", evidence=SimpleUploadedFile("ijazah.pdf", PDF, "application/pdf"), by=cast.sri,
    )  # fmt: skip
    line = {"nip": own.nip, "kind": "pangkat", "record": rows[own].pk}
    return [
        Sample("personnel:profile", {"nip": own.nip}, "milik sendiri", OWN),
        Sample("personnel:profile", {"nip": other.nip}, "milik orang lain", READERS),
        Sample("personnel:cv", {"nip": own.nip}, "milik sendiri", OWN),
        Sample("personnel:cv", {"nip": other.nip}, "milik orang lain", READERS),
        Sample("personnel:histories", {"nip": own.nip}, "milik sendiri", OWN),
        Sample("personnel:histories", {"nip": other.nip}, "milik orang lain", READERS),
        Sample("personnel:scan", line, "milik sendiri", OWN),
        Sample("personnel:scan", {**line, "nip": other.nip, "record": rows[other].pk}, "milik orang lain", READERS),
        Sample("personnel:personal_data", {"nip": own.nip}, "seorang pegawai", frozenset({"bkpsdm", "inspektorat"})),
        Sample("personnel:leave", {"nip": own.nip, "how": "pensiun"}, "seorang pegawai", OFFICER),
        Sample("personnel:add", {"nip": own.nip, "kind": "pangkat"}, "seorang pegawai", OFFICER),
        Sample("personnel:correct", line, "seorang pegawai", OFFICER),
        Sample("personnel:cancel", line, "seorang pegawai", OFFICER),
        Sample("personnel:ask", line, "milik sendiri", frozenset({"pegawai"})),
        Sample("personnel:settle", {"pk": asked.pk}, "permintaan seorang pegawai", OFFICER),
        Sample("personnel:evidence", {"pk": asked.pk}, "permintaan sendiri", frozenset({"pegawai", "bkpsdm"})),
        Sample("personnel:unit", {"pk": unit.pk}, "sebuah unit", EVERYONE),
        *(
            Sample(f"personnel:{name}", {"pk": unit.pk}, "sebuah unit", OFFICER)
            for name in ("open_unit", "change_unit", "close_unit")
        ),
        Sample("personnel:add_seat", {"pk": unit.pk}, "sebuah unit", OFFICER),
        Sample("personnel:seat", {"pk": seat.pk}, "sebuah jabatan", EVERYONE),
        Sample("personnel:complete_seat", {"pk": seat.pk}, "sebuah jabatan", OFFICER),
        Sample("personnel:close_seat", {"pk": seat.pk}, "sebuah jabatan", OFFICER),
    ]


def _scanned_rank(person):
    decree = Decree("823/1/2026", date(2026, 1, 5), "Wali Kota", store_document(BytesIO(PDF), name="sk.pdf", by=None))
    return add_record(
        model=RankRecord,
        employee=person,
        facts={"grade": "III/d"},
        effective_from=date(2026, 4, 1),
        decree=decree,
        by=BY,
    )
