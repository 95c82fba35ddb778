"""What feedback asks of the slices below: the line above somebody, colleagues, results to speak of, the record of a round."""

from datetime import date

from django.db import connection
from django.test.utils import CaptureQueriesContext

from jenjang.performance import years
from jenjang.performance.appraisers import chain, chain_above
from jenjang.performance.feedback_360 import record_feedback_360
from jenjang.performance.mentionable import results_to_mention
from jenjang.performance.models import Feedback360Record
from jenjang.personnel import colleagues
from tests.factories import performance
from tests.factories.feedback import TODAY, make_office
from tests.factories.people import BY, make_employee, make_unit


def test_the_line_above_some_units_is_the_whole_line_cut_to_them() -> None:
    top = make_office([], size=1, name="Dinas Contoh")
    below = make_office([], size=2, parent=top.unit, name="Bidang Contoh")
    school = make_unit("SD Contoh", parent=below.unit)
    years.name_appraiser(unit=school, appraiser=top.members[0], since=date(2026, 1, 5), decree_number="1", by=BY)
    make_office([], size=1, name="Dinas Lain")
    whole, part = chain(TODAY), chain_above([school.pk], TODAY)
    assert set(part.parents) == {school.pk, below.unit.pk, top.unit.pk}
    assert dict(part.heads) == {unit: head for unit, head in whole.heads.items() if unit in part.parents}
    teacher = make_employee("Guru Contoh", unit=school)
    line = [top.members[0].pk, below.head.pk, top.head.pk]
    assert part.line_of(teacher.pk, school.pk) == whole.line_of(teacher.pk, school.pk) == line
    assert part.line_of(top.head.pk, top.unit.pk) == []


def test_colleagues_are_found_by_words_of_the_name_never_by_numbers() -> None:
    office = make_office([], size=3)
    sought = make_employee("Murni Handayani", unit=office.unit)
    assert [one.key for one in colleagues.find("handa murni")] == [sought.pk]
    assert colleagues.find(sought.nip[:8]) == colleagues.find("mu") == colleagues.find("") == []
    found = colleagues.find("murni")[0]
    assert not [name for name in found.__slots__ if name in ("nip", "birth_date", "grade")]


def test_who_has_left_is_not_found_but_keeps_the_name_on_old_notes(cast) -> None:
    from jenjang.personnel import actions as personnel
    from tests.factories.people import DECREE

    gone = make_employee("Murni Handayani", unit=make_unit())
    personnel.retire(employee=gone, effective_from=date(2026, 1, 1), decree=DECREE, by=BY)
    assert colleagues.colleague(gone.pk) is None
    assert colleagues.find("murni") == []
    assert colleagues.colleagues([gone.pk])[gone.pk].name == "Murni Handayani"


def test_results_are_spoken_of_by_owner_leader_and_by_those_who_serve_them(cast, freeze) -> None:
    freeze(TODAY)
    team = performance.make_team(cast.yuliana, cast.sri)
    own = performance.make_skp(team, results=1)
    from jenjang.performance import skps

    leaders = skps.start(employee=team.head, year=team.year, by=cast.yuliana, on=TODAY)
    served = performance.add_result(leaders, "Data unit andal")
    performance.add_result(leaders, "Anggaran terserap")
    own.results.update(parent=served, provisional="")
    stranger = make_employee("Hendra Saputra", unit=team.unit, user=cast.hendra)
    assert results_to_mention(team.head.pk, cast.sri, TODAY) == [(served.pk, "Data unit andal")]
    assert len(results_to_mention(team.head.pk, cast.yuliana, TODAY)) == 2
    assert [text for _, text in results_to_mention(team.member.pk, cast.yuliana, TODAY)] == ["Laporan 1 tersusun"]
    assert results_to_mention(team.head.pk, cast.hendra, TODAY) == []
    assert results_to_mention(stranger.pk, cast.hendra, TODAY) == []


def test_a_predicate_of_a_round_is_entered_once_a_year(cast) -> None:
    office = make_office([], size=2)
    given = [(one.pk, "baik", 6) for one in office.members]
    assert record_feedback_360(year=2026, predicates=given, by=cast.lestari, on=TODAY) == 2
    assert record_feedback_360(year=2026, predicates=given, by=cast.lestari, on=TODAY) == 0
    assert record_feedback_360(year=2027, predicates=given, by=cast.lestari, on=date(2027, 11, 1)) == 2
    rows = Feedback360Record.objects.filter(employee=office.members[0]).order_by("year")
    assert [(row.year, row.source) for row in rows] == [(2026, "keputusan"), (2027, "keputusan")]


def test_the_line_of_one_costs_the_same_among_many_units() -> None:
    office = make_office([], size=1)

    def asked() -> int:
        with CaptureQueriesContext(connection) as captured:
            chain_above([office.unit.pk], TODAY)
        return len(captured)

    before = asked()
    for place in range(12):
        make_office([], name=f"Seksi {place}")
    assert asked() == before == 3
