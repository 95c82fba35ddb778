"""Settings, read from the environment. Nothing secret has a default: keys are made by `jenjang setup` under JENJANG_HOME."""

import os
import secrets
import tempfile
from contextlib import suppress
from datetime import timedelta
from pathlib import Path

from jenjang.config import database, env

ROOT = env.ROOT
HOME = env.home()


def _secret(name: str) -> str:
    """A secret of this deployment, made on first use, readable by its owner only."""
    folder = HOME / "kunci"
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    place = folder / name
    if not place.exists():
        with tempfile.NamedTemporaryFile("w", dir=folder) as fresh:
            fresh.write(secrets.token_urlsafe(48))
            fresh.flush()
            with suppress(FileExistsError):  # another process was first; nobody ever reads half a secret
                os.link(fresh.name, place)
    return place.read_text().strip()


SECRET_KEY = _secret("django")
DEBUG = False
TESTING = env.flag("JENJANG_TESTING")
ALLOWED_HOSTS = env.words("JENJANG_HOSTS", "localhost,127.0.0.1,[::1]")

SLICES = [
    "kernel", "ledger", "ui", "accounts", "organization", "personnel", "competency", "discipline", "performance",
    "learning", "projects", "feedback", "talent", "selection", "siasn", "transparency", "insight",
]  # fmt: skip
INSTALLED_APPS = [
    "django.contrib.contenttypes",
    "django.contrib.auth",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.contrib.postgres",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "axes",
    "procrastinate.contrib.django",
    *(f"jenjang.{name}" for name in SLICES),
]
MIDDLEWARE = [
    "jenjang.accounts.headers.SecurityHeadersMiddleware",  # outermost: also what is refused at the door carries them
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "axes.middleware.AxesMiddleware",
    "jenjang.ui.methods.MethodMiddleware",
    "jenjang.accounts.access.AccessMiddleware",
]
ROOT_URLCONF = "jenjang.config.urls"
WSGI_APPLICATION = "jenjang.config.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "jenjang.ui.context.shell",
            ],
        },
    }
]
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "%(asctime)s %(levelname)s %(name)s: %(message)s"}},
    "handlers": {
        "stderr": {"class": "logging.StreamHandler", "formatter": "line"},
        "nowhere": {"class": "logging.NullHandler"},
    },
    "root": {"handlers": ["stderr"], "level": "WARNING"},
    "loggers": {
        "django": {"handlers": ["stderr"], "level": "ERROR", "propagate": False},
        # Whoever knocks with a foreign name is answered 400; a line for each would let them fill the disk.
        "django.security.DisallowedHost": {"handlers": ["nowhere"], "propagate": False},
    },
}
FORM_RENDERER = "jenjang.ui.rendering.Renderer"

DATABASE_ROLE = env.text("JENJANG_DB_ROLE", "app")
if not database.external_url():
    database.start()
DATABASES = {
    "default": {**env.database_from_url(database.url(DATABASE_ROLE)), "CONN_MAX_AGE": 60, "CONN_HEALTH_CHECKS": True}
}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

AUTH_USER_MODEL = "accounts.User"
AUTHENTICATION_BACKENDS = [
    "axes.backends.AxesStandaloneBackend",
    "jenjang.accounts.backends.PasswordBackend",
    "jenjang.accounts.demo.DemoBackend",
]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "jenjang.accounts.passwords.LengthValidator"},
    {"NAME": "jenjang.accounts.passwords.OwnDataValidator"},
    {"NAME": "jenjang.accounts.passwords.CommonValidator"},
]
LOGIN_URL = "accounts:sign_in"
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]  # both together: nobody locks a colleague or a whole office
AXES_FAILURE_LIMIT = 5
AXES_COOLOFF_TIME = timedelta(minutes=15)
AXES_RESET_ON_SUCCESS = True
AXES_LOCK_OUT_AT_FAILURE = True
AXES_ENABLE_ADMIN = False
AXES_VERBOSE = False
AXES_RESET_COOL_OFF_ON_FAILURE_DURING_LOCKOUT = False  # the pause is fifteen minutes, not longer for who keeps trying
AXES_HANDLER = "jenjang.accounts.attempts.QuietHandler"
AXES_DISABLE_ACCESS_LOG = True  # where somebody is signed in stands on the own page, and ends with the session
AXES_CLIENT_IP_CALLABLE = "jenjang.accounts.sessions.counting_address"
AXES_LOCKOUT_CALLABLE = "jenjang.accounts.sessions.keep_answer"
JENJANG_PROXIES = env.number("JENJANG_PROXIES", 0)  # how many reverse proxies of our own stand before us
JENJANG_FRESH_SECONDS = 300
JENJANG_SHELL = {
    "viewer": "jenjang.accounts.shell.viewer",
    "is_demo": "jenjang.accounts.shell.is_demo",
    "allowed": "jenjang.accounts.queries.user_can",
    "notices": "jenjang.accounts.shell.notices",
    "notices_url": "jenjang.accounts.shell.notices_url",
    "account_url": "jenjang.accounts.shell.account_url",
    "sign_in_url": "jenjang.accounts.shell.sign_in_url",
    "sign_out_url": "jenjang.accounts.shell.sign_out_url",
    "home_url": "jenjang.accounts.shell.home_url",
    "place": "jenjang.personnel.shell.place",
    "search_url": "jenjang.personnel.shell.search_url",
}
MFA_ADAPTER = "jenjang.accounts.mfa.Adapter"
MFA_TOTP_ISSUER = "Jenjang"
MFA_TOTP_TOLERANCE = 1
MFA_RECOVERY_CODE_COUNT = 10

HTTPS = env.flag("JENJANG_HTTPS", bool(env.text("JENJANG_HOSTS")))  # config/wsgi.py tells it to each request
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = HTTPS
SESSION_COOKIE_NAME, CSRF_COOKIE_NAME = "jenjang_sesi", "jenjang_csrf"
SESSION_COOKIE_HTTPONLY = CSRF_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_AGE = 12 * 60 * 60
CSRF_FAILURE_VIEW = "jenjang.ui.errors.csrf_failure"
SECURE_HSTS_SECONDS = 365 * 24 * 60 * 60 if HTTPS else 0
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
LANGUAGE_CODE = "id"
USE_I18N = True
USE_TZ = True
TIME_ZONE = "UTC"
JENJANG_TIMEZONE_AGENCY = env.zone("JENJANG_TIMEZONE", "Asia/Jakarta")

STATIC_URL = "/static/"
STATIC_ROOT = HOME / "static"
WHITENOISE_AUTOREFRESH = WHITENOISE_USE_FINDERS = TESTING  # tests serve the sources, without collecting them first
STORAGES = {
    "default": {
        "BACKEND": "django.core.files.storage.FileSystemStorage",
        "OPTIONS": {"location": str(HOME / "berkas")},
    },
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedStaticFilesStorage"},  # as brotli and gzip, once, at setup
}
DATA_UPLOAD_MAX_MEMORY_SIZE = 16 * 1024 * 1024  # texts of a form, files apart: an endless one is answered at its field
DATA_UPLOAD_MAX_NUMBER_FIELDS = 2_000
DATA_UPLOAD_MAX_NUMBER_FILES = 10
FILES_ROOT: Path = HOME / "berkas"
PROCRASTINATE_AUTODISCOVER_MODULE_NAME = "jobs"
JENJANG_ADDRESS = env.text("JENJANG_ADDRESS", "http://127.0.0.1:8000")  # stands in QR codes on letters
JENJANG_SIGNING_PKCS12 = env.text("JENJANG_SIGNING_PKCS12")
JENJANG_SIGNING_PASSPHRASE_FILE = env.text("JENJANG_SIGNING_PASSPHRASE_FILE")
