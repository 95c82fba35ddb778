"""Hasil kinerja on the page of an SKP: from there one comes to somebody's credit points and index."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from django.urls import reverse

from jenjang.law.codes import CareerLevel
from jenjang.performance import queries_results, scopes
from jenjang.performance.panels import Panel
from jenjang.performance.states import RUNNING

if TYPE_CHECKING:
    from jenjang.accounts.models import User
    from jenjang.performance.models import SKP


def credit_of_skp(skp: SKP, user: User, day: date) -> Panel | None:
    """Angka kredit of a functional official, with the PAK."""
    if skp.career_level == CareerLevel.NONE or not _may_read(skp, user):
        return None
    url = reverse("performance:credit", args=[skp.employee.nip])
    return Panel("Angka kredit", (), "Jumlah, kekurangan untuk pangkat dan jenjang, dan PAK.", url, "Buka angka kredit")


def index_of_skp(skp: SKP, user: User, day: date) -> Panel | None:
    """Indeks profesionalitas, with the steps that would raise it."""
    if not _may_read(skp, user):
        return None
    url = reverse("performance:index", args=[skp.employee.nip])
    return Panel("Indeks profesionalitas", (), "Empat dimensi, dan langkah yang menaikkannya.", url, "Buka IP ASN")


def _may_read(skp: SKP, user: User) -> bool:
    """As `queries_results` says, without asking where the answer is known: this stands on a page that is opened often."""
    person = scopes.own_employee(user)
    is_own = person is not None and person.pk == skp.employee_id
    if is_own or (skp.year.state == RUNNING and scopes.appraises(user, skp)):
        return True
    return scopes.units_in_care(user) is None or queries_results.may_read_results(user, skp.employee_id)
