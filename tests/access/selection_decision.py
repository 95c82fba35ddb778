"""Who opens which page of a decision, a paper and an objection."""

from django.db import transaction

from jenjang import ledger
from jenjang.kernel import clock
from jenjang.selection import objections
from jenjang.selection.models import Decree, DecreeKind, Run
from tests.access import NOBODY, Cast, Sample
from tests.factories.decisions import decided, make_scan, proposed
from tests.factories.selection import ON

SEES = frozenset({"bkpsdm", "pyb", "ppk", "inspektorat", "tim_penilai"})


def samples(cast: Cast) -> list[Sample]:
    papers = _papers(cast)
    made = proposed(cast, best=100)
    run = Run.objects.get(vacancy=made.vacancy)
    objection = objections.file_objection(
        entry=run.entries.get(employee=made.people[1]), about="kinerja",
        words="Predikat tahun 2025 saya tercatat keliru menurut surat ini.",
        evidence=[(make_scan(made.users[1]), "")], by=made.users[1], on=clock.day_of(run.computed_at),
    )  # fmt: skip
    address, officer, head = {"number": made.vacancy.number}, frozenset({"bkpsdm"}), frozenset({"ppk"})
    evidence = objection.evidence.get()
    return [
        Sample("selection:decision", address, "putusan yang diusulkan", opens_for=SEES),
        Sample("selection:decide", address, "penetapan", opens_for=head),
        Sample("selection:keep_draft", address, "rancangan putusan", opens_for=head),
        Sample("selection:send_back", address, "pengembalian", opens_for=head),
        Sample("selection:propose", address, "usul", opens_for=frozenset({"pyb"})),
        Sample("selection:declare_interest", address, "kepentingan pejabat", opens_for=frozenset({"pyb", "ppk"})),
        Sample(
            "selection:settle_interest",
            {**address, "account": cast.wali.pk, "pk": made.candidates[0].pk},
            "tidak ada yang menunggu penegasan",
            opens_for=NOBODY,
        ),
        Sample("selection:forward", address, "tiga nama", opens_for=frozenset({"tim_penilai"})),
        Sample("selection:approval", address, "pertimbangan teknis", opens_for=officer),
        Sample("selection:sign", address, "tanda tangan", opens_for=head),
        Sample("selection:inaugurate", address, "belum ditetapkan", opens_for=NOBODY),
        Sample("selection:paper", {"pk": 0}, "naskah yang tidak ada", opens_for=NOBODY),
        *papers,
        Sample("selection:own_objections", address, "memenuhi syarat", opens_for=frozenset({"pegawai"})),
        Sample(
            "selection:withdraw_objection", {**address, "pk": objection.pk}, "keberatan orang lain", opens_for=NOBODY
        ),
        Sample("selection:objection", {"pk": objection.pk}, "keberatan", opens_for=officer),
        Sample("selection:evidence", {"pk": evidence.pk}, "bukti keberatan", opens_for=officer),
    ]


def _papers(cast: Cast) -> list[Sample]:
    """The signed papers of an appointment, for the offices and its board; who was appointed reads the extract as well."""
    made, decision = decided(cast, best=99)
    readers = {DecreeKind.DECREE: SEES, DecreeKind.EXTRACT: SEES}
    with transaction.atomic(), ledger.attributed(by=cast.wali):
        papers = [
            Decree.objects.create(
                decision=decision, vacancy=made.vacancy, kind=kind, number=f"UJI/{kind.value}", dated_on=ON, fields="{}",
                document=make_scan(cast.wali), by=cast.wali,
            )
            for kind in readers
        ]  # fmt: skip
    return [
        Sample("selection:paper", {"pk": paper.pk}, f"{kind.label.lower()} tentang orang lain", opens_for=who)
        for paper, (kind, who) in zip(papers, readers.items(), strict=True)
    ]
