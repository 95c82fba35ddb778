"""Access samples of competency: the standard of a seat."""

from django.db import transaction

from tests.access import Cast, Sample
from tests.factories.people import make_seat


@transaction.atomic
def samples(cast: Cast) -> list[Sample]:
    return [Sample("competency:standard", {"pk": make_seat().pk}, "sebuah jabatan", frozenset({"bkpsdm"}))]
