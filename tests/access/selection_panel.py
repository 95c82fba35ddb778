"""Who opens which page of assessors and applicants."""

from tests.access import NOBODY, Cast, Sample
from tests.factories import panels as made

OFFICER = frozenset({"bkpsdm"})
READERS = frozenset({"bkpsdm", "pyb", "ppk", "inspektorat"})
MEMBER = frozenset({"tim_penilai"})


def samples(cast: Cast) -> list[Sample]:
    """A board in session, and an open call with one application by an employee."""
    panel = made.board_in_session(cast, names=("Calon tim",), internal=False)
    board = {"number": panel.vacancy.number}
    who = made.candidate(panel, "Calon tim")
    call = made.make_open_vacancy(cast)
    address = {"number": call.number}
    application = made.make_application(call, cast.sri)
    own = frozenset({"pegawai"})
    paper = application.documents.order_by("pk").first()
    named = {"pk": application.pk}
    sheet = {**board, "stage": "tim_penilai"}
    return [
        Sample("selection:work", board, "lowongan yang dinilai", opens_for=MEMBER),
        Sample("selection:declare", board, "pernyataan sendiri", opens_for=MEMBER),
        Sample("selection:sheet", sheet, "lembar sendiri", opens_for=MEMBER),
        Sample("selection:lock", sheet, "lembar sendiri", opens_for=MEMBER),
        Sample("selection:candidate", {**board, "pk": who.pk}, "calon yang dinilai", opens_for=MEMBER),
        Sample(
            "selection:candidate_paper", {**board, "pk": who.pk, "paper_pk": 1}, "calon tanpa berkas", opens_for=NOBODY
        ),
        Sample("selection:panel", board, "susunan penilai", opens_for=READERS),
        Sample("selection:form_panel", board, "lowongan", opens_for=OFFICER),
        Sample("selection:begin", board, "lowongan", opens_for=OFFICER),
        Sample("selection:rule_tie", {**board, "pk": 1}, "tanpa hubungan yang menunggu", opens_for=NOBODY),
        Sample("selection:reserve", board, "penilai yang dibentuk", opens_for=OFFICER),
        Sample("selection:replace", board, "penilai yang dibentuk", opens_for=OFFICER),
        Sample("selection:applicants", address, "seleksi terbuka", opens_for=OFFICER),
        Sample("selection:register", address, "seleksi terbuka", opens_for=OFFICER),
        Sample("selection:extend", address, "seleksi terbuka", opens_for=OFFICER),
        Sample("selection:check", {**address, **named}, "lamaran yang diajukan", opens_for=OFFICER),
        Sample("selection:stage", {**address, **named}, "lamaran yang diajukan", opens_for=OFFICER),
        Sample(
            "selection:applicant_paper", {**address, **named, "paper_pk": paper.pk}, "berkas pelamar", opens_for=OFFICER
        ),
        Sample("selection:apply", address, "pengumuman yang sudah lewat", opens_for=NOBODY),
        Sample("selection:application", named, "lamaran sendiri", opens_for=own),
        Sample("selection:submit", named, "lamaran sendiri", opens_for=own),
        Sample("selection:withdraw", named, "lamaran sendiri", opens_for=own),
        Sample("selection:own_paper", {**named, "paper_pk": paper.pk}, "berkas sendiri", opens_for=own),
    ]
