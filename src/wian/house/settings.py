"""Every setting of a site. What differs between sites comes from the environment:

WIAN_HOME          folder of database, files and secret (default `var/`)
WIAN_DATABASE_URL  postgresql://… for a ministry; without it SQLite in WIAN_HOME
WIAN_HOSTS         names this site answers to, separated by commas
WIAN_PROXIES       how many proxies stand in front (default 0)
WIAN_ADDRESS       where people open this site (default http://127.0.0.1:8000): links in e-mails begin with it
WIAN_SMTP          smtp://user:password@host:587 (STARTTLS when a user is named) or smtps://…; without it e-mails are held
WIAN_MAIL_FROM     the sender of e-mails (default no-reply@ and the host of WIAN_ADDRESS)
WIAN_HTTPS         1 behind a proxy that speaks HTTPS: cookies travel encrypted only
PORT               where `wian serve` listens (default 8000); WEB_CONCURRENCY its number of processes (1),
                   WIAN_WORKERS that of the workers beside it (1; 0: none, `wian worker` runs elsewhere)
"""

import os
from typing import Any
from urllib.parse import unquote, urlsplit

import dj_database_url
from csp.constants import NONE, SELF
from django.utils.translation import gettext_lazy as _

from wian.house.home import home, secret
from wian.house.rooms import OPEN

HOME = home()
SECRET_KEY = secret()
HTTPS = os.environ.get("WIAN_HTTPS") == "1"
DEBUG = False
ALLOWED_HOSTS = [name for name in os.environ.get("WIAN_HOSTS", "").split(",") if name] or [
    "127.0.0.1",
    "localhost",
]

INSTALLED_APPS = [
    *(f"wian.{room}" for room in OPEN),
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "allauth",
    "allauth.account",
    "csp",
    "django_tasks",
    "django_tasks_db",
    "django_linear_migrations",
]
if not os.environ.get("WIAN_DEVELOPMENT"):
    INSTALLED_APPS.remove("django_linear_migrations")

TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}
MESSAGE_STORAGE = "wian.accounts.messages.Storage"
SESSION_ENGINE = "wian.accounts.sessions"

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "wian.kit.middleware.one_clock",
    "wian.accounts.sessions.met_once",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "wian.kit.middleware.language",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "wian.accounts.middleware.kept.SignInFirst",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "wian.accounts.middleware.browser.browser",
    "wian.accounts.middleware.actor.actor",
    "wian.accounts.middleware.kept.office_changed",
    "wian.kit.middleware.private",
    "wian.kit.middleware.Refusals",
]

ROOT_URLCONF = "wian.house.urls"
WSGI_APPLICATION = "wian.house.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.messages.context_processors.messages",
                "wian.kit.context.page",
            ],
            "builtins": [
                "wian.kit.templatetags.kit",
                "django.templatetags.i18n",
                "django.templatetags.static",
            ],
        },
    }
]
FORM_RENDERER = "wian.kit.forms.Renderer"

if url := os.environ.get("WIAN_DATABASE_URL"):
    DATABASES: dict[str, dict[str, Any]] = {"default": {**dj_database_url.parse(url)}}
    DATABASES["default"].setdefault("OPTIONS", {})["pool"] = {"min_size": 1, "max_size": 10}
else:
    DATABASES = {
        "default": {
            "ENGINE": "django.db.backends.sqlite3",
            "NAME": HOME / "wian.sqlite3",
            # IMMEDIATE: a deferred transaction that reads and then writes fails under load.
            "OPTIONS": {
                "transaction_mode": "IMMEDIATE",
                "timeout": 20,
                "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL;",
            },
        }
    }
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

AUTH_USER_MODEL = "accounts.Account"
AUTHENTICATION_BACKENDS = ["wian.accounts.sessions.Backend"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}"}
    for name in ("UserAttributeSimilarityValidator", "MinimumLengthValidator", "CommonPasswordValidator")
]
ACCOUNT_ADAPTER = "wian.accounts.adapter.Adapter"
ACCOUNT_LOGIN_METHODS = {"username"}
ACCOUNT_SIGNUP_FIELDS = ["username*", "password1*"]
ACCOUNT_USER_MODEL_EMAIL_FIELD = None
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_LOGOUT_ON_GET = False
ACCOUNT_SESSION_REMEMBER = False  # a shared PC must not remember
ACCOUNT_EMAIL_SUBJECT_PREFIX = ""
# Behind a proxy all visitors share its address: without this they would share one limit on sign-ins.
ALLAUTH_TRUSTED_PROXY_COUNT = int(os.environ.get("WIAN_PROXIES", "0"))
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "desks:mine"
LOGOUT_REDIRECT_URL = "desks:mine"

LANGUAGE_CODE = "th"
LANGUAGES = [("th", _("Thai")), ("en", _("English"))]
LOCALE_PATHS = [os.path.join(os.path.dirname(os.path.dirname(__file__)), "locale")]  # noqa: PTH118, PTH120
TIME_ZONE = "Asia/Bangkok"
USE_TZ = True
USE_I18N = True

STATIC_URL = "static/"
STATIC_ROOT = HOME / "static"
MEDIA_ROOT = HOME / "files"
FILE_UPLOAD_PERMISSIONS = 0o600
FILE_UPLOAD_HANDLERS = [
    "wian.kit.uploads.LimitedUploadHandler",
    "django.core.files.uploadhandler.MemoryFileUploadHandler",
    "django.core.files.uploadhandler.TemporaryFileUploadHandler",
]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}

ADDRESS = os.environ.get("WIAN_ADDRESS", "http://127.0.0.1:8000").rstrip("/")
MAIL_DOMAIN = urlsplit(ADDRESS).hostname or "localhost"
MAIL_FROM = os.environ.get("WIAN_MAIL_FROM", f"no-reply@{MAIL_DOMAIN}")
MAIL = bool(os.environ.get("WIAN_SMTP"))
if MAIL:
    smtp = urlsplit(os.environ["WIAN_SMTP"])
    EMAIL_HOST = smtp.hostname or "127.0.0.1"
    EMAIL_PORT = smtp.port or 25
    EMAIL_HOST_USER, EMAIL_HOST_PASSWORD = unquote(smtp.username or ""), unquote(smtp.password or "")
    EMAIL_USE_SSL = smtp.scheme == "smtps"
    EMAIL_USE_TLS = bool(smtp.username) and not EMAIL_USE_SSL
    EMAIL_TIMEOUT = 20

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "font-src": [SELF],
        "img-src": [SELF, "data:"],
        "connect-src": [SELF],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
        "base-uri": [NONE],
    }
}
X_FRAME_OPTIONS = "DENY"
SECURE_REFERRER_POLICY = "same-origin"
SESSION_COOKIE_AGE = 12 * 60 * 60
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = HTTPS
CSRF_FAILURE_VIEW = "wian.accounts.views.kept.csrf_failure"
if HTTPS:
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"lines": {"()": "wian.kit.logs.JsonLines"}},
    "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "lines"}},
    "root": {"handlers": ["stderr"], "level": "WARNING"},
    # Django's own handlers are silent without DEBUG; ours speaks for all.
    "loggers": {"wian": {"level": "INFO"}, "django": {"handlers": [], "propagate": True}},
}
