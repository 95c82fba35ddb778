"""What everybody may open, and that what was not announced is nobody's."""

from jenjang.law.catalogue import all_rules
from tests.access import EVERYONE, NOBODY, Cast, Sample
from tests.factories.people import make_seat
from tests.factories.selection import make_vacancy


def samples(cast: Cast) -> list[Sample]:
    announced = make_vacancy(cast.lestari)
    draft = make_vacancy(cast.lestari, make_seat(title="Kepala Seksi Rahasia"), published=False)
    rule = {"key": all_rules()[0].id}
    return [
        Sample("transparency:vacancy", {"number": announced.number}, "lowongan yang diumumkan", EVERYONE),
        Sample("transparency:vacancy", {"number": draft.number}, "rancangan lowongan", NOBODY),
        Sample("transparency:decree", {"address": "821-2-1-2026-0123456789ab"}, "naskah yang tidak dikenal", NOBODY),
        Sample(
            "transparency:decree_slash", {"address": "821-2-1-2026-0123456789ab"}, "naskah yang tidak dikenal", NOBODY
        ),
        Sample("transparency:checkpoint", {}, "sebelum titik periksa pertama", NOBODY),
        Sample("transparency:download", {"name": "lowongan", "form": "csv"}, "data terbuka"),
        Sample("transparency:instrument", {"key": "pp-11-2017"}, "peraturan"),
        Sample("transparency:parameter", {"key": "cuti.tahunan.hak"}, "parameter"),
        Sample("transparency:rule", rule, "aturan"),
        Sample("transparency:calculator", rule, "kalkulator"),
    ]
