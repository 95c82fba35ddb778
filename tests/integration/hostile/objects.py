"""Objects in the states that the access matrix does not need: where a form shows itself only then. All people invented."""

from collections.abc import Iterator
from datetime import date

from allauth.mfa.totp.internal import auth as totp
from django.db import transaction
from django.urls import reverse

from jenjang import ledger
from jenjang.accounts.models import User
from jenjang.kernel import clock, jobs, policy
from jenjang.performance import skps, unit_plans
from jenjang.performance.unit_plans import IndicatorDraft, ObjectiveDraft
from jenjang.personnel.kinds import all_kinds
from jenjang.personnel.models import KinshipRecord
from jenjang.selection import applications, candidates, objections, ties
from jenjang.selection.models import Run, Tie, WillingnessRequest
from jenjang.siasn import actions as imports
from tests.cast import Cast
from tests.factories import decisions, panels, people, performance
from tests.factories.feedback import make_office
from tests.factories.selection import ON, make_candidate, make_run, make_vacancy
from tests.integration.siasn import books

Visit = tuple[User, str]


def deciding(cast: Cast) -> Iterator[Visit]:
    """Three names that wait to be proposed, objections, and a decision: while nobody else is ranked."""
    made = decisions.forwarded(cast, best=90)
    number = made.vacancy.number
    yield cast.zulkifli, reverse("selection:decision", args=[number])
    run = Run.objects.get(vacancy=made.vacancy)
    objections.file_objection(
        entry=run.entries.get(employee=made.people[1]), about="kinerja", evidence=[],
        words="Predikat tahun 2025 saya tercatat keliru menurut surat ini.", by=made.users[1],
        on=clock.day_of(run.computed_at),
    )  # fmt: skip
    yield made.users[1], reverse("selection:own_objections", args=[number])
    yield made.users[2], reverse("selection:own_objections", args=[number])
    made, _ = decisions.decided(cast, best=100)
    yield cast.wali, reverse("selection:decision", args=[made.vacancy.number])
    yield cast.lestari, reverse("selection:inaugurate", args=[made.vacancy.number])


def further(cast: Cast) -> Iterator[Visit]:
    """Who opens which page, in an order in which each object still is in the state that its page needs."""
    yield from _accounts(cast)
    yield from _people(cast)
    yield from _opening(cast)
    yield from _session(cast)
    yield from _applicants(cast)
    yield from _imports(cast)
    yield from _policy(cast)
    yield from _planning(cast)
    yield from _feedback(cast)


def _accounts(cast: Cast) -> Iterator[Visit]:
    totp.TOTP.activate(cast.rahmat, totp.generate_totp_secret())
    yield cast.rahmat, reverse("accounts:account")
    yield cast.rahmat, reverse("accounts:confirm")
    yield cast.lestari, reverse("accounts:accounts") + "?q=sri"


def _people(cast: Cast) -> Iterator[Visit]:
    person = people.make_employee("Murni Handayani")
    row = people.give(
        KinshipRecord,
        person,
        date(2015, 5, 5),
        relation="adik",
        relative_name="Murti",
        relative_birth_date=date(1990, 2, 1),
    )
    yield cast.lestari, reverse("personnel:leave", args=[person.nip, "pindah-keluar"])
    yield cast.lestari, reverse("personnel:correct", args=[person.nip, "keluarga", row.pk])
    for kind in all_kinds():
        if kind.code != "identitas":
            yield cast.lestari, reverse("personnel:add", args=[person.nip, kind.code])
    own = people.make_employee("Yuliana Putri", user=cast.yuliana)
    education = own.educationrecord_set.get() if hasattr(own, "educationrecord_set") else None
    if education:
        yield cast.yuliana, reverse("personnel:ask", args=[own.nip, "pendidikan", education.pk]) + "?isian=school"


def _planning(cast: Cast) -> Iterator[Visit]:
    """A unit whose plan is still written, and a member's SKP that waits for its head, with results that wait too."""
    member = panels.make_user("pegawai.rencana", "Pegawai Rencana")
    team = performance.make_team(cast.rahmat, member)
    indicator = IndicatorDraft("Indeks kepuasan", "85", "penerima_layanan")
    draft = ObjectiveDraft("Layanan membaik", None, (indicator,))
    objective = unit_plans.add_objective(unit=team.unit, year=team.year, draft=draft, by=cast.rahmat)
    place = [team.unit.pk, team.year.year]
    yield cast.rahmat, reverse("performance:unit", args=place)
    yield cast.rahmat, reverse("performance:add_objective", args=place)
    yield cast.rahmat, reverse("performance:change_objective", args=[objective.pk])
    skp = performance.make_skp(team, state="diajukan")
    leaders = skps.start(employee=team.head, year=team.year, by=cast.rahmat, on=performance.START)
    performance.add_result(leaders, "Data unit andal")
    yield member, skp.get_absolute_url()
    yield cast.rahmat, skp.get_absolute_url()
    yield cast.rahmat, reverse("performance:team")
    yield cast.rahmat, reverse("performance:join_many")


def _opening(cast: Cast) -> Iterator[Visit]:
    seat = people.make_seat(title="Kepala Dinas Uji", kind="jpt_pratama", is_head=True)
    yield cast.lestari, reverse("selection:open", args=[seat.pk])
    call = {"call_from": date(2026, 11, 18), "call_until": date(2026, 12, 18)}
    draft = make_vacancy(
        cast.lestari, people.make_seat(title="Kepala Badan Uji", kind="jpt_pratama"), published=False, **call
    )
    yield cast.lestari, reverse("selection:criteria", args=[draft.number])


def _session(cast: Cast) -> Iterator[Visit]:
    """A board with a tie to settle, a reserve, a declaration, a sheet, and a candidate who is asked."""
    born = date(1988, 2, 3)
    names = ("Rina Wulandari", "Dedi Kurniawan")
    rina, dedi = (make_candidate(name, birth=born) for name in names)
    budi = people.make_employee("Budi Santoso", user=cast.budi, kind="jpt_pratama")
    people.give(KinshipRecord, budi, born, relation="adik", relative_name=names[0], relative_birth_date=born)
    asked = make_candidate("Calon yang ditanya", user=cast.hendra)
    vacancy = make_vacancy(cast.lestari)
    make_run(vacancy, cast.lestari)
    with transaction.atomic(), ledger.attributed(by=people.BY):
        WillingnessRequest.objects.create(
            vacancy=vacancy, employee=asked, answer_by=date(2026, 11, 25), by=cast.lestari
        )
    yield cast.hendra, reverse("selection:own_answer", args=[vacancy.number])
    panels.say_willing(vacancy, [rina, dedi], cast.lestari)
    panel = panels.make_board(cast, vacancy, panels.make_user("penilai.cadangan", "Penilai Cadangan"))
    candidates.begin_assessment(vacancy=vacancy, by=cast.lestari, on=ON)
    tie = Tie.objects.filter(candidate__vacancy=vacancy, certain=False).first()
    yield cast.lestari, reverse("selection:rule_tie", args=[vacancy.number, tie.pk])
    yield cast.lestari, reverse("selection:replace", args=[vacancy.number])
    yield cast.agus, reverse("selection:declare", args=[vacancy.number])
    ties.declare(member=panels.member(panel, cast.ratna), interests=[], by=cast.ratna, on=ON)
    yield cast.ratna, reverse("selection:sheet", args=[vacancy.number, "tim_penilai"])


def _applicants(cast: Cast) -> Iterator[Visit]:
    call = panels.make_open_vacancy(cast)
    people.make_employee("Dewi Anggraini", user=cast.dewi)
    yield cast.dewi, reverse("selection:apply", args=[call.number])
    begun = applications.begin(vacancy=call, by=cast.dewi, on=ON)
    yield cast.dewi, reverse("selection:application", args=[begun.pk])
    applicant, _ = applications.register_external(
        name="Roza Mulyani", nip="197605042005012001", birth_date=date(1976, 5, 4), agency_name="Pemerintah Kota Lain",
        email="roza@contoh.test", by=cast.lestari,
    )  # fmt: skip
    own = applications.begin(vacancy=call, by=applicant.user, on=ON, applicant=applicant)
    panels.furnish(own, applicant.user)
    yield applicant.user, reverse("selection:submit", args=[own.pk])


def _policy(cast: Cast) -> Iterator[Visit]:
    draft = policy.draft_policy(title="Usulan uji", values={}, since=date(2027, 1, 1), by=cast.lestari)
    policy.propose_draft(draft=draft, by=cast.lestari)
    for user in (cast.zulkifli, cast.wali):
        yield user, reverse("kernel:policy_draft", args=[draft.pk])


def _imports(cast: Cast) -> Iterator[Visit]:
    staged = imports.upload_employees(
        sheet=books.file(books.employees([books.person(7)]), "pegawai.xlsx"), tree=books.file(books.tree(), "unor.json"),
        by=cast.lestari,
    )  # fmt: skip
    jobs.run_pending()
    yield cast.lestari, reverse("siasn:review", args=[staged.pk])


def _feedback(cast: Cast) -> Iterator[Visit]:
    """A team large enough to write without a name, while a pulse is open, and officers beside a round that runs."""
    make_office([cast.agus, cast.ratna], size=4)
    for name in ("own", "ask", "upward", "fill_pulse"):
        yield cast.agus, reverse(f"feedback:{name}")
    yield cast.lestari, reverse("feedback:rounds")
    yield cast.lestari, reverse("feedback:pulses")
