"""Every address of the program, one include a slice."""

from django.urls import URLPattern, URLResolver, include, path

from jenjang.accounts.access import public
from jenjang.ui import views as interface

for page in interface.OPEN:
    public(page)

handler400 = "jenjang.ui.errors.bad_request"
handler403 = "jenjang.ui.errors.forbidden"
handler404 = "jenjang.ui.errors.not_found"
handler500 = "jenjang.ui.errors.server_error"

urlpatterns: list[URLPattern | URLResolver] = [
    path("", include("jenjang.accounts.urls")),
    path("", include("jenjang.ui.urls")),
]
