"""The site's own settings, with what only a test needs. `conftest.py` chose home and database before."""

from wian.house.settings import *  # noqa: F403
from wian.house.settings import DATABASES, HOME, STATIC_ROOT, STORAGES

PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
# The manifest is made by collectstatic: journeys run with it, the rest without.
STORAGES["staticfiles"] = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
STATIC_ROOT.mkdir(exist_ok=True)
if "sqlite3" in str(DATABASES["default"]["ENGINE"]):
    # A file, not memory: several connections must see it.
    DATABASES["default"]["TEST"] = {"NAME": str(HOME / "test.sqlite3")}
