"""What the law asks of a post, at the check of an application: shown, counted, and in nobody's way who lacks only data."""

from datetime import date

import pytest
from django.urls import reverse

from jenjang.accounts.roles import Role
from jenjang.discipline.models import SanctionRecord
from jenjang.kernel.models import Notice
from jenjang.law.errors import Refused
from jenjang.selection import applications, candidates, checking, moves, panels, qualifying
from jenjang.selection.models import Candidate
from jenjang.transparency.queries import application_counts
from tests.factories.panels import (
    CLOSED,
    DECREE,
    STATED,
    furnish,
    make_application,
    make_open_vacancy,
    make_user,
    member_named,
    pass_papers,
)
from tests.factories.people import give
from tests.factories.selection import ON, make_candidate


def official(name, user=None, **facts):
    known = {
        "kind": "administrator",
        "title": "Kepala Bidang Contoh",
        "echelon": "III.b",
        "grade": "IV/b",
        "education": "s2",
    }
    return make_candidate(
        name, user=user, grade_since=date(2021, 4, 1), position_since=date(2018, 1, 2), **(known | facts)
    )


@pytest.fixture
def vacancy(cast):
    return make_open_vacancy(cast)


def outside(cast, vacancy, place=1, **facts):
    """An applicant of another agency, who stated these facts."""
    applicant, _ = applications.register_external(
        name=f"Roza Mulyani {place}", nip=f"19760504200501200{place}", birth_date=date(1976, 5, 4),
        agency_name="Pemerintah Kota Lain", email=f"roza.{place}@contoh.test", by=cast.lestari,
    )  # fmt: skip
    application = applications.begin(vacancy=vacancy, by=applicant.user, on=ON, applicant=applicant)
    furnish(application, applicant.user)
    applications.submit(application=application, by=applicant.user, on=ON, facts=STATED | facts)
    return application


def check_papers(application, by):
    for kind in applications.newest_papers(application):
        checking.check_document(application=application, kind=kind, verdict="MS", by=by, on=ON)


def reason_of(application):
    return application.transitions.order_by("-sequence").first().reason


def test_the_requirements_are_those_of_the_ranking_from_inside_and_outside(cast, vacancy):
    inside = make_application(vacancy, cast.hendra, official("Hendra Saputra", cast.hendra))
    guest = outside(cast, vacancy)
    found = qualifying.requirements_of(vacancy, [inside, guest], ON)
    assert set(found) == {inside.pk, guest.pk}
    codes = [finding.code for finding in found[guest.pk]]
    assert codes == [finding.code for finding in found[inside.pk]]
    assert {"pendidikan", "jabatan_sebelumnya", "predikat", "dalam_rentang", "standar_kompetensi"} <= set(codes)
    assert all(finding.met for findings in found.values() for finding in findings)
    assert all(finding.cites for findings in found.values() for finding in findings)


def test_an_unmet_requirement_is_the_conclusion_and_its_reason_although_the_papers_are_complete(cast, vacancy):
    application = make_application(vacancy, cast.hendra, official("Hendra Saputra", cast.hendra, grade="III/c"))
    check_papers(application, cast.lestari)
    assert checking.settle_check(application=application, by=cast.lestari, on=ON) == "TMS"
    (against,) = qualifying.ruling_out(qualifying.requirements_for(application, ON))
    assert against.code == "di_bawah_rentang"
    assert reason_of(application) == f"Syarat jabatan: {against.reason}"
    assert Notice.objects.filter(user=cast.hendra, text__endswith="tidak memenuhi syarat.").exists()


def test_nobody_passes_an_applicant_in_spite_of_an_unmet_requirement(cast, vacancy):
    application = make_application(vacancy, cast.hendra, official("Hendra Saputra", cast.hendra, grade="III/c"))
    check_papers(application, cast.lestari)
    against = qualifying.ruling_out(qualifying.requirements_for(application, ON))
    with pytest.raises(Refused) as refusal:
        checking.settle_check(application=application, by=cast.lestari, on=ON, passing=True)
    assert [one.reason for one in refusal.value.decision.objections] == [one.reason for one in against]
    assert moves.state_of(application) == "diajukan"


def test_what_an_applicant_from_outside_stated_is_held_against_the_law_too(cast, vacancy):
    application = outside(cast, vacancy, predikat=[[2025, "kurang", 0], [2024, "baik", 0]])
    check_papers(application, cast.lestari)
    assert checking.settle_check(application=application, by=cast.lestari, on=ON) == "TMS"
    assert "Kurang" in reason_of(application)


def test_missing_data_is_left_to_the_officer_and_the_papers(cast, vacancy):
    application = make_application(vacancy, cast.hendra, official("Hendra Saputra", cast.hendra, competence=None))
    found = qualifying.requirements_for(application, ON)
    assert [one.reason for one in found if qualifying.is_unknown(one)] == [
        "Penilaian kompetensi yang masih berlaku: belum ada data."
    ]
    check_papers(application, cast.lestari)
    assert checking.settle_check(application=application, by=cast.lestari, on=ON, passing=True) == "MS"


def test_a_paper_that_is_wanting_does_not_hide_an_unmet_requirement(cast, vacancy):
    application = make_application(vacancy, cast.hendra, official("Hendra Saputra", cast.hendra, grade="III/c"))
    check_papers(application, cast.lestari)
    checking.check_document(
        application=application, kind="ijazah", verdict="BTL", reason="Tidak terbaca.", by=cast.lestari, on=ON
    )
    assert checking.settle_check(application=application, by=cast.lestari, on=ON) == "TMS"
    assert "Tidak terbaca." not in reason_of(application)


def page_of(vacancy, application):
    return f"/lowongan/{vacancy.number}/pelamar/{application.pk}/"


def sent_for(application, action):
    return {f"hasil-{kind}": "MS" for kind in applications.newest_papers(application)} | {"aksi": action}


def test_the_page_of_the_check_shows_each_requirement_and_concludes_what_it_showed(client, cast, vacancy, sign_in):
    application = make_application(vacancy, cast.hendra, official("Hendra Saputra", cast.hendra, grade="III/c"))
    sign_in(client, cast.lestari)
    page = client.get(page_of(vacancy, application)).content.decode()
    assert "Syarat jabatan" in page
    assert "nyatakan tidak memenuhi syarat" in page
    assert "Simpan dan simpulkan" not in page
    refused = client.post(page_of(vacancy, application), sent_for(application, "simpulkan"))
    assert refused.status_code == 422
    (against,) = qualifying.ruling_out(qualifying.requirements_for(application, ON))
    assert [one.reason for one in refused.context["form"].objections] == [against.reason]
    assert moves.state_of(application) == "diajukan"
    assert not application.checks.exists()
    assert client.post(page_of(vacancy, application), sent_for(application, "gugurkan")).status_code == 302
    assert moves.state_of(application) == "tms"
    listing = client.get(f"/lowongan/{vacancy.number}/pelamar/")
    assert listing.context["passed"] == 0
    assert against.reason in listing.content.decode()


def test_the_page_marks_what_is_not_on_record_and_passes_who_meets_the_rest(client, cast, vacancy, sign_in):
    application = make_application(vacancy, cast.hendra, official("Hendra Saputra", cast.hendra, competence=None))
    sign_in(client, cast.lestari)
    answer = client.get(page_of(vacancy, application))
    assert [kind for _, kind in answer.context["requirements"]].count("warn") == 1
    assert "belum ada data" in answer.content.decode()
    assert client.post(page_of(vacancy, application), sent_for(application, "simpulkan")).status_code == 302
    assert moves.state_of(application) == "ms"
    assert client.get(f"/lowongan/{vacancy.number}/pelamar/").context["passed"] == 1


def test_the_pages_make_few_queries_for_many_applicants(client, cast, vacancy, sign_in, django_assert_max_num_queries):
    users = [cast.hendra, cast.sri, cast.yuliana]
    entries = [make_application(vacancy, user, official(user.name, user, grade="III/c")) for user in users]
    entries += [outside(cast, vacancy, place) for place in range(1, 6)]
    sign_in(client, cast.lestari)
    with django_assert_max_num_queries(15):
        client.get(f"/lowongan/{vacancy.number}/pelamar/")
    with django_assert_max_num_queries(25):
        client.get(page_of(vacancy, entries[0]))
    for application in entries:
        pass_papers(application, cast.lestari)
    with django_assert_max_num_queries(25):
        client.get(f"/lowongan/{vacancy.number}/penilai/mulai/")


def four_passed(cast, vacancy):
    users = [cast.hendra, cast.sri, cast.yuliana]
    entries = [make_application(vacancy, user, official(user.name, user)) for user in users]
    entries.append(outside(cast, vacancy))
    for application in entries:
        pass_papers(application, cast.lestari)
    return entries


def panel_for(cast, vacancy):
    people = [make_user(f"luar.{place}", f"Ahli {place}", Role.PANEL) for place in range(2)]
    named = [
        member_named(cast.marlina, "ketua", internal=False),
        *(member_named(one, internal=False) for one in people),
    ]
    named += [member_named(cast.budi), member_named(cast.agus)]
    return panels.form_panel(vacancy=vacancy, people=named, by=cast.lestari, on=ON, **DECREE)


def test_who_is_ruled_out_does_not_make_four_and_is_not_told_as_passed(client, cast, vacancy):
    users = [cast.hendra, cast.sri, cast.yuliana]
    for user in users:
        pass_papers(make_application(vacancy, user, official(user.name, user)), cast.lestari)
    pass_papers(outside(cast, vacancy, golongan="III/c"), cast.lestari)
    panel_for(cast, vacancy)
    with pytest.raises(Refused, match="memenuhi syarat 3 orang; paling sedikit 4"):
        candidates.begin_assessment(vacancy=vacancy, by=cast.lestari, on=CLOSED)
    pass_papers(outside(cast, vacancy, 2), cast.lestari)
    assert len(candidates.begin_assessment(vacancy=vacancy, by=cast.lestari, on=CLOSED)) == 4
    assert application_counts(vacancy) == {"ms": 4, "tms": 1}
    page = client.get(reverse("transparency:vacancy", args=[vacancy.number])).content.decode()
    assert "4 dari 5 pelamar lulus seleksi administrasi." in page


def test_who_passed_and_is_ruled_out_since_is_turned_away_before_the_assessment(cast, vacancy):
    entries = four_passed(cast, vacancy)
    panel_for(cast, vacancy)
    give(
        SanctionRecord, entries[0].employee, date(2026, 11, 18), level="berat", sanction="penurunan_jabatan_12_bulan",
        ends=date(2027, 11, 17),
    )  # fmt: skip
    with pytest.raises(Refused, match="memenuhi syarat 3 orang; paling sedikit 4"):
        candidates.begin_assessment(vacancy=vacancy, by=cast.lestari, on=CLOSED)
    pass_papers(outside(cast, vacancy, 2), cast.lestari)
    found = candidates.beginning_findings(vacancy, CLOSED)
    assert "1 pelamar yang berkasnya lulus kini tidak memenuhi syarat" in " ".join(one.reason for one in found.findings)
    candidates.begin_assessment(vacancy=vacancy, by=cast.lestari, on=CLOSED)
    assert moves.state_of(entries[0]) == "tms"
    assert reason_of(entries[0]).startswith("Syarat jabatan: ")
    assert not Candidate.objects.filter(application=entries[0]).exists()
    assert application_counts(vacancy) == {"ms": 4, "tms": 1}
