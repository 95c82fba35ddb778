"""Users, role grants, delegations."""

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models


class UserManager(BaseUserManager["User"]):
    """Makes users; a password is set or the account cannot sign in."""

    def create_user(self, username: str, *, name: str, email: str = "", password: str | None = None) -> "User":
        user = self.model(username=username, name=name, email=email.lower())
        user.set_password(password)
        user.save(using=self._db)
        return user


class User(AbstractBaseUser):
    """Pengguna: one person's sign-in. `username` is the NIP, or a login for those outside the agency."""

    username = models.CharField(max_length=64, unique=True)
    email = models.EmailField(blank=True, default="")
    name = models.CharField(max_length=200)
    is_active = models.BooleanField(default=True)
    created_at = models.DateTimeField(auto_now_add=True)

    USERNAME_FIELD = "username"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS = ["name"]

    objects = UserManager()

    def __str__(self) -> str:
        return self.name
