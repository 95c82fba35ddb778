"""`jenjang accounts create`: the first two officers of an empty database. `jenjang erase`: two officials, two phones."""

import getpass
import sys
from argparse import ArgumentParser, ArgumentTypeError, Namespace, _SubParsersAction
from typing import Any

GOOD, WRONG, CANNOT = 0, 1, 2
NIP_DIGITS = 18
HELP = (
    "the first two officers: NIP, name, and e-mail if any, as 198701012011012003:Lestari Maharani:lestari@contoh.go.id"
)


def register(subparsers: "_SubParsersAction[ArgumentParser]") -> None:
    group = subparsers.add_parser("accounts", help="accounts of the first officers")
    commands = group.add_subparsers(required=True, metavar="COMMAND")
    create = commands.add_parser("create", help="make the first two officers and print their activation codes")
    create.add_argument("officers", nargs=2, type=_officer, metavar="NIP:NAME[:EMAIL]", help=HELP)
    create.set_defaults(run=create_officers)
    code = commands.add_parser("code", help="an activation code from the server, when no second officer is left")
    code.add_argument("login", help="NIP, login or e-mail of the account")
    code.add_argument("--reason", required=True, help="why; it stays in the ledger")
    code.set_defaults(run=give_code)
    erase = subparsers.add_parser("erase", help="delete one sealed row after its retention has run out")
    erase.add_argument("table")
    erase.add_argument("row")
    erase.add_argument("--by", required=True, metavar="LOGIN", help="who asks; the code of the phone is asked for")
    erase.add_argument("--approved-by", required=True, metavar="LOGIN", help="the second person, with an own code")
    erase.add_argument("--reason", required=True)
    erase.set_defaults(run=run_erase, database_role="owner")


def create_officers(options: Namespace) -> int:
    """Make two officers. Each sets an own password at /aktifkan/ with the code that is printed once."""
    from jenjang.accounts import actions, codes
    from jenjang.law.errors import Refused

    first, second = (actions.NewOfficer(**officer) for officer in options.officers)
    try:
        users = actions.bootstrap_officers(first=first, second=second)
    except Refused as refusal:
        print(refusal)
        return WRONG
    for user in users:
        print(f"{user.username}  {user.name}  kode aktivasi {codes.first_activation(user=user)}")
    print("Buka /aktifkan/, tulis NIP dan kode itu, lalu pilih kata sandi. Kode berlaku tujuh hari.")
    return GOOD


def give_code(options: Namespace) -> int:
    """Who runs the server helps an office out; the ledger names the server as the giver."""
    from jenjang.accounts import codes, queries

    user = queries.find_account(options.login)
    if user is None:
        print("jenjang: akun itu tidak ditemukan.", file=sys.stderr)
        return CANNOT
    print(
        f"{user.username}  {user.name}  kode aktivasi {codes.activation_at_the_server(user=user, reason=options.reason[:500])}"
    )
    return GOOD


def run_erase(options: Namespace) -> int:
    """Both officials sit at the terminal and type the code that their phones show."""
    from jenjang.accounts import erasing, queries
    from jenjang.law.errors import Refused
    from jenjang.ledger.erasure import ErasureRefused

    people = [queries.find_account(login) for login in (options.by, options.approved_by)]
    if None in people:
        print("jenjang: kedua akun (--by dan --approved-by) harus ada.", file=sys.stderr)
        return CANNOT
    consents = [erasing.Consent(one, getpass.getpass(f"Kode ponsel {one.name}: ")) for one in people if one]
    try:
        erasing.erase_row(
            table=options.table, row=options.row, first=consents[0], second=consents[1], reason=options.reason
        )
    except (Refused, ErasureRefused) as error:
        print(f"jenjang: {error}", file=sys.stderr)
        return WRONG
    return GOOD


def _officer(text: str) -> dict[str, Any]:
    parts = [part.strip() for part in text.split(":")]
    if len(parts) not in (2, 3) or not all(parts[:2]):
        raise ArgumentTypeError(f"write NIP:NAME or NIP:NAME:EMAIL, not {text!r}")
    digits = sum(sign.isdigit() for sign in parts[0])
    if digits != NIP_DIGITS or len(parts[0].split()) != 1:
        raise ArgumentTypeError(f"a NIP has {NIP_DIGITS} digits without blanks; {parts[0]!r} has {digits}")
    return {"username": parts[0], "name": parts[1], "email": parts[2] if len(parts) > 2 else ""}
