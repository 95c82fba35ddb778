"""Alamat impor."""

from django.urls import path

from jenjang.siasn import views

app_name = "siasn"
urlpatterns = [
    path("impor/", views.imports, name="imports"),
    path("impor/pegawai/", views.upload_employees, name="upload_employees"),
    path("impor/riwayat/", views.upload_histories, name="upload_histories"),
    path("impor/riwayat/templat.xlsx", views.template, name="template"),
    path("impor/<int:pk>/", views.review, name="review"),
    path("impor/<int:pk>/kemajuan/", views.progress, name="progress"),
    path("impor/<int:pk>/ditolak.xlsx", views.refused_rows, name="refused_rows"),
    path("impor/<int:pk>/terapkan/", views.apply, name="apply"),
    path("impor/<int:pk>/baris/<int:row>/keluarkan/", views.leave_out, name="leave_out"),
    path("impor/<int:pk>/baris/<int:row>/ikutkan/", views.put_back, name="put_back"),
    path("impor/<int:pk>/buang/", views.discard, name="discard"),
]
