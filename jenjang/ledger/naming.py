"""Nama bagi pembaca: the Indonesian name of a sealed table, of who wrote and of whom a row speaks.

The ledger itself keeps table names and numbers only. Accounts and personnel lie above it and know the people; they
enter their answer when Django starts.
"""

import re
from collections.abc import Callable, Iterable
from functools import cache

from django.apps import apps

Names = Callable[[list[int]], dict[int, str]]
# A model's docstring begins with its Indonesian term, and ends it with a mark or a bracket.
TERM = re.compile(r"[^:;,.(]+")

_accounts: list[Names] = []
_people: list[Names] = []


def tell_account_names(answer: Names) -> None:
    """Enter the function that knows the names behind accounts."""
    _accounts[:] = [answer]


def tell_people_names(answer: Names) -> None:
    """Enter the function that knows the names of employees."""
    _people[:] = [answer]


@cache
def record_kind(table: str) -> str:
    """Jenis data: "Riwayat pangkat" for personnel_rankrecord; a table that no model keeps is named as it is."""
    for model in apps.get_models():
        if model._meta.db_table == table:
            term = TERM.match(model.__doc__ or "")
            return term.group().strip() if term else table
    return table


def actor_names(actors: Iterable[str]) -> dict[str, str]:
    """Pelaku as a reader knows them: a person's name, or the part of the program that wrote."""
    actors = set(actors)
    numbers = {actor: int(key) for actor in actors if (key := actor.removeprefix("user:")) != actor and key.isdigit()}
    names = _ask(_accounts, numbers.values())
    return {
        actor: names.get(numbers.get(actor, 0)) or actor.replace("sistem:", "sistem: ", 1).replace("user:", "akun ", 1)
        for actor in actors
    }


def people_names(keys: Iterable[str]) -> dict[str, str]:
    """Pegawai by the key that the ledger keeps; one who is not known stays a number."""
    numbers = {key: int(key) for key in set(keys) if key.isdigit()}
    names = _ask(_people, numbers.values())
    return {key: names.get(number, f"nomor {key}") for key, number in numbers.items()}


def _ask(sources: list[Names], numbers: Iterable[int]) -> dict[int, str]:
    wanted = sorted(set(numbers))
    return sources[0](wanted) if sources and wanted else {}
