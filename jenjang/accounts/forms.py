"""Shape of what people enter here. No rule of law, no database of others."""

from typing import Any

from django import forms
from django.contrib.auth import password_validation
from django.core.exceptions import ValidationError

from jenjang.accounts import hooks
from jenjang.accounts.backends import tidy_login
from jenjang.accounts.models import NIP_LENGTH, DelegationKind, User
from jenjang.accounts.passwords import MAX_LENGTH
from jenjang.accounts.roles import GRANTABLE, Role
from jenjang.ui.forms import DateField, Form, TextField

OWN = "sendiri"


def _password(label: str, autocomplete: str, help_text: str = "") -> forms.CharField:
    return forms.CharField(
        label=label,
        max_length=MAX_LENGTH,
        strip=False,
        help_text=help_text,
        widget=forms.PasswordInput(attrs={"autocomplete": autocomplete}),
    )


class SignInForm(Form):
    """NIP or e-mail, and password."""

    login = forms.CharField(
        label="NIP atau e-mail",
        max_length=254,
        help_text="Spasi pada NIP boleh, nanti dirapikan.",
        widget=forms.TextInput(attrs={"autocomplete": "username", "autocapitalize": "none", "spellcheck": "false"}),
    )
    password = _password("Kata sandi", "current-password")

    def clean_login(self) -> str:
        login = tidy_login(self.cleaned_data["login"])
        if login.isdigit() and len(login) != NIP_LENGTH:
            word = "Baru" if len(login) < NIP_LENGTH else "Ada"
            raise ValidationError(f"{word} {len(login)} angka; NIP terdiri dari {NIP_LENGTH} angka.")
        return login


class CodeForm(Form):
    """Six digits of the phone, or a recovery code."""

    kode_faktor = forms.CharField(
        label="Kode dari ponsel",
        max_length=20,
        help_text="Enam angka dari aplikasi pengautentikasi, atau satu kode cadangan.",
        widget=forms.TextInput(attrs={"autocomplete": "one-time-code", "inputmode": "numeric", "class": "j-code"}),
    )


class FirstCodeForm(CodeForm):
    """The first code of a new phone; recovery codes do not exist yet."""

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["kode_faktor"].help_text = "Enam angka yang sekarang tampil di aplikasi."


class NewPasswordForm(Form):
    """The new password, twice."""

    new = _password(
        "Kata sandi baru", "new-password", "Paling sedikit 12 huruf. Beberapa kata yang Anda ingat sudah kuat."
    )
    again = _password("Ulangi kata sandi baru", "new-password")

    def __init__(self, *args: Any, user: User | None = None, **options: Any) -> None:
        super().__init__(*args, **options)
        self.user = user

    def clean_new(self) -> str:
        password: str = self.cleaned_data["new"]
        password_validation.validate_password(password, self.user)
        return password

    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        if data.get("new") and data.get("again") and data["new"] != data["again"]:
            self.add_error("again", "Tidak sama dengan kata sandi baru di atasnya.")
        return data


class PasswordForm(NewPasswordForm):
    """Ganti kata sandi: the present one proves that it is the owner."""

    present = _password("Kata sandi sekarang", "current-password")
    field_order = ("present", "new", "again")

    def clean_present(self) -> str:
        present: str = self.cleaned_data["present"]
        if self.user is None or not self.user.check_password(present):
            raise ValidationError("Kata sandi sekarang tidak cocok.")
        return present


class ActivationForm(NewPasswordForm):
    """Aktifkan akun: NIP or login, the code on paper, and a password."""

    login = forms.CharField(
        label="NIP atau nama masuk", max_length=64, widget=forms.TextInput(attrs={"autocomplete": "username"})
    )
    code = forms.CharField(label="Kode aktivasi", max_length=20, help_text="Dari pengelola kepegawaian unit Anda.")
    field_order = ("login", "code", "new", "again")


class AccountForm(Form):
    """Akun baru: for an ASN by NIP, or for somebody from outside by a login."""

    login = forms.CharField(
        label="NIP atau nama masuk", max_length=64, help_text="ASN: NIP 18 angka. Lainnya: huruf kecil."
    )
    name = forms.CharField(label="Nama", max_length=200)
    email = forms.EmailField(label="E-mail", max_length=254, required=False)

    def clean_login(self) -> str:
        login = tidy_login(self.cleaned_data["login"])
        if "@" in login or len(login.split()) != 1:
            raise ValidationError("Nama masuk satu kata, tanpa @.")
        if login.isdigit() and len(login) != NIP_LENGTH:
            raise ValidationError(f"NIP terdiri dari {NIP_LENGTH} angka; ini {len(login)}.")
        return login


class ProposalForm(Form):
    """Usulan peran, for a person's own exercise or as acting official for another."""

    login = forms.CharField(label="Untuk siapa", max_length=254, help_text="NIP, nama masuk, atau e-mail.")
    role = forms.ChoiceField(label="Peran", choices=[(role.value, role.label) for role in GRANTABLE])
    scope_unit = forms.ChoiceField(
        label="Untuk unit",
        choices=lambda: [("", "Seluruh instansi"), *hooks.unit_names().items()],
        required=False,
        help_text="Hanya bagi pengelola kepegawaian unit: unit itu dan unit di bawahnya.",
    )
    since = DateField(label="Berlaku mulai")
    until = DateField(label="Sampai dengan", required=False)
    kind = forms.ChoiceField(
        label="Cara memegangnya",
        choices=[(OWN, "Peran sendiri"), *DelegationKind.choices],
        initial=OWN,
        widget=forms.RadioSelect,
    )
    principal = forms.CharField(
        label="Mewakili siapa", max_length=254, required=False, help_text="NIP atau nama masuk."
    )
    decree_number = forms.CharField(label="Nomor surat perintah", max_length=100, required=False)
    decree_date = DateField(label="Tanggal surat perintah", required=False)
    reason = TextField(label="Alasan", max_length=500, min_length=10)

    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        if data.get("kind") == OWN:
            data["kind"] = ""
        elif data.get("kind"):
            for name in ("principal", "decree_number", "decree_date", "until"):
                if not data.get(name) and name not in self.errors:
                    self.add_error(name, f"{self.fields[name].label} diperlukan untuk Plt. dan Plh.")
        return self._with_unit(data)

    def _with_unit(self, data: dict[str, Any]) -> dict[str, Any]:
        """A role of one unit names it; every other works for the whole agency, and says so."""
        of_unit = data.get("role") == Role.UNIT_OFFICER
        if of_unit and not data.get("scope_unit"):
            self.add_error("scope_unit", "Pilih unitnya; peran ini dipegang untuk sebuah unit.")
        if data.get("role") and not of_unit and data.get("scope_unit"):
            self.add_error("scope_unit", "Peran ini berlaku untuk seluruh instansi. Pilih Seluruh instansi.")
        return data


class ReasonForm(Form):
    """Why a proposal is turned down or a role is taken back."""

    reason = TextField(label="Alasan", max_length=500, min_length=10)


class SettlementForm(ReasonForm):
    """Putusan atas usulan: approved as it stands, or turned down with a reason."""

    putusan = forms.ChoiceField(label="Putusan", choices=[("setuju", "Setujui"), ("tolak", "Jangan lanjutkan")])

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["reason"].required = self.data.get("putusan") == "tolak"

    @property
    def approves(self) -> bool:
        return bool(self.cleaned_data["putusan"] == "setuju")
