"""Progress by the week: several results at once, put right by a newer entry, once for a draft that is sent twice, and proven."""

from datetime import date, timedelta
from decimal import Decimal

import pytest

from jenjang.accounts.models import User
from jenjang.accounts.todo import waiting_for
from jenjang.kernel import documents
from jenjang.kernel.models import Document
from jenjang.law.errors import Refused
from jenjang.performance import evidence, progress, queries_doing, skps
from jenjang.performance.evidence import Proof
from jenjang.performance.models import SKP, Evidence, EvidenceUse, ProgressEntry
from jenjang.performance.progress import Done
from jenjang.performance.weeks import Week, week_of
from jenjang.ui.parts import Todo
from tests.cast import Cast
from tests.factories import performance as made
from tests.integration.hostile.honest import PDF

DAY = date(2026, 3, 18)
WEEK = week_of(DAY)
KEY = "0123456789abcdef0123456789abcdef"


@pytest.fixture
def team(cast: Cast) -> made.Team:
    return made.make_team(cast.yuliana, cast.sri)


@pytest.fixture
def skp(team: made.Team) -> SKP:
    return made.make_skp(team, results=3, state="ditetapkan")


def keys(skp: SKP) -> list[int]:
    return list(skp.results.order_by("order").values_list("pk", flat=True))


def write(cast: Cast, *done: Done, week: Week = WEEK, on: date = DAY, **more: object) -> list[ProgressEntry]:
    return progress.record(week=week, done=done, by=cast.sri, on=on, **more)


def test_several_results_are_told_at_once_and_each_stands_under_its_week(cast: Cast, skp: SKP) -> None:
    first, second, third = keys(skp)
    write(cast, Done(first, "Laporan Maret disusun.", Decimal(1)), Done(second, "Rapat pembahasan."))
    found = {one.pk: one for one in queries_doing.targets(skp.employee, WEEK)}
    assert found[first].standing.entry.text == "Laporan Maret disusun."
    assert found[first].so_far == 1
    assert found[second].standing.entry.on == DAY
    assert found[third].standing is None


def test_a_newer_entry_of_the_week_takes_the_place_of_the_older_which_stays_readable(cast: Cast, skp: SKP) -> None:
    first = keys(skp)[0]
    (old,) = write(cast, Done(first, "Dua laporan.", Decimal(2)), proof=Proof(upload=PDF))
    (new,) = write(cast, Done(first, "Tiga laporan.", Decimal(3)))
    old.refresh_from_db()
    assert old.withdrawn_at is not None
    assert [line.entry for line in queries_doing.lines_of(skp.employee, queries_doing.Chosen())] == [new]
    assert queries_doing.lines_of(skp.employee, queries_doing.Chosen(history=True)).count() == 2
    assert queries_doing.targets(skp.employee, WEEK)[0].so_far == 3
    assert EvidenceUse.objects.get().entry == new


def test_the_same_words_again_make_no_second_entry(cast: Cast, skp: SKP) -> None:
    done = Done(keys(skp)[0], "Laporan.", Decimal(1))
    assert write(cast, done) == write(cast, done)
    assert ProgressEntry.objects.count() == 1


def test_another_week_has_an_entry_of_its_own(cast: Cast, skp: SKP) -> None:
    first = keys(skp)[0]
    write(cast, Done(first, "Pekan lalu."), week=WEEK.before())
    write(cast, Done(first, "Pekan ini."))
    rows = queries_doing.lines_of(skp.employee, queries_doing.Chosen())
    assert [(line.entry.text, line.entry.on) for line in rows] == [
        ("Pekan ini.", DAY), ("Pekan lalu.", WEEK.before().last),
    ]  # fmt: skip


def test_a_draft_that_arrives_twice_is_kept_once_even_if_it_was_put_right_in_between(cast: Cast, skp: SKP) -> None:
    first, second, _ = keys(skp)
    sent = [Done(first, "Dari ponsel."), Done(second, "Juga dari ponsel.")]
    made_first = write(cast, *sent, key=KEY)
    write(cast, Done(first, "Dibetulkan di kantor."))
    assert write(cast, *sent, key=KEY) == made_first
    assert queries_doing.targets(skp.employee, WEEK)[0].standing.entry.text == "Dibetulkan di kantor."
    assert queries_doing.accepted_keys(skp.employee) == [KEY]


@pytest.mark.parametrize(("back", "allowed"), [(4, True), (5, False), (-1, False)])
def test_only_the_weeks_that_the_agency_leaves_open_are_written(
    cast: Cast, skp: SKP, back: int, *, allowed: bool
) -> None:
    week = WEEK.before(back)
    if allowed:
        assert write(cast, Done(keys(skp)[0], "Terlambat dicatat."), week=week)[0].on == week.last
    else:
        with pytest.raises(Refused, match=r"tidak dapat dicatat lagi|belum tiba"):
            write(cast, Done(keys(skp)[0], "Terlambat dicatat."), week=week)
        assert not ProgressEntry.objects.exists()


def test_nothing_and_what_is_not_ones_own_is_refused_and_nothing_stays(cast: Cast, skp: SKP) -> None:
    other = made.make_skp(made.make_team(cast.yuliana, cast.hendra))
    with pytest.raises(Refused, match="paling sedikit untuk satu"):
        write(cast)
    with pytest.raises(Refused, match="sudah tidak ada"):
        write(cast, Done(keys(skp)[0], "Milik sendiri."), Done(keys(other)[0], "Milik orang lain."))
    with pytest.raises(Refused, match="tidak terhubung"):
        progress.record(week=WEEK, done=[Done(keys(skp)[0], "Oleh wali.")], by=cast.wali, on=DAY)
    assert not ProgressEntry.objects.exists()


def test_a_draft_can_be_worked_on_but_an_skp_that_is_over_cannot(cast: Cast, team: made.Team) -> None:
    draft = made.make_skp(team)
    write(cast, Done(keys(draft)[0], "Sudah mulai."))
    skps.discard(skp=draft, by=cast.sri, reason="Tidak jadi.")
    with pytest.raises(Refused, match="sudah tidak ada"):
        write(cast, Done(keys(draft)[0], "Lagi."))


def test_an_entry_falls_into_the_days_of_its_skp(cast: Cast, skp: SKP) -> None:
    skps.end(skp=skp, until=WEEK.first + timedelta(days=1), by=cast.sri)
    assert write(cast, Done(keys(skp)[0], "Sebelum pindah."))[0].on == WEEK.first + timedelta(days=1)


def test_an_entry_is_withdrawn_once_by_its_owner_while_its_week_is_open(cast: Cast, skp: SKP) -> None:
    (entry,) = write(cast, Done(keys(skp)[0], "Keliru."))
    with pytest.raises(Refused, match="tidak terhubung"):
        progress.withdraw(entry=entry, by=cast.hendra, on=DAY)
    with pytest.raises(Refused, match="tidak dapat dicatat lagi"):
        progress.withdraw(entry=entry, by=cast.sri, on=DAY + timedelta(days=60))
    progress.withdraw(entry=entry, by=cast.sri, on=DAY)
    with pytest.raises(Refused, match="sudah ditarik"):
        progress.withdraw(entry=entry, by=cast.sri, on=DAY)


# evidence


def test_one_file_is_kept_once_and_used_for_results_and_weeks(cast: Cast, skp: SKP) -> None:
    first, second, _ = keys(skp)
    write(cast, Done(first, "Satu."), Done(second, "Dua."), proof=Proof(upload=PDF, title="Berita acara"))
    write(cast, Done(first, "Pekan lalu."), week=WEEK.before(), proof=Proof(upload=PDF))
    kept = Evidence.objects.get()
    assert (kept.title, Document.objects.count()) == ("Berita acara", 1)
    assert [(use.result_id, use.entry.text) for use in queries_doing.uses_of(kept)] == [
        (second, "Dua."), (first, "Satu."), (first, "Pekan lalu."),
    ]  # fmt: skip


def test_it_is_used_again_for_an_entry_and_let_go_while_the_week_is_open(cast: Cast, skp: SKP) -> None:
    (entry,) = write(cast, Done(keys(skp)[0], "Satu."))
    kept = evidence.keep(proof=Proof(link="https://contoh.example/a"), by=cast.sri)
    assert [line.entry for line in queries_doing.entries_without(kept, WEEK.first)] == [entry]
    for _ in range(2):
        evidence.use(evidence=kept, entry=entry, by=cast.sri, on=DAY)
    use = EvidenceUse.objects.get()
    assert queries_doing.entries_without(kept, WEEK.first) == []
    with pytest.raises(Refused, match="hanya dapat dibaca"):
        evidence.stop_using(use=use, by=cast.sri, on=DAY + timedelta(days=60))
    with pytest.raises(Refused, match="pemilik"):
        evidence.stop_using(use=use, by=cast.hendra, on=DAY)
    evidence.stop_using(use=use, by=cast.sri, on=DAY)
    assert Evidence.objects.filter(pk=kept.pk).exists()


def test_somebody_elses_evidence_proves_nothing_of_mine(cast: Cast, skp: SKP) -> None:
    other = made.make_team(cast.yuliana, cast.hendra)
    foreign = evidence.keep(proof=Proof(link="https://contoh.example/b"), by=other.member_user)
    with pytest.raises(Refused, match="tidak ada pada daftar"):
        write(cast, Done(keys(skp)[0], "Satu."), proof=Proof(kept=foreign.pk))
    assert not ProgressEntry.objects.exists()


def test_a_file_that_is_not_what_it_says_is_refused_and_nothing_is_written(cast: Cast, skp: SKP) -> None:
    with pytest.raises(documents.DocumentRefused):
        write(cast, Done(keys(skp)[0], "Satu."), proof=Proof(upload=b"MZ bukan pdf"))
    assert not ProgressEntry.objects.exists()


def test_the_appraiser_opens_it_and_a_stranger_does_not(cast: Cast, skp: SKP) -> None:
    write(cast, Done(keys(skp)[0], "Satu."), proof=Proof(upload=PDF))
    kept = Evidence.objects.get()
    assert queries_doing.paper_of(cast.yuliana, kept.pk) == kept.document
    assert queries_doing.paper_of(cast.hendra, kept.pk) is None


# the invitation


def invited(user: User) -> list[Todo]:
    return [one for one in waiting_for(user, DAY) if one.title == "Catat yang dikerjakan pekan ini"]


def test_home_invites_gently_once_a_whole_week_went_by_and_is_silent_after_an_entry(cast: Cast, skp: SKP) -> None:
    (item,) = invited(cast.sri)
    assert "dapat dilewati" in item.text
    assert item.due == ""
    write(cast, Done(keys(skp)[0], "Pekan lalu."), week=WEEK.before())
    assert invited(cast.sri) == []
    assert invited(cast.wali) == []
