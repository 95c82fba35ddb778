"""Addresses of performance, one module a part of the year."""

from jenjang.performance import urls_doing, urls_evaluating, urls_planning, urls_results, urls_steering

app_name = "performance"

urlpatterns = [
    *urls_planning.urlpatterns,
    *urls_doing.urlpatterns,
    *urls_evaluating.urlpatterns,
    *urls_results.urlpatterns,
    *urls_steering.urlpatterns,
]
