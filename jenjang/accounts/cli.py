"""`jenjang accounts create`: the first two officers of an empty database, who then grant all other roles."""

from argparse import ArgumentParser, ArgumentTypeError, Namespace, _SubParsersAction
from typing import Any

GOOD, WRONG = 0, 1
HELP = (
    "the first two officers: NIP, name, and e-mail if any, as 198701012011012003:Lestari Maharani:lestari@contoh.go.id"
)


def register(subparsers: "_SubParsersAction[ArgumentParser]") -> None:
    group = subparsers.add_parser("accounts", help="accounts of the first officers")
    commands = group.add_subparsers(required=True, metavar="COMMAND")
    create = commands.add_parser("create", help="make the first two officers and print their activation codes")
    create.add_argument("officers", nargs=2, type=_officer, metavar="NIP:NAME[:EMAIL]", help=HELP)
    create.set_defaults(run=create_officers)


def create_officers(options: Namespace) -> int:
    """Make two officers. Each sets an own password at /aktifkan/ with the code that is printed once."""
    from jenjang.accounts import actions
    from jenjang.law.errors import Refused

    first, second = (actions.NewOfficer(**officer) for officer in options.officers)
    try:
        users = actions.bootstrap_officers(first=first, second=second)
    except Refused as refusal:
        print(refusal)
        return WRONG
    for user in users:
        print(f"{user.username}  {user.name}  kode aktivasi {actions.first_activation(user=user)}")
    print("Buka /aktifkan/, tulis NIP dan kode itu, lalu pilih kata sandi. Kode berlaku tujuh hari.")
    return GOOD


def _officer(text: str) -> dict[str, Any]:
    parts = [part.strip() for part in text.split(":")]
    if len(parts) not in (2, 3) or not all(parts[:2]):
        raise ArgumentTypeError(f"write NIP:NAME or NIP:NAME:EMAIL, not {text!r}")
    return {"username": parts[0], "name": parts[1], "email": parts[2] if len(parts) > 2 else ""}
