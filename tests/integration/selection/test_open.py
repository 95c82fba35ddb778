"""An open selection: applications from inside and outside, papers checked, too few applicants, results per stage."""

import json
from datetime import date
from decimal import Decimal

import pytest

from jenjang.accounts.roles import Role
from jenjang.kernel import clock
from jenjang.law.errors import Refused
from jenjang.selection import applications, candidates, checking, marking, moves, panels, replay, runs, ties, vacancies
from jenjang.selection.bench import bench_of
from jenjang.selection.marking import Typed
from jenjang.selection.models import ApplicationFacts, ExternalApplicant, StageResult
from tests.factories.panels import (
    CLOSED,
    DECREE,
    PDF,
    STATED,
    furnish,
    make_application,
    make_open_vacancy,
    make_user,
    member_named,
    pass_papers,
)
from tests.factories.selection import ON, make_candidate

TOLD = STATED | {"hukuman_disiplin": [], "kompetensi": None}


def official(name, user):
    return make_candidate(
        name, user=user, kind="administrator", title="Kepala Bidang Contoh", echelon="III.b", grade="IV/b", education="s2",
        grade_since=date(2021, 4, 1), position_since=date(2018, 1, 2),
    )  # fmt: skip


@pytest.fixture
def vacancy(cast):
    return make_open_vacancy(cast)


def test_a_call_shorter_than_fifteen_days_is_not_published(cast):
    with pytest.raises(Refused, match="Pengumuman 14 hari; paling singkat 15"):
        make_open_vacancy(cast, call_from=date(2026, 11, 1), call_until=date(2026, 11, 14))


def test_days_before_the_publication_do_not_make_the_call_long_enough(cast):
    call = {"call_from": date(2026, 11, 1), "call_until": date(2026, 11, 21)}
    vacancy = make_open_vacancy(cast, published=False, **call)
    with pytest.raises(Refused, match="Pengumuman 14 hari, dihitung sejak hari diumumkan; paling singkat 15"):
        vacancies.publish(vacancy=vacancy, by=cast.lestari, on=date(2026, 11, 8))
    with pytest.raises(Refused, match="Pengumuman 0 hari"):
        vacancies.publish(vacancy=vacancy, by=cast.lestari, on=date(2026, 12, 1))
    vacancies.publish(vacancy=vacancy, by=cast.lestari, on=date(2026, 11, 7))
    vacancies.publish(vacancy=vacancy, by=cast.lestari, on=ON, reason="Bidang ilmu ditambah.")


def test_an_application_names_its_missing_papers_and_is_sealed_when_complete(cast, vacancy):
    official("Hendra Saputra", cast.hendra)
    application = applications.begin(vacancy=vacancy, by=cast.hendra, on=ON)
    assert applications.begin(vacancy=vacancy, by=cast.hendra, on=ON) == application
    with pytest.raises(Refused, match="Surat lamaran"):
        applications.submit(application=application, by=cast.hendra, on=ON)
    furnish(application, cast.hendra)
    applications.submit(application=application, by=cast.hendra, on=ON)
    assert moves.state_of(application) == "diajukan"
    assert '"surat_lamaran":"' in ApplicationFacts.objects.get().content


def test_nobody_applies_after_the_call_or_for_somebody_else(cast, vacancy):
    official("Hendra Saputra", cast.hendra)
    with pytest.raises(Refused, match="selama masa pengumuman"):
        applications.begin(vacancy=vacancy, by=cast.hendra, on=CLOSED)
    application = applications.begin(vacancy=vacancy, by=cast.hendra, on=ON)
    with pytest.raises(Refused, match="milik orang lain"):
        applications.attach(application=application, kind="ijazah", file=PDF, by=cast.sri, on=ON)


def test_papers_that_want_something_come_back_with_the_reason_and_go_round_again(cast, vacancy):
    official("Hendra Saputra", cast.hendra)
    application = make_application(vacancy, cast.hendra)
    kinds = list(applications.newest_papers(application))
    with pytest.raises(Refused, match="Belum diperiksa"):
        checking.settle_check(application=application, by=cast.lestari, on=ON)
    with pytest.raises(Refused, match="disertai alasan"):
        checking.check_document(application=application, kind=kinds[0], verdict="BTL", by=cast.lestari, on=ON)
    for kind in kinds[1:]:
        checking.check_document(application=application, kind=kind, verdict="MS", by=cast.lestari, on=ON)
    checking.check_document(
        application=application, kind=kinds[0], verdict="BTL", reason="Halaman 2 tidak terbaca.", by=cast.lestari, on=ON
    )
    checking.settle_check(application=application, by=cast.lestari, on=ON)
    last = application.transitions.order_by("-sequence").first()
    assert last.to_state == "btl"
    assert "Halaman 2 tidak terbaca." in last.reason
    applications.attach(application=application, kind=kinds[0], file=PDF + b"\n", by=cast.hendra, on=ON)
    applications.submit(application=application, by=cast.hendra, on=CLOSED)
    with pytest.raises(Refused, match="Belum diperiksa"):
        checking.settle_check(application=application, by=cast.lestari, on=ON)
    checking.check_document(application=application, kind=kinds[0], verdict="MS", by=cast.lestari, on=ON)
    assert checking.settle_check(application=application, by=cast.lestari, on=ON) == "MS"


def test_an_officer_does_not_check_own_papers(cast, vacancy):
    official("Lestari Maharani", cast.lestari)
    application = make_application(vacancy, cast.lestari)
    with pytest.raises(Refused, match="diperiksa orang lain"):
        checking.check_document(application=application, kind="ijazah", verdict="MS", by=cast.lestari, on=ON)


def test_fewer_than_four_applicants_need_a_longer_call(cast, vacancy):
    official("Hendra Saputra", cast.hendra)
    application = make_application(vacancy, cast.hendra)
    pass_papers(application, cast.lestari)
    with pytest.raises(Refused, match=r"1 orang; paling sedikit 4\. Bila kurang, perpanjang"):
        candidates.begin_assessment(vacancy=vacancy, by=cast.lestari, on=CLOSED)
    applications.extend_call(
        vacancy=vacancy, until=date(2026, 11, 30), reason="Baru satu pelamar.", by=cast.lestari, on=CLOSED
    )
    vacancy.refresh_from_db()
    assert vacancy.call_until == date(2026, 11, 30)
    applications.withdraw(application=application, by=cast.hendra)
    assert moves.state_of(application) == "ditarik"


@pytest.mark.parametrize("until", [date(2026, 11, 20), date(2026, 11, 25)])
def test_a_call_is_not_extended_to_a_day_that_is_past_or_no_longer(client, cast, vacancy, sign_in, monkeypatch, until):
    monkeypatch.setattr(clock, "today", lambda: date(2026, 11, 26))
    sign_in(client, cast.lestari)
    sent = {"until": until.strftime("%d/%m/%Y"), "reason": "Baru satu pelamar yang masuk."}
    answer = client.post(f"/lowongan/{vacancy.number}/pelamar/perpanjang/", sent)
    assert answer.status_code == 422
    said = "sesudah batas yang lama" if until < date(2026, 11, 21) else "tidak boleh hari yang sudah lewat"
    assert [said in error for error in answer.context["form"].errors["until"]] == [True]
    vacancy.refresh_from_db()
    assert vacancy.call_until == date(2026, 11, 21)
    sent["until"] = "26/11/2026"
    assert client.post(f"/lowongan/{vacancy.number}/pelamar/perpanjang/", sent).status_code == 302


def test_somebody_from_outside_was_born_before_today(client, cast, vacancy, sign_in):
    sign_in(client, cast.lestari, fresh=True)
    sent = {"name": "Yusra Rekaan", "nip": "198001012005011001", "agency_name": "Kota Lain", "email": "y@contoh.test"}
    answer = client.post(f"/lowongan/{vacancy.number}/pelamar/luar/", sent | {"birth_date": "01/01/2080"})
    assert answer.status_code == 422
    assert answer.context["form"].errors["birth_date"] == ["Tanggal lahir harus sudah lewat."]
    assert not ExternalApplicant.objects.exists()


def test_an_employee_of_the_agency_is_not_registered_as_somebody_from_outside(cast):
    own = official("Hendra Saputra", cast.hendra)
    facts = {"birth_date": date(1980, 1, 1), "agency_name": "Kota Lain", "email": "h@contoh.test", "by": cast.lestari}
    with pytest.raises(Refused, match="milik pegawai instansi ini"):
        applications.register_external(name="Hendra Saputra", nip=own.nip, **facts)
    assert not ExternalApplicant.objects.exists()


def test_an_application_is_not_withdrawn_from_a_selection_that_has_its_result(cast, vacancy, client, sign_in):
    application = make_application(vacancy, cast.hendra, official("Hendra Saputra", cast.hendra))
    sign_in(client, cast.hendra)
    page = f"/lamaran/{application.pk}/"
    assert b"Tarik lamaran" in client.get(page).content
    moves.move(vacancy, "tidak_terisi", by=cast.lestari, reason="Jabatan dihapus menurut peraturan baru.")
    with pytest.raises(Refused, match="sudah ada hasilnya"):
        applications.withdraw(application=application, by=cast.hendra)
    assert moves.state_of(application) == "diajukan"
    assert b"Tarik lamaran" not in client.get(page).content


def make_external(cast, vacancy):
    applicant, code = applications.register_external(
        name="Roza Mulyani", nip="197605042005012001", birth_date=date(1976, 5, 4), agency_name="Pemerintah Kota Lain",
        email="roza@contoh.test", by=cast.lestari,
    )  # fmt: skip
    assert code.count("-")
    application = applications.begin(vacancy=vacancy, by=applicant.user, on=ON, applicant=applicant)
    furnish(application, applicant.user)
    applications.submit(application=application, by=applicant.user, on=ON, facts=TOLD)
    return application


def panel_for(cast, vacancy):
    outside = [make_user(f"luar.{place}", f"Ahli {place}", Role.PANEL) for place in range(2)]
    named = [
        member_named(cast.marlina, "ketua", internal=False),
        *(member_named(one, internal=False) for one in outside),
    ]
    named += [member_named(cast.budi), member_named(cast.agus)]
    return panels.form_panel(vacancy=vacancy, people=named, by=cast.lestari, on=ON, **DECREE)


def test_from_applications_to_a_ranking_of_applicants_with_one_from_another_agency(cast, vacancy):
    users = [cast.hendra, cast.sri, cast.yuliana]
    entries = [make_application(vacancy, user, official(user.name, user)) for user in users]
    entries.append(make_external(cast, vacancy))
    for application in entries:
        pass_papers(application, cast.lestari)
        applications.record_stage(
            application=application,
            component="kompetensi",
            score=Decimal(80),
            origin="Pusat asesmen",
            by=cast.lestari,
            on=ON,
        )
    panel = panel_for(cast, vacancy)
    candidates.begin_assessment(vacancy=vacancy, by=cast.lestari, on=CLOSED)
    bench = bench_of(panel, CLOSED)
    for own in bench.members:
        ties.declare(member=own, interests=[], by=own.user, on=CLOSED)
        for stage in marking.stages_of(vacancy, bench.law):
            cells = [
                Typed(one.pk, aspect, Decimal(70 + one.drawn))
                for one in bench.marked_by(own)
                for aspect in marking.aspects_of(stage, bench.law)
            ]
            marking.save_draft(member=own, stage=stage, typed=cells, by=own.user, on=CLOSED)
            marking.lock_sheet(member=own, stage=stage, by=own.user, on=CLOSED)
    assert StageResult.objects.count() == 16
    run = runs.compute(vacancy=vacancy, by=cast.lestari, on=CLOSED)
    assert (run.scope, run.examined) == ("pelamar", 4)
    external = run.entries.get(employee=None)
    assert external.application == entries[-1]
    assert {entry.verdict for entry in run.entries.all()} == {"MS"}
    drawn = bench.candidates[-1].drawn
    best = run.entries.get(rank=1)
    assert best.application_id == bench.candidates[-1].application_id
    assert best.score == Decimal(80) * 25 / 100 + Decimal(70 + drawn) * 75 / 100
    again = replay.recompute(json.loads(json.dumps(replay.export_inputs(run)))).ranked
    stored = run.entries.order_by("rank", "pk").values_list("rank", "score", "employee_id")
    assert [(one.rank, one.score, max(one.person.person, 0) or None) for one in again] == list(stored)


def test_a_corrected_result_names_what_it_supersedes_and_why(cast, vacancy):
    application = make_application(vacancy, cast.hendra, official("Hendra Saputra", cast.hendra))
    pass_papers(application, cast.lestari)
    facts = {
        "application": application,
        "component": "kompetensi",
        "origin": "Pusat asesmen",
        "by": cast.lestari,
        "on": ON,
    }
    applications.record_stage(score=Decimal(80), **facts)
    with pytest.raises(Refused, match="Perbaikan nilai disertai alasan"):
        applications.record_stage(score=Decimal(82), **facts)
    applications.record_stage(score=Decimal(82), reason="Salah salin dari laporan.", **facts)
    assert StageResult.objects.get(superseded_by=None).score == 82
    with pytest.raises(Refused, match="tidak dinilai panitia"):
        applications.record_stage(**{**facts, "component": "wawancara"}, score=Decimal(80))
