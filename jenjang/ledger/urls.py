"""Addresses of the ledger."""

from django.urls import path

from jenjang.ledger import views

app_name = "ledger"
urlpatterns = [
    path("buku-besar/", views.entries, name="entries"),
    path("buku-besar/verifikasi/", views.verification, name="verification"),
    path("buku-besar/verifikasi/mulai/", views.verify, name="verify"),
    path("buku-besar/titik-periksa.txt", views.checkpoint, name="checkpoint"),
    path("buku-besar/periksa_bukti.py", views.verifier, name="verifier"),
    path("buku-besar/kunci.txt", views.key, name="key"),
]
