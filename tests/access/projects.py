"""Who opens which page of team projects: who leads, who is in, who was asked, and who cares for the units."""

from django.db import transaction

from jenjang.projects import tasks
from jenjang.projects.models import Consent
from tests.access import Cast, Sample
from tests.factories import projects as made
from tests.factories.projects import membership

ALL_READERS = frozenset({"bkpsdm", "pyb", "ppk", "inspektorat"})
LEAD = frozenset({"pegawai"})
TEAM = LEAD | {"pegawai_lain"}


@transaction.atomic
def samples(cast: Cast) -> list[Sample]:
    """Sri leads a team with Hendra; Yuliana, who leads Sri's unit, is asked. One draft, one waiting, one running."""
    stage = made.make_stage(cast)
    draft = made.make_project(stage, share=5, title="Rancangan tim")
    waiting = made.make_project(stage, state="menunggu", share=5, title="Tim yang menunggu")
    running = made.make_project(stage, state="berjalan", share=5, title="Tim yang berjalan")
    task = tasks.add(project=running, text="Kumpulkan data", assignee=None, due=None, by=cast.sri)
    told = made.make_contribution(stage, running)
    asked = Consent.objects.get(membership=membership(waiting, stage.member), side="ketua")
    pk = {"pk": running.pk}
    return [
        Sample("projects:project", pk, "tim yang berjalan", TEAM | ALL_READERS | {"atasan"}),
        Sample("projects:project", {"pk": draft.pk}, "rancangan", LEAD),
        Sample("projects:consent", {"pk": asked.pk}, "diminta dari atasan", frozenset({"atasan"})),
        Sample("projects:drop_member", {"pk": membership(running, stage.member).pk}, "anggota tim", TEAM),
        Sample("projects:change_task", {"pk": task.pk}, "tugas tim", TEAM),
        Sample("projects:move_task", {"pk": task.pk}, "tugas tim", TEAM),
        Sample("projects:add_task", pk, "tim yang berjalan", TEAM),
        Sample("projects:tell", pk, "tim yang berjalan", TEAM),
        Sample("projects:contribution", {"pk": told.pk}, "kontribusi anggota", LEAD),
        *(Sample(f"projects:{name}", {"pk": draft.pk}, "rancangan", LEAD) for name in ("change", "propose")),
        *(Sample(f"projects:{name}", pk, "tim yang berjalan", LEAD) for name in ("add_member", "finish", "stop")),
    ]
