"""One generic list view a table: signed in, fifty rows a page, counted by Django's own paginator."""

from django.apps import apps
from django.contrib.auth.decorators import login_required
from django.urls import path
from django.views.generic import ListView

from benchmarks.bare.tables import TABLES

urlpatterns = [
    path(
        f"{label}/",
        login_required(
            ListView.as_view(
                queryset=apps.get_model(label).objects.order_by("pk"), paginate_by=50, template_name=f"{label}.html"
            )
        ),
    )
    for label in TABLES
]
