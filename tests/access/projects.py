"""Who opens which page of team projects: who leads, who is in, who was asked, and who cares for the units."""

from typing import Any

from django.db import transaction

from jenjang.accounts.actions import create_account
from jenjang.personnel.models import Employee
from jenjang.projects import tasks
from jenjang.projects.models import Consent
from tests.access import Cast, Sample
from tests.factories import performance, projects
from tests.factories.projects import Stage, membership

ALL_READERS = frozenset({"bkpsdm", "pyb", "ppk", "inspektorat"})
LEAD, MEMBER, MAYOR = (frozenset({one}) for one in ("atasan", "pegawai_lain", "ppk"))
TEAM = LEAD | MEMBER


@transaction.atomic
def samples(cast: Cast) -> list[Sample]:
    """Yuliana leads a team with Hendra, of another unit; the mayor stands above her. A draft, one waiting, one running."""
    stage = _stage(cast)
    draft = projects.make_project(stage, share=5, title="Rancangan tim")
    waiting = projects.make_project(stage, state="menunggu", share=5, title="Tim yang menunggu")
    running = projects.make_project(stage, state="berjalan", share=5, title="Tim yang berjalan")
    task = tasks.add(project=running, text="Kumpulkan data", assignee=None, due=None, by=cast.yuliana)
    told = projects.make_contribution(stage, running)
    asked = Consent.objects.get(membership=membership(waiting, stage.member), side="ketua")
    pk = {"pk": running.pk}
    return [
        Sample("projects:project", pk, "tim yang berjalan", TEAM | ALL_READERS),
        Sample("projects:project", {"pk": draft.pk}, "rancangan", LEAD),
        Sample("projects:consent", {"pk": asked.pk}, "diminta dari kepala daerah", MAYOR),
        Sample("projects:drop_member", {"pk": membership(running, stage.member).pk}, "anggota tim", TEAM),
        *(Sample(f"projects:{name}", {"pk": task.pk}, "tugas tim", TEAM) for name in ("change_task", "move_task")),
        *(Sample(f"projects:{name}", pk, "tim yang berjalan", TEAM) for name in ("add_task", "tell")),
        Sample("projects:contribution", {"pk": told.pk}, "kontribusi anggota", LEAD),
        *(Sample(f"projects:{name}", {"pk": draft.pk}, "rancangan", LEAD) for name in ("change", "propose")),
        *(Sample(f"projects:{name}", pk, "tim yang berjalan", LEAD) for name in ("add_member", "finish", "stop")),
    ]


def _stage(cast: Cast) -> Stage:
    """The two as other samples may have made them already; whoever leads Hendra's unit gets an account to answer with."""
    lead = Employee.objects.filter(user=cast.yuliana, current__seat__is_head=True).first()
    lead = lead or performance.make_team(cast.yuliana, cast.sri).head
    member = Employee.objects.filter(user=cast.hendra).first() or performance.make_team(None, cast.hendra).member
    member.refresh_from_db()
    head = Employee.objects.filter(current__seat__is_head=True, current__unit=member.current.unit).first()
    return Stage(lead, cast.yuliana, None, member, cast.hendra, _account(head), cast.wali)


def _account(person: Any) -> Any:
    if person is not None and person.user is None:
        person.user = create_account(username=person.nip, name="Pimpinan Rekaan")
        person.save(update_fields=["user"])
    return person.user if person is not None else None
