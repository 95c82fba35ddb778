"""Addresses of sign-in, one's own account, roles, and the demonstration's accounts."""

from django.urls import path

from jenjang.accounts import views

app_name = "accounts"
urlpatterns = [
    path("masuk/", views.sign_in, name="sign_in"),
    path("akun/faktor/", views.factor, name="factor"),
    path("akun/konfirmasi/", views.confirm, name="confirm"),
]
