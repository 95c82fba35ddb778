"""Users, role grants, delegations, and the mark that tells a demonstration from the real thing."""

from typing import TYPE_CHECKING

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Lower, Now

from jenjang.accounts.roles import Role

if TYPE_CHECKING:
    from jenjang.accounts.queries import Powers

NIP_LENGTH = 18
ROLE_CHOICES = [(role.value, role.label) for role in Role]


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
    opened_by_one = models.BooleanField(default=False)  # with a code that a single officer gave
    created_at = models.DateTimeField(auto_now_add=True)

    USERNAME_FIELD = "username"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS = ["name"]

    objects = UserManager()
    powers: "Powers"

    class Meta:
        constraints = [
            models.UniqueConstraint(Lower("email"), name="user_email_unique_if_given", condition=~Q(email="")),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def is_nip(self) -> bool:
        """Whether this is an ASN's account: its login is a NIP."""
        return len(self.username) == NIP_LENGTH and self.username.isdigit()


class GrantBase(models.Model):
    """What a grant and a delegation share: dates, the two people who decided, and the row that ends it."""

    role = models.CharField(max_length=16, choices=ROLE_CHOICES)
    scope_unit = models.CharField(max_length=64, blank=True, default="")
    since = models.DateField()
    reason = models.CharField(max_length=500)
    proposed_by = models.ForeignKey(User, models.PROTECT, related_name="+", null=True)
    approved_by = models.ForeignKey(User, models.PROTECT, related_name="+", null=True)
    recorded_at = models.DateTimeField(db_default=Now())
    ends = models.OneToOneField("self", models.PROTECT, null=True, related_name="ended_by")

    class Meta:
        abstract = True


class RoleGrant(GrantBase):
    """Pemberian peran: sealed. A revocation is a row that names the one it ends; nothing is edited.

    Both people are missing only in the rows that made the first two officers of an empty database.
    """

    user = models.ForeignKey(User, models.PROTECT, related_name="grants")
    until = models.DateField(null=True)

    class Meta:
        indexes = [models.Index(fields=["user", "since"], name="rolegrant_user_since")]
        constraints = [
            models.CheckConstraint(
                name="rolegrant_ends_after_it_begins", condition=Q(until=None) | Q(until__gte=F("since"))
            ),
            models.CheckConstraint(
                name="rolegrant_needs_two_people",
                condition=Q(proposed_by=None, approved_by=None)
                | Q(proposed_by__isnull=False, approved_by__isnull=False) & ~Q(proposed_by=F("approved_by"))
                | Q(ends__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.user}: {Role(self.role).label}"


class DelegationKind(models.TextChoices):
    """Pelaksana: `plt` while the holder is gone for good, `plh` while the holder is away."""

    PLT = "plt", "Pelaksana tugas (Plt.)"
    PLH = "plh", "Pelaksana harian (Plh.)"


class Delegation(GrantBase):
    """Pelaksana tugas/harian: one person exercises the role of another for some days, by a decree. Sealed."""

    kind = models.CharField(max_length=3, choices=DelegationKind.choices)
    principal = models.ForeignKey(User, models.PROTECT, related_name="delegations_given")
    delegate = models.ForeignKey(User, models.PROTECT, related_name="delegations_held")
    until = models.DateField()
    decree_number = models.CharField(max_length=100)
    decree_date = models.DateField()

    class Meta:
        indexes = [models.Index(fields=["delegate", "since"], name="delegation_delegate_since")]
        constraints = [
            models.CheckConstraint(name="delegation_ends_after_it_begins", condition=Q(until__gte=F("since"))),
            models.CheckConstraint(name="delegation_is_to_another", condition=~Q(principal=F("delegate"))),
        ]

    def __str__(self) -> str:
        return f"{self.delegate} {self.kind} {self.principal}"


class GrantProposal(models.Model):
    """Usulan peran: a draft. One person proposes; another approves it (then it is sealed) or turns it down."""

    class State(models.TextChoices):
        OPEN = "menunggu", "Menunggu persetujuan"
        APPROVED = "disetujui", "Disetujui"
        REJECTED = "ditolak", "Ditolak"
        WITHDRAWN = "ditarik", "Ditarik"

    user = models.ForeignKey(User, models.PROTECT, related_name="+")
    role = models.CharField(max_length=16, choices=ROLE_CHOICES)
    scope_unit = models.CharField(max_length=64, blank=True, default="")
    since = models.DateField()
    until = models.DateField(null=True)
    reason = models.CharField(max_length=500)
    kind = models.CharField(max_length=3, blank=True, default="", choices=DelegationKind.choices)
    principal = models.ForeignKey(User, models.PROTECT, related_name="+", null=True)
    decree_number = models.CharField(max_length=100, blank=True, default="")
    decree_date = models.DateField(null=True)
    proposed_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    proposed_at = models.DateTimeField()
    state = models.CharField(max_length=10, choices=State.choices, default=State.OPEN)
    settled_by = models.ForeignKey(User, models.PROTECT, related_name="+", null=True)
    settled_at = models.DateTimeField(null=True)
    answer = models.CharField(max_length=500, blank=True, default="")

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="grantproposal_settled_by_and_at_together",
                condition=Q(settled_by=None, settled_at=None) | ~Q(settled_by=None) & ~Q(settled_at=None),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.user}: {Role(self.role).label}"


class CodeProposal(models.Model):
    """Usulan kode aktivasi: a draft, for an account above `pegawai`. Another officer approves it and hands the code over."""

    user = models.ForeignKey(User, models.PROTECT, related_name="+")
    reason = models.CharField(max_length=500)
    proposed_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    proposed_at = models.DateTimeField()
    state = models.CharField(max_length=10, choices=GrantProposal.State.choices, default=GrantProposal.State.OPEN)
    settled_by = models.ForeignKey(User, models.PROTECT, related_name="+", null=True)
    settled_at = models.DateTimeField(null=True)
    answer = models.CharField(max_length=500, blank=True, default="")

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="codeproposal_settled_by_and_at_together",
                condition=Q(settled_by=None, settled_at=None) | ~Q(settled_by=None) & ~Q(settled_at=None),
            ),
            models.UniqueConstraint(
                fields=["user"], condition=Q(state=GrantProposal.State.OPEN), name="codeproposal_one_waits"
            ),
        ]

    def __str__(self) -> str:
        return str(self.user)


class CodeGrant(models.Model):
    """Pemberian kode aktivasi: sealed. Who gave it with whom, never the code. Nobody is named where the server gave it."""

    user = models.ForeignKey(User, models.PROTECT, related_name="+")
    is_above_employee = models.BooleanField()
    proposed_by = models.ForeignKey(User, models.PROTECT, related_name="+", null=True)
    approved_by = models.ForeignKey(User, models.PROTECT, related_name="+", null=True)
    reason = models.CharField(max_length=500, blank=True, default="")
    recorded_at = models.DateTimeField(db_default=Now())

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="codegrant_above_employee_needs_two_people",
                condition=Q(is_above_employee=False)
                | Q(proposed_by=None, approved_by=None)
                | Q(proposed_by__isnull=False, approved_by__isnull=False) & ~Q(proposed_by=F("approved_by")),
            ),
        ]

    def __str__(self) -> str:
        return str(self.user)


class UsedCode(models.Model):
    """Kode terpakai: a code of the second factor counts once, whichever worker process receives it."""

    user = models.ForeignKey(User, models.CASCADE, related_name="+")
    counter = models.BigIntegerField()
    used_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["user", "counter"], name="usedcode_once")]

    def __str__(self) -> str:
        return str(self.counter)


class UserSession(models.Model):
    """Sesi: on which devices an account is open, so that its owner can end the others."""

    user = models.ForeignKey(User, models.CASCADE, related_name="sessions")
    session_key = models.CharField(max_length=40, unique=True)
    device = models.CharField(max_length=120, blank=True, default="")
    address = models.GenericIPAddressField(null=True)
    started_at = models.DateTimeField(auto_now_add=True)

    def __str__(self) -> str:
        return self.device


class ActivationCode(models.Model):
    """Kode aktivasi: handed to a person by an officer, opens the account once, and only for some days."""

    user = models.OneToOneField(User, models.CASCADE, related_name="activation")
    code_hash = models.CharField(max_length=64)
    issued_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    by_one = models.BooleanField(default=False)  # given by one officer: it opens no account above `pegawai`
    expires_at = models.DateTimeField()

    def __str__(self) -> str:
        return str(self.user)


class Installation(models.Model):
    """Pemasangan: what this database is. Only one marked `peragaan` lets people in by one tap."""

    class Kind(models.TextChoices):
        DEMO = "peragaan", "Peragaan"
        REAL = "nyata", "Nyata"

    id = models.PositiveSmallIntegerField(primary_key=True, default=1)
    kind = models.CharField(max_length=8, choices=Kind.choices)
    marked_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints = [models.CheckConstraint(name="installation_is_one_row", condition=Q(id=1))]

    def __str__(self) -> str:
        return self.kind


class DemoAccount(models.Model):
    """Akun peragaan: an invented person whom anybody may play, with what there is to see as that person."""

    user = models.OneToOneField(User, models.CASCADE, related_name="demo_account")
    role = models.CharField(max_length=16, choices=ROLE_CHOICES)
    note = models.CharField(max_length=200, blank=True, default="")
    secret = models.CharField(max_length=64)
    order = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ["order", "pk"]

    def __str__(self) -> str:
        return self.note
