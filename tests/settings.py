"""The site's settings with what only tests need: files and database of their own, no slow hashing.

Each test process has its own folder, removed at the end of the run. SQLite is a real file,
as on a real site: a database in memory has one connection and so no races between threads.
"""

import os
import tempfile
from pathlib import Path

# The first process of the run makes the folder; the processes that it starts find it here.
_FOLDER = "CATCHLIGHT_TESTS_FOLDER"
if _FOLDER not in os.environ:
    _run_folder = tempfile.TemporaryDirectory(prefix="catchlight-tests-")
    os.environ[_FOLDER] = _run_folder.name

VAR = Path(os.environ[_FOLDER], os.environ.get("PYTEST_XDIST_WORKER", "main"))
os.environ |= {
    "VAR_DIR": str(VAR),
    "DATABASE_URL": os.environ.get("TEST_DATABASE_URL") or f"sqlite:///{VAR / 'db.sqlite3'}",
    "SECRET_KEY": "the key of a test run, which signs nothing of value",
    # Tests are faster than people and all come from one address; those of the limits set them.
    "RATE_LIMITS": "0",
    "FASTEST_FORM_SECONDS": "0",
    # Playwright keeps an event loop in the test's thread; the site itself has no async code.
    "DJANGO_ALLOW_ASYNC_UNSAFE": "1",
}
for _name in (
    "ALLOWED_HOSTS",
    "DEBUG",
    "DEMO",
    "EMAIL_URL",
    "HOST",
    "HTTPS",
    "MAINTENANCE",
    "PORT",
    "REDIS_URL",
    "SITE_URL",
    "TRUSTED_PROXIES",
):
    os.environ.pop(_name, None)

from studio.settings import *  # noqa: E402, F403 - the variables above must come first
from studio.settings import DATABASES, HUEY, STATIC_ROOT, STORAGES  # noqa: E402

DATABASES["default"]["TEST"] = (
    {} if os.environ.get("TEST_DATABASE_URL") else {"NAME": str(VAR / "test.sqlite3")}
)
HUEY["immediate"] = True
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
STORAGES["staticfiles"] = {
    "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage",
}
# The web server complains about a folder that was never collected; tests read no file of it.
STATIC_ROOT.mkdir(parents=True, exist_ok=True)
