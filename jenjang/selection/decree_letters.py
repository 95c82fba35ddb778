"""Bunyi naskah: what decree, extract and minutes say, as fields for the proof and as data for the letter.

The layout follows the forms of regional decrees: Menimbang, Mengingat, Memutuskan, dictums; layouts of the minutes from
general practice, to be compared with the agency's own forms.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING, Any

from jenjang.kernel import clock
from jenjang.law.codes import Grade, PositionKind
from jenjang.law.identifiers import NIP
from jenjang.law.wording import long_date
from jenjang.organization.models import Agency
from jenjang.selection.bench import PEOPLE, name_of
from jenjang.selection.hands import TITLES
from jenjang.selection.models import (
    ApplicationFacts,
    Candidate,
    Decision,
    ExternalApplicant,
    Method,
    Panel,
    Shortlist,
    ShortlistName,
    TechnicalApproval,
    Vacancy,
)
from jenjang.ui import formats

if TYPE_CHECKING:
    from jenjang.selection.inaugurations import Ceremony

Words = tuple[dict[str, str], dict[str, Any]]
LAWS = [
    "Undang-Undang Nomor 20 Tahun 2023 tentang Aparatur Sipil Negara;",
    "Undang-Undang Nomor 30 Tahun 2014 tentang Administrasi Pemerintahan;",
    "Peraturan Pemerintah Nomor 11 Tahun 2017 tentang Manajemen Pegawai Negeri Sipil sebagaimana telah diubah dengan "
    "Peraturan Pemerintah Nomor 17 Tahun 2020;",
]
OPEN_LAW = (
    "Peraturan Menteri PANRB Nomor 15 Tahun 2019 tentang Pengisian Jabatan Pimpinan Tinggi secara Terbuka dan "
    "Kompetitif di Lingkungan Instansi Pemerintah."
)
ELECTRONIC = "Ditandatangani secara elektronik"
NONE = "-"


def head() -> tuple[Agency | None, str]:
    """The agency and its head: Wali Kota, Bupati, or the office in general."""
    agency = Agency.objects.first()
    short = _short(agency)
    for area, title in (("Kota", "Wali Kota"), ("Kabupaten", "Bupati"), ("Provinsi", "Gubernur")):
        if short.startswith(area + " "):
            return agency, f"{title} {short.removeprefix(area).strip()}"
    return agency, "Pejabat Pembina Kepegawaian"


def _short(agency: Agency | None) -> str:
    """Kota Contoh, also where the agency is written as Pemerintah Kota Contoh."""
    return (agency.short_name or agency.name).removeprefix("Pemerintah ") if agency else ""


def _letterhead(*lines: str) -> dict[str, Any]:
    agency = head()[0]
    return {"lines": list(lines), "address": agency.address if agency else "", "crest": ""}


def _place() -> str:
    """Where a decree is given: the town of the agency."""
    short = _short(head()[0])
    return short.split(" ", 1)[1] if " " in short else short


def person_facts(candidate: Candidate) -> list[list[str]]:
    """Nama, NIP, pangkat, jabatan lama."""
    employee = candidate.employee or (candidate.application.employee if candidate.application else None)
    if employee is None:
        external = candidate.application.external if candidate.application else None
        if external is None:
            raise LookupError(f"Calon {candidate.pk} bukan pegawai dan tidak punya lamaran.")
        return [["Nama", external.name], ["NIP", formats.nip(external.nip)], ["Instansi asal", external.agency_name]]
    current = employee.current
    grade = (
        f"{Grade.of(current.grade).label} ({current.grade})"
        if current.grade in Grade._value2member_map_
        else current.grade
    )
    former = ", ".join(filter(None, (current.title, current.unit_name)))
    return [
        ["Nama", current.full_name],
        ["NIP", formats.nip(current.nip)],
        ["Pangkat/golongan ruang", grade or NONE],
        ["Jabatan lama", former or NONE],
    ]


def post_facts(vacancy: Vacancy) -> list[list[str]]:
    """Jabatan baru, unit, jenis dan eselon."""
    kind = PositionKind.of(vacancy.position_kind).label
    return [
        ["Jabatan baru", vacancy.title],
        ["Unit kerja", vacancy.unit_name],
        ["Jenis jabatan", f"{kind}{f', eselon {vacancy.echelon}' if vacancy.echelon else ''}"],
    ]


def _fields(decision: Decision, **more: str) -> dict[str, str]:
    """What a proof shows of an appointment."""
    people = dict(person_facts(decision.chosen))
    return {
        "nama": people["Nama"], "nip": people["NIP"].replace(" ", ""), "jabatan": decision.vacancy.title,
        "unit": decision.vacancy.unit_name, "lowongan": decision.vacancy.number, "ditetapkan_oleh": decision.by.name,
        **more,
    }  # fmt: skip


def _signature(decision: Decision, on: date) -> dict[str, Any]:
    return {
        "place": _place(), "date": long_date(on), "position": _office_of(decision), "name": decision.by.name,
        "note": ELECTRONIC,
    }  # fmt: skip


def _office_of(decision: Decision) -> str:
    """The head of the agency, or in which office somebody else signs to whom the power was lent."""
    return head()[1] if decision.capacity in TITLES.values() else decision.capacity


def decree(decision: Decision) -> Words:
    """Surat keputusan pengangkatan dalam jabatan."""
    vacancy, on = decision.vacancy, clock.today()
    kind, title = PositionKind.of(vacancy.position_kind).label, head()[1]
    subject = f"Pengangkatan Pegawai Negeri Sipil dalam Jabatan {kind}"
    letter = {
        "document_title": f"Keputusan pengangkatan {vacancy.title}",
        "letterhead": _letterhead(title),
        "title": [f"Keputusan {title}"],
        "subject": subject,
        "authority": [title + ","],
        "body": [
            {"kind": "pertimbangan", "label": "Menimbang", "items": _considerations(decision)},
            {"kind": "dasar", "label": "Mengingat", "items": _laws(vacancy)},
            {"kind": "dasar", "label": "Memperhatikan", "items": _noted(decision)},
            {"kind": "tengah", "text": "Memutuskan:"},
            {"kind": "diktum", "label": "Menetapkan", "text": f"Keputusan {title} tentang {subject}."},
            *_dictums(decision),
        ],
        "signature": _signature(decision, on),
        "copies": ["Kepala Badan Kepegawaian Negara;", "Inspektur;", "Yang bersangkutan."],
        "footer": f"Lowongan {vacancy.number}",
    }
    return _fields(decision, jenis_alasan=decision.get_reason_kind_display()), letter


def _considerations(decision: Decision) -> list[str]:
    vacancy = decision.vacancy
    way = "seleksi terbuka" if vacancy.method == Method.OPEN else "pertimbangan Tim Penilai Kinerja"
    chosen = f"bahwa yang namanya tersebut dalam keputusan ini memenuhi syarat dan dipilih dari tiga nama hasil {way};"
    words = decision.words.strip().rstrip(".")
    reason = f"bahwa {words[:1].lower()}{words[1:]};" if decision.passed_over_first else ""
    found = [f"bahwa jabatan {vacancy.title} pada {vacancy.unit_name} perlu diisi;", chosen, reason]
    return [line for line in found if line] + [
        "bahwa berdasarkan pertimbangan di atas perlu menetapkan keputusan pengangkatan dalam jabatan."
    ]


def _laws(vacancy: Vacancy) -> list[str]:
    return [*LAWS, OPEN_LAW] if vacancy.method == Method.OPEN else [*LAWS[:-1], LAWS[-1].rstrip(";") + "."]


def _noted(decision: Decision) -> list[str]:
    """Usul, tiga nama, pertek: the papers behind it."""
    proposal = decision.proposal
    lines = [
        f"Usul {proposal.capacity} tanggal {long_date(clock.day_of(proposal.at))};",
        f"Tiga nama yang diajukan tanggal {long_date(clock.day_of(proposal.shortlist.at))}.",
    ]
    opinion = TechnicalApproval.objects.filter(vacancy=decision.vacancy, candidate=decision.chosen).first()
    if opinion:
        lines[-1] = lines[-1].rstrip(".") + ";"
        lines.append(
            f"Pertimbangan teknis Badan Kepegawaian Negara Nomor {opinion.number} tanggal {long_date(opinion.dated_on)}."
        )
    return lines


def _dictums(decision: Decision) -> list[dict[str, Any]]:
    return [
        {"kind": "diktum", "label": "KESATU", "text": "Mengangkat Pegawai Negeri Sipil tersebut di bawah ini:"},
        {"kind": "isian_diktum", "rows": [*person_facts(decision.chosen), *post_facts(decision.vacancy)]},
        {
            "kind": "diktum", "label": "KEDUA",
            "text": "Kepada yang bersangkutan diberikan tunjangan jabatan sesuai dengan peraturan perundang-undangan.",
        },
        {
            "kind": "diktum", "label": "KETIGA",
            "text": "Keputusan ini berlaku terhitung mulai tanggal pelantikan dan pengambilan sumpah jabatan.",
        },
        {
            "kind": "diktum", "label": "KEEMPAT",
            "text": "Apabila kemudian hari ternyata terdapat kekeliruan, akan diadakan perbaikan sebagaimana mestinya.",
        },
    ]  # fmt: skip


def extract(decision: Decision, number: str) -> Words:
    """Petikan keputusan, for the person appointed."""
    fields, letter = decree(decision)
    body = [
        {"kind": "tengah", "text": "Membaca, menimbang, dan seterusnya"},
        {"kind": "tengah", "text": "Memutuskan:"},
        *_dictums(decision),
    ]
    return {**fields, "keputusan": number}, {
        **letter, "title": [f"Petikan Keputusan {head()[1]}"], "body": body, "authority": [], "copies": [],
        "document_title": f"Petikan keputusan {number}",
    }  # fmt: skip


def minutes(shortlist: Shortlist) -> Words:
    """Berita acara rapat tim: who was there, what was counted, the three names."""
    vacancy, meeting = shortlist.vacancy, shortlist.meeting
    if meeting is None:
        raise LookupError(f"Tiga nama {shortlist.pk} belum punya rapat.")
    panel: Panel = meeting.panel
    team = "Panitia Seleksi" if vacancy.method == Method.OPEN else "Tim Penilai Kinerja"
    names = ShortlistName.objects.filter(shortlist=shortlist)
    people = list(names.select_related(*(f"candidate__{name}" for name in PEOPLE)))
    rows = [[str(one.place), name_of(one.candidate), str(one.rank), formats.score(one.score)] for one in people]
    opening = (
        f"Pada hari {formats.weekday_date(meeting.held_on)} bertempat di {meeting.place}, {team} yang dibentuk dengan "
        f"keputusan Nomor {panel.decree_number} tanggal {long_date(panel.decree_date)} mengadakan rapat untuk jabatan "
        f"{vacancy.title}, {vacancy.unit_name} (lowongan {vacancy.number})."
    )
    counted = (
        f"Peringkat dihitung {long_date(clock.day_of(shortlist.run.computed_at))} atas {shortlist.run.examined} orang; "
        f"{shortlist.run.eligible} memenuhi syarat. Tiga nama teratas yang bersedia diajukan:"
    )
    columns = [{"title": "No.", "share": 0}, {"title": "Nama", "share": 3}, {"title": "Peringkat", "align": "tengah"},
               {"title": "Nilai", "align": "kanan"}]  # fmt: skip
    body = [
        {"kind": "paragraf", "text": opening},
        {"kind": "paragraf", "text": counted},
        {"kind": "tabel", "columns": columns, "rows": rows},
    ]
    body += [{"kind": "paragraf", "text": text} for text in (shortlist.reason, meeting.notes) if text]
    body.append({"kind": "paragraf", "text": "Demikian berita acara ini dibuat dengan sebenarnya."})
    letter = {
        "document_title": f"Berita acara {vacancy.number}", "letterhead": _letterhead(*_office_lines(team)),
        "title": ["Berita Acara", f"Rapat {team}"], "body": body,
        "people": [
            {"name": one.member.name, "role": one.member.get_seat_display(), "note": ""}
            for one in meeting.attendance.select_related("member").order_by("pk")
        ],
        "footer": f"Lowongan {vacancy.number}",
    }  # fmt: skip
    order = "; ".join(f"{one.place}. {name_of(one.candidate)}" for one in people)
    return {"lowongan": vacancy.number, "jabatan": vacancy.title, "tiga_nama": order}, letter


def _office_lines(office: str) -> list[str]:
    agency = head()[0]
    return [agency.name if agency else "", office]


def oath(decision: Decision, number: str, ceremony: Ceremony) -> Words:
    """Berita acara pengambilan sumpah jabatan."""
    text = (
        f"Pada hari ini, {formats.weekday_date(ceremony.on)}, bertempat di {ceremony.place}, saya {ceremony.official}, "
        "dengan disaksikan dua saksi, telah mengambil sumpah/janji jabatan:"
    )
    accompanied = (
        f"berdasarkan keputusan Nomor {number}, didampingi rohaniwan {ceremony.cleric}. Yang bersangkutan mengucapkan "
        "sumpah/janji jabatan menurut agamanya sesuai dengan peraturan perundang-undangan."
    )
    body = [
        {"kind": "paragraf", "text": text},
        {"kind": "isian", "rows": [*person_facts(decision.chosen), *post_facts(decision.vacancy)]},
        {"kind": "paragraf", "text": accompanied},
    ]
    return _ceremony_words(decision, number, ceremony, "Pengambilan Sumpah/Janji Jabatan", body)


def inauguration(decision: Decision, number: str, ceremony: Ceremony) -> Words:
    """Berita acara pelantikan: from this day the post is held (TMT)."""
    text = (
        f"Pada hari ini, {formats.weekday_date(ceremony.on)}, bertempat di {ceremony.place}, {ceremony.official} telah "
        f"melantik dalam jabatan berdasarkan keputusan Nomor {number}:"
    )
    body = [
        {"kind": "paragraf", "text": text},
        {"kind": "isian", "rows": [*person_facts(decision.chosen), *post_facts(decision.vacancy),
                                   ["Terhitung mulai tanggal", long_date(ceremony.on)]]},
        {"kind": "paragraf", "text": "Demikian berita acara ini dibuat dengan sebenarnya."},
    ]  # fmt: skip
    return _ceremony_words(decision, number, ceremony, "Pelantikan", body)


def _ceremony_words(
    decision: Decision, number: str, ceremony: Ceremony, what: str, body: list[dict[str, Any]]
) -> Words:
    first, second = ceremony.witnesses
    people = dict(person_facts(decision.chosen))
    letter = {
        "document_title": f"Berita acara {what.lower()}", "letterhead": _letterhead(*_office_lines("Badan Kepegawaian dan Pengembangan Sumber Daya Manusia")),
        "title": ["Berita Acara", what], "body": body,
        "people": [
            {"name": people["Nama"], "role": "Yang dilantik"},
            {"name": ceremony.official, "role": "Yang melantik"},
            {"name": ceremony.cleric, "role": "Rohaniwan"},
            {"name": first, "role": "Saksi"},
            {"name": second, "role": "Saksi"},
        ],
        "footer": f"Lowongan {decision.vacancy.number}",
    }  # fmt: skip
    return _fields(decision, tmt=ceremony.on.isoformat(), keputusan=number), letter


def newcomer(external: ExternalApplicant, facts: ApplicationFacts | None) -> Mapping[str, Any]:
    """First rows of the histories of somebody from another agency, as far as the NIP and the application say."""
    nip = NIP.read(external.nip)
    stated = json.loads(facts.content).get("masukan", {}) if facts else {}
    return {
        "identity": {"name": external.name, "birth_date": nip.birth_date, "sex": str(nip.sex), "nik": external.nik},
        "status": {"status": "PNS", "appointed_on": nip.earliest_appointment},
        **({"rank": {"grade": stated["golongan"]}} if stated.get("golongan") else {}),
    }
