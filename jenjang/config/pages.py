"""Pages of the ground, with who may open them: the kernel lies below accounts and cannot say it itself."""

from typing import TYPE_CHECKING

from django.urls import path

from jenjang.accounts.access import requires, signed_in
from jenjang.accounts.permissions import permission
from jenjang.accounts.queries import user_can
from jenjang.accounts.roles import Role
from jenjang.kernel import hooks, views

if TYPE_CHECKING:
    from jenjang.accounts.models import User

app_name = "kernel"

POLICY_DRAFT = permission("kebijakan.rancang", "Merancang kebijakan instansi", roles=[Role.PERSONNEL_OFFICER])
POLICY_ADOPT = permission(
    "kebijakan.tetapkan", "Menetapkan kebijakan instansi", roles=[Role.APPOINTING_AUTHORITY], strategic=True
)
POLICY_SEE = permission(
    "kebijakan.lihat_rancangan",
    "Membaca rancangan kebijakan sebelum ditetapkan",
    roles=[Role.PERSONNEL_OFFICER, Role.COMPETENT_OFFICER, Role.APPOINTING_AUTHORITY, Role.INSPECTORATE],
)


def _policy_powers(user: "User") -> hooks.PolicyPowers:
    return hooks.PolicyPowers(
        draft=user_can(user, POLICY_DRAFT), adopt=user_can(user, POLICY_ADOPT), see=user_can(user, POLICY_SEE)
    )


hooks.tell_policy_powers(_policy_powers)

drafting, adopting = requires(POLICY_DRAFT), requires(POLICY_ADOPT, fresh=True)

urlpatterns = [
    path("pekerjaan/<int:pk>/", signed_in(views.job), name="job"),
    path("kebijakan/", signed_in(views.policies), name="policies"),
    path("kebijakan/rancang/", drafting(views.new_policy), name="new_policy"),
    path("kebijakan/<int:pk>/", signed_in(views.policy_draft), name="policy_draft"),
    path("kebijakan/<int:pk>/ubah/", drafting(views.change_policy), name="change_policy"),
    path("kebijakan/<int:pk>/buang/", drafting(views.discard_policy), name="discard_policy"),
    path("kebijakan/<int:pk>/ajukan/", drafting(views.propose_policy), name="propose_policy"),
    path("kebijakan/<int:pk>/tetapkan/", adopting(views.adopt_policy), name="adopt_policy"),
    path("kebijakan/<int:pk>/kembalikan/", requires(POLICY_ADOPT)(views.return_policy), name="return_policy"),
]
