"""Every address of the program, one include a slice."""

from django.urls import URLPattern, URLResolver, include, path

from jenjang.accounts.access import public, requires
from jenjang.accounts.permissions import LEDGER_READ
from jenjang.ledger import views as ledger
from jenjang.ui import views as interface

# The ground knows no accounts: who may open its pages is said here.
for page in (*interface.OPEN, ledger.verifier, ledger.key):
    public(page)
for page in (ledger.entries, ledger.verify, ledger.verification, ledger.checkpoint):
    requires(LEDGER_READ)(page)

handler400 = "jenjang.ui.errors.bad_request"
handler403 = "jenjang.ui.errors.forbidden"
handler404 = "jenjang.ui.errors.not_found"
handler500 = "jenjang.ui.errors.server_error"

urlpatterns: list[URLPattern | URLResolver] = [
    path("", include("jenjang.accounts.urls")),
    path("", include("jenjang.personnel.urls")),
    path("", include("jenjang.competency.urls")),
    path("", include("jenjang.performance.urls")),
    path("", include("jenjang.projects.urls")),
    path("", include("jenjang.feedback.urls")),
    path("", include("jenjang.selection.urls")),
    path("", include("jenjang.config.pages")),
    path("", include("jenjang.ui.urls")),
    path("", include("jenjang.ledger.urls")),
    path("", include("jenjang.transparency.urls")),
    path("", include("jenjang.siasn.urls")),
    path("", include("jenjang.insight.urls")),
]
