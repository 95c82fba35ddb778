"""Who opens which page of what a year yields: one's own, and those of people one works with."""

from django.db import transaction

from jenjang.accounts.actions import create_account
from jenjang.performance.models import Evaluation
from tests.access import NOBODY, Cast, Sample
from tests.factories import performance as made
from tests.factories.people import give_position

ALL_READERS = frozenset({"bkpsdm", "pyb", "ppk", "inspektorat"})
TEAM = ALL_READERS | {"atasan"}
OWN = ALL_READERS | {"pegawai_lain"}
OFFICER = frozenset({"bkpsdm"})


@transaction.atomic
def samples(cast: Cast) -> list[Sample]:
    """A functional official in Yuliana's team with a year that is over, and Hendra's own SKP, which another head appraises."""
    team = made.make_team(cast.yuliana, create_account(username="anggota.tim", name="Anggota Tim"))
    give_position(
        team.member,
        "fungsional",
        since=made.START,
        title="Arsiparis Ahli Pertama",
        unit=team.unit,
        career_level="ahli_pertama",
    )
    evaluation = made.make_evaluation(team, state="dirilis")
    waiting = Evaluation.objects.get(skp=evaluation.skp, period=2)
    own = made.make_skp(made.make_team(None, cast.hendra))
    person, skp = {"nip": team.member.nip}, {"pk": evaluation.skp_id}
    curve = {"pk": team.unit.pk, "year": team.year.year, "period": 1}
    year = {"number": team.year.year}
    return [
        *(
            Sample(f"performance:{name}", person, "anggota tim", TEAM)
            for name in ("credit", "determination", "accumulation", "index")
        ),
        # Yuliana appraises another SKP of Hendra's in the same year, so she reads what it yields.
        Sample("performance:index", {"nip": own.employee.nip}, "milik sendiri", OWN | {"atasan"}),
        Sample("performance:conversion", {**person, "year": 2025}, "tahun tanpa angka kredit", NOBODY),
        *(Sample(f"performance:{name}", skp, "SKP anggota tim", TEAM) for name in ("skp_paper", "matrix_paper")),
        *(Sample(f"performance:{name}", {"pk": own.pk}, "SKP sendiri", OWN) for name in ("skp_paper", "matrix_paper")),
        *(
            Sample(f"performance:{name}", {"pk": evaluation.pk}, "evaluasi yang diserahkan", TEAM)
            for name in ("evaluation_paper", "summary_paper")
        ),
        Sample(
            "performance:evaluation_paper", {"pk": waiting.pk}, "evaluasi yang belum diserahkan", frozenset({"atasan"})
        ),
        Sample("performance:curve_paper", curve, "unit yang dipimpin", ALL_READERS | {"atasan"}),
        Sample("performance:export_year", {**year, "period": 1}, "tahun yang berjalan", OFFICER),
        *(
            Sample(f"performance:{name}", year, "tahun yang berjalan", OFFICER)
            for name in ("year", "export_credits", "close_year", "declare_year")
        ),
    ]
