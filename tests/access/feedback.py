"""Who opens which page of feedback: notes of one's own and of people one leads, raters, results, pulses."""

from datetime import date, timedelta

from django.db import transaction

from jenjang.accounts.actions import create_account
from jenjang.feedback import closing_round, notes, opening_round, pulses, recognitions, rounds
from jenjang.feedback.models import Rater, Round, RoundResult
from jenjang.feedback.notes import About
from jenjang.kernel import clock
from jenjang.personnel.models import Employee
from tests.access import Cast, Sample
from tests.factories import feedback as made
from tests.factories.people import BY, make_employee, make_unit

OWNER, COLLEAGUE, MAYOR, OFFICER = (frozenset({one}) for one in ("pegawai", "pegawai_lain", "ppk", "bkpsdm"))
SPEAKERS = frozenset({"pegawai", "pegawai_lain", "atasan", "ppk"})
ALL_UNITS = frozenset({"bkpsdm", "pyb", "ppk", "inspektorat"})
TEXT = "Pada rapat Senin Anda menyiapkan data lima unit, sehingga keputusan cepat diambil."
VALUE = About(value="kolaboratif")


@transaction.atomic
def samples(cast: Cast) -> list[Sample]:
    """A team whose leader is the mayor, for nobody heads its unit, with Hendra in it until others move him; Sri stands outside."""
    sri, hendra, member = _team(cast)
    return [
        *_notes(cast, sri, hendra, member),
        *_recognitions(cast, sri, member),
        *_rounds(hendra, member),
        *_pulses(member),
    ]


def _team(cast: Cast) -> tuple[Employee, Employee, Employee]:
    unit = make_unit("Bidang Umpan Balik")
    users = (cast.hendra, *(create_account(username=f"tim.{name}", name=f"Tim {name}") for name in "abcd"))
    sri = make_employee("Sri Wahyuni", user=cast.sri)
    hendra, member, *_ = (make_employee(user.name, user=user, unit=unit, title="Pengelola Data") for user in users)
    return sri, hendra, member


def _notes(cast: Cast, sri: Employee, hendra: Employee, member: Employee) -> list[Sample]:
    today = clock.today()
    speaker = made.voice(cast.hendra)
    own = notes.give(writer=speaker, reader=made.of(sri), about=VALUE, text=TEXT, on=today)
    teams = notes.give(writer=speaker, reader=made.of(member), about=VALUE, text=TEXT, on=today)
    (request,) = notes.ask(asker=speaker, asked=[made.of(sri)], about=About(), question="", on=today)
    return [
        Sample("feedback:write", {"pk": member.pk}, "kepada seorang rekan", SPEAKERS),
        Sample("feedback:note", {"pk": own.pk}, "diterima sendiri", OWNER | COLLEAGUE),
        Sample("feedback:note", {"pk": teams.pk}, "diterima anggota tim", COLLEAGUE | MAYOR),
        *(Sample(f"feedback:{name}", {"pk": own.pk}, "diterima sendiri", OWNER) for name in ("answer", "thank_note")),
        Sample("feedback:withdraw_note", {"pk": own.pk}, "ditulis sendiri", COLLEAGUE),
        Sample("feedback:decline", {"pk": request.pk}, "diminta dari diri sendiri", OWNER),
        Sample("feedback:cancel", {"pk": request.pk}, "permintaan sendiri", COLLEAGUE),
    ]


def _recognitions(cast: Cast, sri: Employee, member: Employee) -> list[Sample]:
    facts = {"value": "kolaboratif", "text": TEXT, "on": clock.today()}
    given = {"pk": recognitions.recognise(writer=made.voice(cast.hendra), person=made.of(sri), **facts).pk}
    return [
        Sample("feedback:recognise", {"pk": member.pk}, "kepada seorang rekan", SPEAKERS),
        Sample("feedback:thank", given, "apresiasi seseorang", SPEAKERS),
        Sample("feedback:withdraw", given, "diberikan sendiri", COLLEAGUE),
        Sample("feedback:hide", given, "apresiasi seseorang", OFFICER),
    ]


def _rounds(hendra: Employee, member: Employee) -> list[Sample]:
    """A round of last year with its results, one of this year that is filled in now, and one that is being prepared."""
    today = clock.today()
    closed, prepared = _closed_round(date(today.year - 1, 11, 3), hendra, member), date(today.year - 2, 11, 3)
    waiting = opening_round.open_round(by=BY, on=prepared)
    running = made.make_round(on=today - timedelta(days=9))
    raters = Rater.objects.filter(round=running)
    of_hendra, of_member = (raters.filter(employee=one, group="rekan").first() for one in (hendra, member))
    rounds.object_to(rater=of_member, reason="Kami belum pernah bekerja bersama tahun ini.", by=made.voice(member.user), on=running.opened_on)  # fmt: skip
    by_the_mayor = raters.get(employee=member, group="pimpinan")
    results = {row.employee_id: {"pk": row.pk} for row in RoundResult.objects.filter(round=closed)}
    return [
        *(
            Sample(f"feedback:{name}", {"pk": by_the_mayor.pk}, "menilai anggota tim", MAYOR)
            for name in ("fill", "step_back")
        ),
        Sample("feedback:object", {"pk": of_hendra.pk}, "penilai sendiri", COLLEAGUE),
        Sample("feedback:settle", {"pk": of_member.pk}, "sanggahan anggota tim", MAYOR),
        Sample("feedback:result", results[hendra.pk], "hasil sendiri", COLLEAGUE),
        Sample("feedback:result", results[member.pk], "hasil anggota tim", MAYOR),
        Sample("feedback:propose", {"pk": waiting.pk}, "putaran yang disiapkan", OFFICER),
        *(
            Sample(f"feedback:{name}", {"pk": running.pk}, "putaran yang berjalan", OFFICER)
            for name in ("count_round", "cancel_round")
        ),
    ]


def _closed_round(day: date, *people: Employee) -> Round:
    round = made.make_round(on=day)
    for person in people:
        made.rate_all(round, person, 4, group="rekan", words="Menjelaskan dengan sabar.")
    after = round.fill_until + timedelta(days=1)
    closing_round.close_all(round, by=BY, on=after, tell=lambda done, total, said: None)
    return round


def _pulses(member: Employee) -> list[Sample]:
    pulse = pulses.open_pulse(by=BY, on=clock.today())
    unit = made.of(member).unit
    return [
        Sample("feedback:pulse_unit", {"pk": unit}, "unit orang lain", ALL_UNITS),
        Sample("feedback:count_pulse", {"pk": pulse.pk}, "denyut yang dibuka", OFFICER),
    ]
