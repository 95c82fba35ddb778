"""Reads of the ground: a person's jobs and notices, the law of a day with the agency's policy."""

from typing import TYPE_CHECKING

from django.db.models import Count, OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce

from jenjang.kernel.models import Document, Job, Notice
from jenjang.kernel.policy import law_on, laws, policy_on, versions

if TYPE_CHECKING:
    from jenjang.accounts.models import User

__all__ = [
    "documents_by_pk",
    "jobs_of",
    "law_on",
    "laws",
    "notices_of",
    "policy_on",
    "unread_count",
    "unread_within",
    "versions",
]


def jobs_of(user: "User") -> QuerySet[Job]:
    """Pekerjaan yang dimulai seseorang, newest first. Nobody sees another's."""
    return Job.objects.filter(owner=user).order_by("-created_at", "-pk")


def notices_of(user: "User") -> QuerySet[Notice]:
    """Pemberitahuan seseorang, newest first."""
    return Notice.objects.filter(user=user).order_by("-at", "-pk")


def unread_of(user: "User") -> QuerySet[Notice]:
    """What somebody has not read yet, newest first."""
    return notices_of(user).filter(read_at=None)


def unread_count(user: "User") -> int:
    """The number at the bell."""
    return Notice.objects.filter(user=user, read_at=None).count()


def unread_within(user: OuterRef) -> Coalesce:
    """The same number as a part of a query about accounts."""
    mine = Notice.objects.filter(user=user, read_at=None).order_by().values("user")
    return Coalesce(Subquery(mine.annotate(n=Count("pk")).values("n")), 0)


def documents_by_pk(pks: list[int]) -> dict[int, Document]:
    """Documents for a page that lists many records."""
    return Document.objects.in_bulk(pks)
