"""Mengisi kota peragaan: units, people, histories, accounts, and two vacancies in progress. All through the real actions."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date

from django.apps import apps
from django.db import transaction

from jenjang.accounts import actions as accounts
from jenjang.demo import cast, evaluating, feedback, performance, projects, selections
from jenjang.demo.city import City
from jenjang.demo.people import HEADS, Person, Populace
from jenjang.demo.records import Records
from jenjang.demo.sheets import HAND
from jenjang.insight import actions as signals
from jenjang.kernel import clock
from jenjang.kernel.histories import Source
from jenjang.kernel.queries import law_on
from jenjang.organization.trees import standing_units
from jenjang.personnel import actions as personnel
from jenjang.personnel import known
from jenjang.siasn import employee_import
from jenjang.siasn.unit_tree import Unit

CITY = "Kota Sawahlunto"
EMPLOYEES, SEED = 2900, 1


class NotEmpty(RuntimeError):
    """The database holds people already: a demonstration is never poured over real data."""


def load(*, employees: int = EMPLOYEES, seed: int = SEED, say: Callable[[str], None] = print) -> int:
    """Fill an empty database with the invented city. Gives the number of people."""
    today = clock.today()
    if known.people():
        raise NotEmpty("Basis data ini sudah berisi pegawai. Peragaan hanya dapat dimuat ke basis data yang kosong.")
    with transaction.atomic():
        accounts.mark_demo()
        city = City(CITY)
        populace = Populace(city, seed, today)
        say(f"Peragaan: menyusun {employees} pegawai rekaan dalam {len(city.places)} unit ...")
        people = populace.fill(employees)
        _import(city, people, today)
        say("Peragaan: menulis riwayat dua tahun ...")
        keys = known.nips()
        predicates = _histories(people, keys, seed, today)
        say("Peragaan: menulis tiga tahun kinerja ...")
        performance.make(people, keys, standing_keys(), predicates, seed, today)
        say("Peragaan: membuat akun ...")
        cast.make(people, keys, today)
        say("Peragaan: membentuk enam tim kerja ...")
        projects.make(people, keys, seed, today)
        say("Peragaan: menulis umpan balik dan denyut delapan triwulan ...")
        feedback.make(people, keys, standing_keys(), seed, today)
        say("Peragaan: menjalankan dua lowongan ...")
        selections.make(today)
        say("Peragaan: menilai, berkeberatan, dan membina ...")
        evaluating.make(people, keys, today)
        say("Peragaan: membaca temuan ...")
        signals.read(on=today)
    return len(people)


def _import(city: City, people: Iterable[Person], today: date) -> None:
    """The city comes in like any other: rows of BKN's sheet and a unit tree that names its leaders."""
    heads = {
        person.place.unit.siasn_id: person.siasn_id for person in people if person.title == person.place.unit.head_title
    }
    units: dict[str, Unit] = {
        key: replace(unit, head_siasn_id=heads.get(key, "")) if unit.echelon_code in HEADS else unit
        for key, unit in city.units().items()
    }
    rows = ((number, person.as_row(today)) for number, person in enumerate(people, start=2))
    outcome = employee_import.import_employees(rows, units, by=HAND)
    if outcome.checked.problems:
        raise RuntimeError(f"The invented city does not pass its own importer: {outcome.checked.problems[:3]}")


def _histories(people: list[Person], keys: dict[str, int], seed: int, today: date) -> dict[tuple[int, int], str]:
    """Everything but appraisals, which the years of performance yield; gives the predicates that were drawn for them."""
    records = Records(people, keys, seed, today, law_on(today))
    for sheet in records.sheets(standing_keys()):
        personnel.bulk_append(
            apps.get_model(sheet.model), sheet.rows, columns=sheet.columns, by=HAND, source=Source.DEMO
        )
    personnel.refresh_current()
    return records.predicates


def standing_keys() -> dict[str, int]:
    """Key of each unit by its SIASN id."""
    return {key: unit.pk for key, unit in standing_units().items()}
