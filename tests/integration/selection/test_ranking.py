"""One vacancy, everybody examined: verdicts, findings, places, and the same again from the print."""

import json
from datetime import date
from decimal import Decimal

import pytest
from django.db import IntegrityError, connection, transaction

from jenjang import ledger
from jenjang.law.errors import Refused
from jenjang.selection import explaining, gaps, replay, runs, vacancies
from jenjang.selection.inputs import Inputs
from jenjang.selection.models import Run, RunEntry, RunVoid
from tests.factories import people
from tests.factories.selection import ON, make_candidate, make_run, make_vacancy

HIRED = date(2021, 3, 1)


def entry_of(run: Run, employee: object) -> RunEntry:
    return RunEntry.objects.select_related("run__criteria__policy_version").get(run=run, employee=employee)


def test_everybody_is_examined_and_nobody_is_dropped(cast):
    able = make_candidate("Rina Wulandari")
    short = make_candidate("Lusi Andriani", position_since=date(2025, 3, 1))
    unrated = make_candidate("Maya Anggraini", predicates=())
    contract = make_candidate(
        "Pegawai Kontrak", status="PPPK", grade="IX", appointed=HIRED, grade_since=HIRED, position_since=HIRED
    )
    run = make_run(make_vacancy(cast.lestari), cast.lestari)
    verdicts = {entry.employee_id: (entry.verdict, entry.unmet) for entry in run.entries.all()}
    assert verdicts[able.pk] == ("MS", "")
    assert verdicts[short.pk] == ("TMS", "jabatan_sebelumnya")
    assert verdicts[unrated.pk] == ("BTL", "belum_ada_predikat belum_ada_predikat")
    assert verdicts[contract.pk][0] == "TMS"
    assert "status" in verdicts[contract.pk][1]
    assert (run.examined, run.eligible, run.incomplete, run.ineligible) == (4, 1, 1, 2)


def test_every_unmet_finding_has_its_article(cast):
    short = make_candidate("Lusi Andriani", position_since=date(2025, 3, 1), education="d3")
    run = make_run(make_vacancy(cast.lestari), cast.lestari)
    unmet = [finding for finding in explaining.explain(entry_of(run, short)).requirements if not finding.met]
    assert [finding.code for finding in unmet] == ["pendidikan", "jabatan_sebelumnya"]
    assert all(finding.cites for finding in unmet)
    assert "20 bulan; syaratnya 36 bulan" in unmet[1].reason


def test_a_step_down_by_the_career_path_is_told_and_does_not_compete(cast):
    head = make_candidate("Kepala Dinas", kind="jpt_pratama", title="Kepala Dinas Contoh", grade="IV/b")
    equal = make_candidate("Kepala Bidang", kind="administrator", title="Kepala Bidang Contoh", grade="IV/a")
    rising = make_candidate("Rina Wulandari")
    run = make_run(make_vacancy(cast.lestari), cast.lestari)
    assert (entry_of(run, head).verdict, entry_of(run, head).unmet) == ("TMS", "pola_karier")
    told = {
        one: next(finding for finding in explaining.explain(entry_of(run, one)).requirements
                  if finding.code == "pola_karier")
        for one in (head, equal, rising)
    }  # fmt: skip
    assert told[head].reason.startswith("Penurunan jabatan dari JPT Pratama ke Administrator")
    assert told[equal].reason == "Mutasi setingkat: sudah Administrator."
    assert told[rising].reason == "Promosi vertikal dari Pengawas ke Administrator."
    assert [told[one].met for one in (head, equal, rising)] == [False, True, True]
    assert "pp-11-2017#198" in told[head].cites


def test_score_is_the_target_score_over_the_talent_score_and_opens_to_records(cast):
    able = make_candidate("Rina Wulandari", technical="84")
    entry = entry_of(make_run(make_vacancy(cast.lestari), cast.lestari), able)
    explained = explaining.explain(entry)
    # kinerja 48 + 8 = 56; potensial 17 + 5,33 + 20 + 8 + 10 + 15 = 75,33; talenta 65,67; 60% x 65,67 + 40% x 84
    assert entry.score == Decimal("73.00")
    assert [group.code for group in explained.groups] == ["kinerja", "potensial", "teknis"]
    for group in explained.groups:
        assert sum(element.points for element in group.elements) == pytest.approx(group.points, abs=Decimal("0.006"))
    technical = explained.groups[2].elements[0]
    assert technical.source.decree_number == "821.2/1/2020"
    assert json.loads(entry.components) == {"kinerja": "16.80", "potensial": "22.60", "teknis": "33.60"}


def test_a_missing_input_is_said_and_counts_nothing(cast):
    able = make_candidate("Dedi Kurniawan", technical=None, feedback=None)
    entry = entry_of(make_run(make_vacancy(cast.lestari), cast.lestari), able)
    assert entry.verdict == "MS"
    assert entry.missing.split() == ["belum_ada_umpan_balik_360", "belum_ada_kompetensi_teknis"]
    missing = [finding.reason for finding in explaining.explain(entry).missing]
    assert all("belum ada data, dihitung 0" in reason for reason in missing)


def test_equal_scores_go_by_grade_then_time_in_grade_then_service_then_age(cast):
    base = {"birth": date(1985, 3, 17), "appointed": date(2010, 1, 1)}
    younger = make_candidate("E", **base | {"birth": date(1986, 1, 1)})
    plain = make_candidate("D", **base)
    service = make_candidate("C", **base | {"appointed": date(2009, 1, 1)})
    longer = make_candidate("B", grade_since=date(2019, 4, 1), **base)
    higher = make_candidate("A", grade="IV/a", **base)
    run = make_run(make_vacancy(cast.lestari), cast.lestari)
    order = list(run.entries.order_by("rank").values_list("employee_id", flat=True))
    assert order == [higher.pk, longer.pk, service.pk, plain.pk, younger.pk]
    assert run.unsettled == 0


def test_who_is_equal_in_everything_shares_a_rank_for_the_board_to_settle(cast):
    first, second = make_candidate("A"), make_candidate("B")
    below = make_candidate("C", technical="60")
    run = make_run(make_vacancy(cast.lestari), cast.lestari)
    assert run.unsettled == 1
    assert [(entry_of(run, one).rank, entry_of(run, one).tied) for one in (first, second, below)] == [
        (1, True), (1, True), (3, False),
    ]  # fmt: skip


def test_the_printed_inputs_give_the_same_order_again(cast):
    for place in range(6):
        make_candidate(f"Calon {place}", technical=str(70 + place * 3), predicates=("baik", "sangat_baik"))
    make_candidate("Bukan calon", education="d3")
    run = make_run(make_vacancy(cast.lestari), cast.lestari)
    printed = json.loads(json.dumps(replay.export_inputs(run)))
    sheet = replay.from_csv(replay.as_csv(printed), printed)
    stored = list(run.entries.order_by("rank", "pk").values_list("employee_id", "rank", "score"))
    for source in (printed, sheet):
        again = replay.recompute(source).everybody
        assert [(one.person.person, one.rank, one.score) for one in again if one.rank] == [
            line for line in stored if line[1]
        ]  # fmt: skip
        assert len(again) == run.examined == 7


def test_a_record_made_later_does_not_change_a_run_replayed_as_it_was_known(cast):
    from jenjang.performance.models import AppraisalRecord

    able = make_candidate("Rina Wulandari")
    vacancy = make_vacancy(cast.lestari)
    first = make_run(vacancy, cast.lestari)
    people.mend(AppraisalRecord.objects.get(employee=able, year=2025), predicate="sangat_baik")
    now = make_run(vacancy, cast.lestari, reason="Predikat 2025 dibetulkan.")
    then = make_run(vacancy, cast.lestari, reason="Diputar ulang.", known_at=first.known_at)
    scores = [entry_of(run, able).score for run in (first, now, then)]
    assert scores[0] == scores[2] < scores[1]


def test_changed_criteria_void_the_run_and_say_why(cast):
    make_candidate("Rina Wulandari")
    vacancy = make_vacancy(cast.lestari)
    run = make_run(vacancy, cast.lestari)
    with pytest.raises(Refused, match="alasan"):
        vacancies.publish(vacancy=vacancy, by=cast.lestari, on=ON)
    vacancies.publish(vacancy=vacancy, by=cast.lestari, on=ON, reason="Standar kompetensi diperbarui.")
    assert RunVoid.objects.get(run=run).reason == "Kriteria versi 2: Standar kompetensi diperbarui."
    assert runs.standing_run(vacancy) is None


def test_the_smallest_changes_really_move_somebody_up(cast):
    make_candidate("Yusneli", technical="90")
    me = make_candidate("Hendra Saputra", technical="82")
    run = make_run(make_vacancy(cast.lestari), cast.lestari)
    engine = explaining.engine_of(run)
    above = engine.assess(Inputs.from_text(run.entries.get(rank=1).inputs))
    changes = gaps.smallest_changes(engine, Inputs.from_text(entry_of(run, me).inputs), above)
    assert changes[0].title.startswith("Kini") is False
    for change in changes:
        assert change.score >= above.score
        assert change.gain > 0
    technical = next(change for change in changes if change.steps[0].what == "technical")
    assert technical.title == "Uji kompetensi teknis 82 menjadi 91"


def test_the_seal_stands_over_every_line(cast):
    from django.db import IntegrityError, connection, transaction

    from jenjang.ledger.verify import verify

    make_candidate("Rina Wulandari")
    run = make_run(make_vacancy(cast.lestari), cast.lestari)
    with pytest.raises(IntegrityError), transaction.atomic():
        run.entries.update(rank=2)
    assert verify(connection)["ok"]


@pytest.mark.parametrize("column", ["run_id", "employee_id"])
def test_a_line_about_a_run_or_an_employee_that_does_not_exist_is_refused(cast, column):
    make_candidate("Rina Wulandari")
    (entry,) = make_run(make_vacancy(cast.lestari), cast.lestari).entries.all()
    entry.pk, entry.employee_id = None, make_candidate("Dedi Kurniawan").pk
    setattr(entry, column, 999_999_999)
    with (
        pytest.raises(IntegrityError, match="does not exist"),
        transaction.atomic(),
        ledger.attributed(by=cast.lestari),
    ):
        entry.save(force_insert=True)


def test_every_index_of_the_lines_serves_a_look_up_of_its_own(db):
    with connection.cursor() as cursor:
        found = connection.introspection.get_constraints(cursor, RunEntry._meta.db_table)
    begins = sorted(one["columns"][0] for one in found.values() if one["index"] or one["unique"] or one["primary_key"])
    assert begins == ["application_id", "employee_id", "id", "run_id"]
