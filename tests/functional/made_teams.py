"""Two invented teams of twelve whose first quarter waits to be rated. Run in a city's environment: `python -m tests.functional.made_teams`."""

from __future__ import annotations

import os
from typing import Any

MEMBERS = 12
LEADER, UNSCRIPTED, SUPERIOR = "198503172010012901", "198503172010012902", "198503172010012903"
SIGNER, OBJECTOR = "198503172010012904", "198503172010012905"


def make() -> None:
    """A head of an office, two leaders below, and in the first team two members with accounts."""
    from jenjang.accounts.models import Installation
    from tests.factories import performance as made
    from tests.factories.people import make_employee, make_seat, make_unit

    Installation.objects.create(kind=Installation.Kind.DEMO)
    office = make_unit("Dinas Contoh")
    seat = make_seat(office, "Kepala Dinas Contoh", kind="jpt_pratama", is_head=True)
    make_employee("Zulkifli Rekaan", nip=SUPERIOR, user=account(SUPERIOR, "Zulkifli Rekaan"), seat=seat)
    first, second = (LEADER, "Yuliana Rekaan"), (UNSCRIPTED, "Hendri Rekaan")
    for (nip, name), members in ((first, ((SIGNER, "Aan Rekaan"), (OBJECTOR, "Abdul Rekaan"))), (second, ())):
        unit = make_unit(f"Bidang {name}", parent=office)
        seat = make_seat(unit, f"Kepala Bidang {name}", is_head=True)
        head = make_employee(name, nip=nip, user=account(nip, name), seat=seat)
        team = made.Team(unit, head, None, None, None, made.make_year())
        for number, member in members:
            person = make_employee(member, nip=number, user=account(number, member), unit=unit, title="Pengelola Data")
            made.agree(made.start(person))
        made.add_members(team, MEMBERS - len(members))


def account(login: str, name: str) -> Any:
    """An account that is entered by one tap."""
    from jenjang.accounts.actions import create_account
    from jenjang.accounts.models import DemoAccount
    from jenjang.accounts.roles import Role

    user = create_account(username=login, name=name)
    DemoAccount.objects.create(user=user, role=Role.EMPLOYEE, note="Orang rekaan untuk uji.", secret="tidak dipakai")
    return user


if __name__ == "__main__":
    os.environ["DJANGO_SETTINGS_MODULE"] = "jenjang.config.settings"
    import django

    django.setup()
    from django.db import transaction

    with transaction.atomic():
        make()
