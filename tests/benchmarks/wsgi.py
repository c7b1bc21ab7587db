"""The production site with the bare view beside it."""

import logging
import os

from django.conf import settings
from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "studio.settings")
settings.ROOT_URLCONF = "tests.benchmarks.urls"
application = get_wsgi_application()
# The page that does not exist is asked for on purpose.
logging.getLogger("django.request").setLevel(logging.ERROR)
