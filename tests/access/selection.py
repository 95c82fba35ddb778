"""Who opens which page of a selection."""

from tests.access import NOBODY, Cast, Sample, selection_decision, selection_panel
from tests.factories.selection import make_candidate, make_run, make_vacancy

OFFICES = frozenset({"bkpsdm", "pyb", "ppk", "inspektorat"})
BOARD = OFFICES | {"tim_penilai"}


def samples(cast: Cast) -> list[Sample]:
    make_candidate("Calon pertama", user=cast.sri)
    make_candidate("Calon kedua")
    make_candidate("Calon ketiga", technical="60")
    vacancy = make_vacancy(cast.lestari)
    make_run(vacancy, cast.lestari)
    address = {"number": vacancy.number}
    officer = frozenset({"bkpsdm"})
    return [
        Sample("selection:vacancy", address, "lowongan tim penilai dengan peringkat", opens_for=BOARD),
        Sample("selection:inputs", {**address, "kind": "json"}, "masukan tercetak", opens_for=BOARD),
        Sample("selection:open", {"pk": vacancy.seat_id}, "jabatan", opens_for=officer),
        Sample("selection:criteria", address, "kriteria lowongan", opens_for=officer),
        Sample("selection:publish", address, "pengumuman kriteria", opens_for=officer),
        Sample("selection:compute", address, "penghitungan", opens_for=officer),
        Sample("selection:ask", address, "permintaan kesediaan", opens_for=officer),
        Sample("selection:settle", {**address, "rank": 1}, "dua calon sama", opens_for=frozenset({"tim_penilai"})),
        Sample("selection:terms", address, "kriteria yang diumumkan", opens_for=BOARD),
        Sample("selection:runs", address, "lowongan tim penilai dengan peringkat", opens_for=BOARD),
        Sample("selection:willing", address, "lowongan tim penilai", opens_for=BOARD),
        Sample("selection:end", address, "lowongan yang belum ditetapkan", opens_for=officer),
        Sample("selection:return_names", address, "belum ada tiga nama", opens_for=frozenset({"tim_penilai", "pyb"})),
        Sample("selection:own_result", address, "hasil sendiri", opens_for=frozenset({"pegawai"})),
        Sample("selection:own_answer", address, "belum ditanya kesediaannya", opens_for=NOBODY),
        *selection_panel.samples(cast),
        *selection_decision.samples(cast),
    ]
