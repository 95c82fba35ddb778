"""The decree as a real PDF: numbered, proven, signed; the oath puts the post into the history; killed work goes on."""

import hashlib
import json
import subprocess
import sys
from collections.abc import Callable

import pytest
from django.db import connection

from jenjang.accounts.queries import powers_of
from jenjang.cli import main
from jenjang.kernel import clock, documents, jobs, signing
from jenjang.law.errors import Refused
from jenjang.ledger import decrees as proofs
from jenjang.ledger import keys, periksa_bukti
from jenjang.ledger.verify import verify
from jenjang.personnel.models import EmployeeCurrent, IdentityRecord, PositionRecord
from jenjang.selection import decisions, decrees, inaugurations, moves, objections, queries_decision
from jenjang.selection.models import Decision, Decree, DecreeOrder
from jenjang.ui import formats
from tests import cast as people
from tests.at_once import DONE, REFUSED, at_once
from tests.factories.decisions import ceremony, choice, decided, proposed
from tests.factories.selection import ON


@pytest.fixture
def actors(committed_db, freeze):
    freeze(ON)
    signing.make_key()
    keys.ensure()
    return people.make()


def test_a_signed_decree_carries_its_proof_and_the_outsiders_tool_accepts_it(actors, tmp_path, capsys):
    _, decision = decided(actors, 2)
    orders = decrees.sign(decision=decision, by=actors.wali, on=ON)
    assert jobs.run_pending() >= len(orders)
    decree, extract = Decree.objects.filter(decision=decision).order_by("pk")
    assert extract.number == f"{decree.number}/PETIKAN"
    pdf = documents.read(decree.document)
    assert hashlib.sha256(pdf).hexdigest() == decree.signed_sha256
    assert signing.verify_pdf(pdf).valid
    place = tmp_path / "sk.pdf"
    place.write_bytes(pdf)
    assert periksa_bukti.main([str(place), "--kunci", str(keys.public())]) == 0
    assert decree.number in capsys.readouterr().out
    assert proofs.prove(decree.number)["fields"]
    assert verify(connection)["ok"]


def test_the_attached_proof_opens_the_decree_and_nothing_about_the_person_but_the_name(actors, tmp_path, capsys):
    made, decision = decided(actors, 2)
    for one in decrees.sign(decision=decision, by=actors.wali, on=ON):
        decrees.finish(one.pk)
    chosen = made.people[1]
    nik = IdentityRecord.objects.get(employee=chosen).nik
    for decree in Decree.objects.filter(decision=decision):
        (content,) = periksa_bukti.attachments(documents.read(decree.document))
        proof = json.loads(content)
        opened = {field["name"]: field["value"] for field in proof["fields"] if "name" in field}
        assert opened["nomor"] == decree.number
        assert opened["nama"]
        assert opened["jabatan"] == made.vacancy.title
        assert set(opened) <= set(proofs.PUBLIC)
        for secret in (chosen.nip, formats.nip(chosen.nip), nik):
            assert not secret or secret.encode() not in content
        assert periksa_bukti.check(proof, str(keys.public()))


def test_a_really_signed_decree_is_proved_at_the_command_line_and_checked_by_the_one_file(actors, tmp_path, capsys):
    made, decision = decided(actors)
    for one in decrees.sign(decision=decision, by=actors.wali, on=ON):
        decrees.finish(one.pk)
    decree = Decree.objects.get(decision=decision, kind="keputusan")
    assert main(["ledger", "prove", decree.number]) == 0
    place = tmp_path / "bukti.json"
    place.write_text(capsys.readouterr().out)
    assert made.people[0].nip not in place.read_text()
    command = [sys.executable, periksa_bukti.__file__, str(place), "--kunci", str(keys.public())]
    done = subprocess.run(command, capture_output=True, text=True, check=False, env={"PYTHONPATH": ""}, cwd=tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    assert decree.number in done.stdout
    place.write_text(place.read_text().replace(made.vacancy.title, "Kepala Bidang Lain"))
    assert subprocess.run(command, capture_output=True, check=False, cwd=tmp_path).returncode == 1
    assert main(["ledger", "prove", decree.number, "--disclose", "semua"]) == 0
    assert made.people[0].nip in capsys.readouterr().out
    assert main(["ledger", "prove", "821.2/999/LAIN"]) == 1


def test_the_oath_enters_the_post_and_the_seat_has_its_holder(actors):
    made, decision = decided(actors)
    with pytest.raises(Refused, match="Surat keputusan sudah ditandatangani"):
        inaugurations.inaugurate(decision=decision, ceremony=ceremony(), by=actors.lestari, on=ON)
    for order in decrees.sign(decision=decision, by=actors.wali, on=ON):
        decrees.finish(order.pk)
    record = inaugurations.inaugurate(decision=decision, ceremony=ceremony(), by=actors.lestari, on=ON)
    sk = Decree.objects.get(decision=decision, kind="keputusan")
    assert (record.decree_number, record.decree_date, record.document_id) == (sk.number, sk.dated_on, sk.document_id)
    assert (record.source, record.effective_from, record.seat_id) == ("keputusan", ON, made.vacancy.seat_id)
    current = EmployeeCurrent.objects.get(employee=made.people[0])
    assert (current.seat_id, current.title) == (made.vacancy.seat_id, made.vacancy.title)
    assert PositionRecord.objects.filter(employee=made.people[0]).as_of(ON).first().pk == record.pk
    assert moves.state_of(made.vacancy) == "dilantik"
    jobs.run_pending()
    kinds = set(Decree.objects.filter(vacancy=made.vacancy).values_list("kind", flat=True))
    assert kinds == {"keputusan", "petikan", "berita_acara_rapat", "berita_acara_sumpah", "berita_acara_pelantikan"}
    assert verify(connection)["ok"]


def test_nobody_is_sworn_in_while_an_objection_waits(actors):
    made, decision = decided(actors)
    for order in decrees.sign(decision=decision, by=actors.wali, on=ON):
        decrees.finish(order.pk)
    run = decision.proposal.shortlist.run
    entry, shown_on = run.entries.get(employee=made.people[3]), clock.day_of(run.computed_at)
    filed = objections.file_objection(
        entry=entry, about="teknis", words="Nilai uji teknis saya yang terbaru belum masuk.", evidence=(),
        by=made.users[3], on=shown_on,
    )  # fmt: skip
    with pytest.raises(Refused, match="1 keberatan belum dijawab"):
        inaugurations.inaugurate(decision=decision, ceremony=ceremony(), by=actors.lestari, on=ON)
    objections.answer(
        objection=filed, granted=False, words="Hasil itu terbit sesudah peringkat dihitung.", by=actors.hendra, on=ON
    )
    inaugurations.inaugurate(decision=decision, ceremony=ceremony(), by=actors.lestari, on=ON)
    assert moves.state_of(made.vacancy) == "dilantik"


def test_killed_between_number_and_signature_the_job_goes_on_with_the_same_number(actors, monkeypatch):
    _, decision = decided(actors)
    order = decrees.sign(decision=decision, by=actors.wali, on=ON)[0]

    def killed(*_, **__):
        raise KeyboardInterrupt

    with monkeypatch.context() as broken:
        broken.setattr(signing, "sign_pdf", killed)
        with pytest.raises(KeyboardInterrupt):
            decrees.finish(order.pk)
    assert not Decree.objects.filter(pk=order.pk).exists()
    first = decrees.finish(order.pk)
    assert decrees.finish(order.pk).pk == first.pk
    jobs.run_pending()
    assert first.number == order.number
    assert (
        Decree.objects.filter(decision=decision).count() == DecreeOrder.objects.filter(decision=decision).count() == 2
    )
    with pytest.raises(Refused, match="belum ditandatangani"):
        decrees.sign(decision=decision, by=actors.wali, on=ON)


def test_two_decisions_at_once_leave_one(actors):
    made = proposed(actors)

    def deciding(place: int) -> Callable[[], object]:
        return lambda: decisions.decide(vacancy=made.vacancy, choice=choice(made, place), by=actors.wali, on=ON)

    assert at_once(deciding(1), deciding(2), on=ON) == [REFUSED, DONE]
    assert Decision.objects.filter(vacancy=made.vacancy).count() == 1


def test_a_decision_that_fails_in_the_middle_leaves_nothing(actors, monkeypatch):
    made = proposed(actors)

    def broken(*_, **__):
        raise RuntimeError("listrik padam")

    monkeypatch.setattr(decisions, "tell", broken)
    with pytest.raises(RuntimeError):
        decisions.decide(vacancy=made.vacancy, choice=choice(made), by=actors.wali, on=ON)
    assert moves.state_of(made.vacancy) == "diusulkan"
    assert not Decision.objects.exists()


def test_the_person_appointed_reads_the_extract_and_nobody_elses_papers(actors):
    made, decision = decided(actors)
    for order in decrees.sign(decision=decision, by=actors.wali, on=ON):
        decrees.finish(order.pk)
    sk, extract = Decree.objects.filter(decision=decision).order_by("pk")
    chosen, other = made.users[0], made.users[1]
    for user in (chosen, other, actors.lestari, actors.sri):
        user.powers = powers_of(user, ON)
    assert queries_decision.decree_for(chosen, extract.pk) == extract
    assert queries_decision.decree_for(chosen, sk.pk) is None
    assert queries_decision.decree_for(other, extract.pk) is None
    assert queries_decision.decree_for(actors.sri, extract.pk) is None
    assert queries_decision.decree_for(actors.lestari, sk.pk) == sk
    assert [one.pk for one in queries_decision.own_papers(chosen, made.vacancy)] == [extract.pk]
