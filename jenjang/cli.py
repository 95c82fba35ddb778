"""The program `jenjang`: one command line for operators. Exit codes: 0 good, 1 found something wrong, 2 cannot run.

Each slice adds its commands in `cli.py: register(subparsers)`. A command that needs no Django says so with `needs_django`;
one that may find its work done says with `done` how to see that without Django, which takes seconds to begin. `rules`
answers in a tenth of a second and works without a database.
"""

import argparse
import importlib
import importlib.util
import os
import sys
from collections.abc import Sequence

from jenjang.config import env, troubles

PURE = ("rules",)
PARTS = (
    "jenjang.config.commands",
    "jenjang.ledger.cli",
    "jenjang.accounts.cli",
    "jenjang.siasn.cli",
    "jenjang.selection.cli",
    "jenjang.performance.cli",
    "jenjang.projects.cli",
    "jenjang.feedback.cli",
    "jenjang.demo.cli",
)


def parser() -> argparse.ArgumentParser:
    """The whole command line. Importing the parts does not set Django up; running a command does."""
    top = argparse.ArgumentParser(prog="jenjang", description="Karier ASN, menurut merit dan terbuka.")
    commands = top.add_subparsers(dest="command", metavar="PERINTAH", required=True)
    commands.add_parser("rules", help="rules of law: list, eval, check", add_help=False)
    for part in PARTS:
        if importlib.util.find_spec(part):
            importlib.import_module(part).register(commands)
    return top


def main(argv: Sequence[str] | None = None) -> int:
    arguments = list(sys.argv[1:] if argv is None else argv)
    if arguments[:1] == ["rules"]:
        from jenjang.law import cli as law

        return law.main(arguments[1:])
    options = parser().parse_args(arguments)
    try:
        if getattr(options, "done", lambda _: False)(options):
            return 0
        if getattr(options, "needs_django", True):
            _set_up_django(getattr(options, "database_role", "app"))
            if not getattr(options, "prepares", False):
                _refuse_unprepared()
        return int(options.run(options) or 0)
    except env.SettingError as error:
        print(f"jenjang: {error}", file=sys.stderr)
        return 2
    except Exception as error:
        sentence = troubles.in_words(error)
        if not sentence:
            raise
        print(f"jenjang: {sentence}", file=sys.stderr)
        return 2


def _set_up_django(role: str) -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "jenjang.config.settings")
    os.environ.setdefault("JENJANG_DB_ROLE", role)
    import django

    django.setup()


def _refuse_unprepared() -> None:
    """Without its tables no command can do anything; `setup` makes them."""
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute("SELECT to_regclass('public.django_migrations') IS NULL")
        if cursor.fetchone()[0]:
            raise env.SettingError("Basis data ini belum disiapkan. Jalankan `jenjang setup` dahulu.")


if __name__ == "__main__":
    sys.exit(main())
