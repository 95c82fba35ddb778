"""Kata sandi: what a new one must be. Length matters most; no compulsory signs, no expiry."""

from typing import TYPE_CHECKING

from django.contrib.auth.password_validation import CommonPasswordValidator
from django.core.exceptions import ValidationError

if TYPE_CHECKING:
    from jenjang.accounts.models import User

MIN_LENGTH = 12
MAX_LENGTH = 128


class LengthValidator:
    """At least twelve characters, and not so many that hashing becomes a way to stop the server."""

    def validate(self, password: str, user: "User | None" = None) -> None:
        if len(password) < MIN_LENGTH:
            missing = MIN_LENGTH - len(password)
            raise ValidationError(f"Kata sandi baru {len(password)} huruf; tambahkan paling sedikit {missing} lagi.")
        if len(password) > MAX_LENGTH:
            raise ValidationError(f"Kata sandi paling panjang {MAX_LENGTH} huruf.")

    def get_help_text(self) -> str:
        return f"Paling sedikit {MIN_LENGTH} huruf. Beberapa kata yang Anda ingat lebih kuat daripada satu kata rumit."


class OwnDataValidator:
    """Not the NIP, the name or the e-mail, which others know."""

    def validate(self, password: str, user: "User | None" = None) -> None:
        if user is None:
            return
        known = [user.username, user.email.partition("@")[0], *user.name.split()]
        lowered = password.lower()
        if any(len(part) > 3 and part.lower() in lowered for part in known):
            raise ValidationError("Kata sandi memuat NIP, nama, atau e-mail Anda. Pilih kata yang lain.")

    def get_help_text(self) -> str:
        return "Tidak memuat NIP, nama, atau e-mail Anda."


class CommonValidator(CommonPasswordValidator):
    """Not one of the passwords that are tried first."""

    def validate(self, password: str, user: "User | None" = None) -> None:
        if password.lower().strip() in self.passwords:
            raise ValidationError("Kata sandi ini termasuk yang paling sering dipakai orang. Pilih yang lain.")

    def get_help_text(self) -> str:
        return "Bukan kata sandi yang umum dipakai."
