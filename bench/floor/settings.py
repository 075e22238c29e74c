"""The least that Django can be: no middleware, one table."""

import os

import dj_database_url

SECRET_KEY = "a floor keeps no secrets"
ALLOWED_HOSTS = ["127.0.0.1"]
INSTALLED_APPS = ["bench.floor"]
ROOT_URLCONF = "bench.floor.urls"
DATABASES = {
    "default": {
        **dj_database_url.parse(os.environ["WIAN_DATABASE_URL"]),
        "OPTIONS": {"pool": {"min_size": 1, "max_size": 10}},
    }
}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
USE_TZ = True
LOGGING_CONFIG = None
