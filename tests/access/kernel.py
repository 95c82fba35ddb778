"""Access samples of the ground: a job of one's own, and a policy that is being drafted."""

from datetime import date

from django.db import transaction

from jenjang.kernel import policy
from jenjang.kernel.models import Job
from tests.access import EVERYONE, Cast, Sample

READERS_OF_DRAFTS = frozenset({"bkpsdm", "pyb", "ppk", "inspektorat"})


@transaction.atomic
def samples(cast: Cast) -> list[Sample]:
    job = Job.objects.create(kind="uji", title="Pekerjaan uji", owner=cast.sri)
    draft = policy.draft_policy(title="Rancangan uji", values={}, since=date(2027, 1, 1), by=cast.lestari)
    return [
        Sample("kernel:job", {"pk": job.pk}, "pekerjaan sendiri", frozenset({"pegawai"})),
        Sample("kernel:policy_draft", {"pk": draft.pk}, "sebuah rancangan", READERS_OF_DRAFTS),
        *(
            Sample(f"kernel:{name}", {"pk": draft.pk}, "sebuah rancangan", EVERYONE)
            for name in ("change_policy", "discard_policy", "propose_policy", "adopt_policy", "return_policy")
        ),
    ]
