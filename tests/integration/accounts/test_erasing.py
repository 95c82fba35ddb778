"""`jenjang erase`: two people, two phones, and a retention that has run out. All people are invented."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from allauth.mfa.totp.internal import auth as totp
from django.db import connection, transaction

from jenjang import ledger
from jenjang.accounts import cli as accounts_cli
from jenjang.accounts import erasing
from jenjang.accounts.models import Delegation, DelegationKind, User
from jenjang.accounts.roles import Role
from jenjang.cli import main
from jenjang.kernel import clock
from jenjang.law.errors import Refused
from jenjang.ledger import retention
from jenjang.ledger.verify import verify
from jenjang.personnel.models import PersonalDataReading
from tests.cast import Cast
from tests.factories.people import make_employee

TABLE = PersonalDataReading._meta.db_table
REASON = "Masa simpan menurut jadwal retensi arsip sudah lewat."


def give_phone(user: User) -> Callable[[], str]:
    """A second factor, and the code that its app shows now."""
    secret = totp.generate_totp_secret()
    totp.TOTP.activate(user, secret)
    return lambda: totp.format_hotp_value(totp.hotp_value(secret, next(iter(totp.yield_hotp_counters_from_time()))))


@pytest.fixture
def row(cast: Cast) -> int:
    """An entry of who opened whose personal data, sealed today."""
    with transaction.atomic(), ledger.attributed(by=cast.lestari):
        made = PersonalDataReading.objects.create(employee=make_employee("Rina"), reader=cast.lestari, purpose="Uji")
    return int(made.pk)


def consent(user: User, code: str | None = None) -> erasing.Consent:
    return erasing.Consent(user, code if code is not None else give_phone(user)())


def long_ago(row: int) -> None:
    """Six years pass: the row was sealed then."""
    with connection.cursor() as cursor:
        cursor.execute("SET session_replication_role = replica")
        cursor.execute(
            "UPDATE ledger_entry SET at = at - interval '6 years' WHERE table_name = %s AND row_id = %s",
            [TABLE, str(row)],
        )
        cursor.execute("SET session_replication_role = origin")


def erase(row: int, first: erasing.Consent, second: erasing.Consent) -> int:
    return erasing.erase_row(table=TABLE, row=str(row), first=first, second=second, reason=REASON)


def test_two_officials_erase_what_the_law_no_longer_keeps(cast: Cast, row: int) -> None:
    long_ago(row)
    erase(row, consent(cast.lestari), consent(cast.zulkifli))
    assert not PersonalDataReading.objects.filter(pk=row).exists()
    assert verify(connection)["ok"]


def test_before_the_retention_ends_two_people_and_two_codes_are_not_enough(cast: Cast, row: int) -> None:
    with pytest.raises(erasing.erasure.ErasureRefused, match="disimpan 60 bulan"):
        erase(row, consent(cast.lestari), consent(cast.zulkifli))
    assert PersonalDataReading.objects.filter(pk=row).exists()


def test_a_wrong_or_used_code_of_either_stops_it(cast: Cast, row: int) -> None:
    long_ago(row)
    with pytest.raises(Refused, match="Kode tidak cocok"):
        erase(row, consent(cast.lestari, "000000"), consent(cast.zulkifli, ""))
    once = give_phone(cast.rahmat)()
    with pytest.raises(Refused, match="Zulkifli"):
        erase(row, consent(cast.rahmat, once), consent(cast.zulkifli, ""))
    with pytest.raises(Refused, match="Rahmat"):
        erase(row, consent(cast.rahmat, once), consent(cast.zulkifli, ""))
    assert PersonalDataReading.objects.filter(pk=row).exists()


def test_who_acts_for_the_other_is_no_second_person(cast: Cast, row: int) -> None:
    days = {"since": clock.today(), "until": clock.today() + timedelta(days=7)}
    with transaction.atomic(), ledger.attributed(by=cast.rahmat):
        Delegation.objects.create(
            principal=cast.zulkifli, delegate=cast.lestari, kind=DelegationKind.PLH, role=Role.COMPETENT_OFFICER,
            reason="Cuti", decree_number="1/2026", decree_date=clock.today(), proposed_by=cast.lestari,
            approved_by=cast.rahmat, **days,
        )  # fmt: skip
    for first, second in ((cast.lestari, cast.zulkifli), (cast.zulkifli, cast.lestari), (cast.rahmat, cast.rahmat)):
        with pytest.raises(Refused, match="dua orang"):
            erase(row, consent(first, "1"), consent(second, "2"))


def test_inspectors_and_employees_erase_nothing(cast: Cast, row: int) -> None:
    for one in (cast.nurhayati, cast.sri):
        with pytest.raises(Refused, match="tidak berwenang"):
            erase(row, consent(cast.lestari, "1"), consent(one, "2"))


def test_the_command_asks_both_phones(
    cast: Cast,
    row: int,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    long_ago(row)
    phones = {cast.lestari.name: give_phone(cast.lestari), cast.zulkifli.name: give_phone(cast.zulkifli)}
    asked: list[str] = []

    def typed(prompt: str) -> str:
        asked.append(prompt)
        return next(phone() for name, phone in phones.items() if name in prompt)

    monkeypatch.setattr(accounts_cli.getpass, "getpass", typed)
    words = ["erase", TABLE, str(row), "--by", cast.lestari.username, "--reason", REASON, "--approved-by"]
    assert main([*words, "tidak.ada"]) == 2
    assert not asked
    assert main([*words, cast.lestari.username]) == 1
    assert main([*words, cast.zulkifli.username]) == 0, capsys.readouterr().err
    assert len(asked) == 4


def test_what_has_no_retention_in_law_is_kept_for_ever() -> None:
    decision = retention.decide("selection_decision", date(2000, 1, 1), date(2026, 11, 23))
    assert not decision.allowed
    assert "disimpan" in decision.objections[0].reason
