"""The program's own models and database, under the middleware and templates that `startproject` writes, and nothing else."""

from benchmarks.bare import tables
from jenjang.config.settings import *  # noqa: F403

# It refuses to start without its own middleware, which a bare Django does not have.
INSTALLED_APPS = [name for name in INSTALLED_APPS if name != "allauth.account"]  # noqa: F405
ROOT_URLCONF = "benchmarks.bare.urls"
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
]
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "OPTIONS": {
            "loaders": [
                (
                    "django.template.loaders.cached.Loader",
                    [("django.template.loaders.locmem.Loader", tables.templates())],
                )
            ],
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ],
        },
    }
]
