"""Anggota tim yang dipimpin seseorang, for the matrix of roles: whoever was consented to can be given a role by name."""

from __future__ import annotations

from collections.abc import Collection

from jenjang.projects.models import Membership


def of_leads(leads: Collection[int], year: int) -> dict[int, str]:
    """Key of each member, and the name of the team; of several the one that ends last."""
    rows = Membership.objects.filter(
        state="aktif", role="anggota", project__lead__in=leads, project__state="berjalan",
        project__first__year__lte=year, project__last__year__gte=year,
    )  # fmt: skip
    return dict(rows.order_by("project__last", "pk").values_list("employee_id", "project__title"))
