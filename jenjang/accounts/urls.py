"""Addresses of sign-in, one's own account, home, roles, and the demonstration's people."""

from django.urls import path

from jenjang.accounts.views import account, codes, home, notices, roles, sign_in

app_name = "accounts"
urlpatterns = [
    path("masuk/", sign_in.sign_in, name="sign_in"),
    path("masuk/kode/", sign_in.sign_in_code, name="sign_in_code"),
    path("keluar/", sign_in.sign_out, name="sign_out"),
    path("aktifkan/", sign_in.activate, name="activate"),
    path("peragaan/", sign_in.demo_people, name="demo_people"),
    path("peragaan/<int:account>/masuk/", sign_in.demo_enter, name="demo_enter"),
    path("beranda/", home.home, name="home"),
    path("pemberitahuan/", notices.notices, name="notices"),
    path("pemberitahuan/dibaca/", notices.mark_read, name="notices_read"),
    path("akun/", account.account, name="account"),
    path("akun/sandi/", account.password, name="password"),
    path("akun/sesi/akhiri/", account.end_sessions, name="end_sessions"),
    path("akun/faktor/", account.set_up_factor, name="factor"),
    path("akun/faktor/cadangan/", account.renew_recovery_codes, name="recovery_codes"),
    path("akun/faktor/ganti/", account.replace_factor, name="replace_factor"),
    path("akun/konfirmasi/", account.confirm, name="confirm"),
    path("peran/", roles.roles, name="roles"),
    path("peran/usul/", roles.propose, name="propose"),
    path("peran/usul/<int:pk>/", roles.proposal, name="proposal"),
    path("peran/<int:pk>/cabut/", roles.revoke, name="revoke"),
    path("peran/pelaksana/<int:pk>/akhiri/", roles.end_delegation, name="end_delegation"),
    path("peran/akun/", codes.accounts, name="accounts"),
    path("peran/akun/baru/", codes.new_account, name="new_account"),
    path("peran/akun/<int:pk>/kode/", codes.issue_code, name="issue_code"),
    path("peran/akun/kode/<int:pk>/", codes.code_proposal, name="code_proposal"),
]
