"""Tenggat tanggapan: documents that the person neither signed nor objected to stand as they were handed over."""

from __future__ import annotations

import logging
from datetime import date

from django.db.models import QuerySet

from jenjang.law.errors import Refused
from jenjang.performance import handing
from jenjang.performance.models import Evaluation

logger = logging.getLogger(__name__)
BLOCK = 500


def lapse_all(*, on: date) -> int:
    """Menutup yang lewat tenggat, each in a transaction of its own. Gives how many; run twice it finds nothing more."""
    lapsed, after = 0, 0
    while block := list(_released(on, after)[:BLOCK]):
        after = block[-1].pk
        for one in block:
            due = handing.sign_by(one)
            if due is not None and on > due:
                lapsed += _lapse(one, on)
    return lapsed


def _released(on: date, after: int) -> QuerySet[Evaluation]:
    rows = Evaluation.objects.filter(state="dirilis", released_on__lt=on, pk__gt=after)
    return rows.select_related("year").order_by("pk")


def _lapse(one: Evaluation, on: date) -> int:
    try:
        handing.lapse(evaluation=one, on=on)
    except Refused:  # signed or objected to a moment ago
        logger.info("Evaluation %s was answered while its day passed", one.pk)
        return 0
    return 1
