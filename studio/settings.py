"""Settings of the site: production by default, every variable typed and loud on a bad value.

The variables that matter are listed in the README. Nothing here depends on the machine
beyond the project's own folder; all run-time files live under `var/`.
"""

import logging
import os
from ipaddress import ip_network
from pathlib import Path
from urllib.parse import unquote, urlsplit

from csp.constants import NONE, SELF, UNSAFE_EVAL, UNSAFE_INLINE
from django.templatetags.static import static
from django.urls import reverse_lazy
from django.utils.translation import gettext_lazy as _
from environs import Env, validate

from studio import secret_key
from studio.address import from_environment
from studio.databases import with_engine_options

env = Env(eager=True)

BASE_DIR = Path(__file__).resolve().parent.parent
VAR_DIR = Path(env.str("VAR_DIR", str(BASE_DIR / "var")))
VAR_DIR.mkdir(parents=True, exist_ok=True)

DEBUG = env.bool("DEBUG", False)
HTTPS = env.bool("HTTPS", False)
DEMO = env.bool("DEMO", True)
MAINTENANCE = env.bool("MAINTENANCE", False)
SECRET_KEY = env.str("SECRET_KEY", "") or secret_key.read_or_create(VAR_DIR / "secret_key")
SITE_URL = env.str("SITE_URL", from_environment(os.environ).url).rstrip("/")
ALLOWED_HOSTS = env.list(
    "ALLOWED_HOSTS", ["localhost", "127.0.0.1", "[::1]", urlsplit(SITE_URL).hostname]
)
CSRF_TRUSTED_ORIGINS = [SITE_URL]
REDIS_URL = env.str("REDIS_URL", "")

INSTALLED_APPS = [
    "unfold.apps.BasicAppConfig",
    "studio.apps.CatchlightAdminConfig",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.sitemaps",
    "django.contrib.staticfiles",
    "django.forms",
    "crispy_forms",
    "django_htmx",
    "csp",
    "huey.contrib.djhuey",
    "studio.apps.StudioConfig",
    "bookings.apps.BookingsConfig",
]

MIDDLEWARE = [
    "bookings.front.middleware.PrivateLinksMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    # Figures are drawn into the pages: 50 kB of SVG leave as 4. Random padding and masked form
    # tokens keep compressed pages safe to carry secrets.
    "django.middleware.gzip.GZipMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "studio.languages.LanguageMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "csp.middleware.CSPMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "studio.maintenance.MaintenanceMiddleware",
    "bookings.front.middleware.StudioIsSetUpMiddleware",
]

ROOT_URLCONF = "studio.urls"
WSGI_APPLICATION = "studio.wsgi.application"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
SILENCED_SYSTEM_CHECKS: list[str] = []

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "bookings.front.context.studio",
            ],
        },
    },
]
FORM_RENDERER = "django.forms.renderers.TemplatesSetting"
CRISPY_ALLOWED_TEMPLATE_PACKS = "catchlight"
CRISPY_TEMPLATE_PACK = "catchlight"

DATABASES = {
    "default": with_engine_options(
        env.dj_db_url("DATABASE_URL", f"sqlite:///{VAR_DIR / 'db.sqlite3'}", conn_max_age=60)
    )
}

# Where memory runs out the oldest go first; a limit must not be forgotten for want of room.
CACHES = {
    "default": (
        {
            "BACKEND": "django.core.cache.backends.redis.RedisCache",
            "LOCATION": REDIS_URL,
            "OPTIONS": {"socket_timeout": 2, "socket_connect_timeout": 2},
        }
        if REDIS_URL
        else {
            "BACKEND": "django.core.cache.backends.locmem.LocMemCache",
            "OPTIONS": {"MAX_ENTRIES": 50_000},
        }
    )
}

# A task lost with its worker must not matter: rows with due_at and sent_at are the truth,
# and the periodic sweep sends what a lost task left behind.
HUEY = {
    "huey_class": f"studio.queues.{'RedisQueue' if REDIS_URL else 'SqliteQueue'}",
    "name": "catchlight",
    "immediate": False,
    "results": False,
    **({"url": REDIS_URL} if REDIS_URL else {"filename": str(VAR_DIR / "huey.sqlite3")}),
}

AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 10},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.NumericPasswordValidator"},
]

# The only accounts are the staff's.
LOGIN_URL = "admin:login"
LOGIN_REDIRECT_URL = "admin:index"

# A language is offered when every message has its words: add it to COMPLETE_LANGUAGES, and
# tests/studio/test_languages.py holds it to that (docs/translating.md). PREVIEW_LANGUAGES shows
# others on the machine of who translates.
KNOWN_LANGUAGES = [("en", _("English")), ("de", _("German")), ("es", _("Spanish"))]
COMPLETE_LANGUAGES = {"en", "de", "es"}
OFFERED_LANGUAGES = {*COMPLETE_LANGUAGES, *env.list("PREVIEW_LANGUAGES", [])}
LANGUAGES = [language for language in KNOWN_LANGUAGES if language[0] in OFFERED_LANGUAGES]
# The house's own: of letters to staff, and of visitors whose browser asks for none of these.
LANGUAGE_CODE = env.str(
    "LANGUAGE_CODE", "en", validate=validate.OneOf([code for code, _name in LANGUAGES])
)
LANGUAGE_COOKIE_AGE = 365 * 24 * 3600
LANGUAGE_COOKIE_HTTPONLY = True
LANGUAGE_COOKIE_SAMESITE = "Lax"
LOCALE_PATHS = [BASE_DIR / "locale"]
USE_I18N = True
USE_TZ = True
TIME_ZONE = "UTC"

STATIC_URL = "/static/"
STATIC_ROOT = VAR_DIR / "static"
STATICFILES_DIRS = [BASE_DIR / "static"]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {
        "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
        if DEBUG
        else "studio.assets.HashedStorage"
    },
}
MEDIA_ROOT = VAR_DIR / "media"

# Networks, as in `10.1.0.0/16, fd00::/8`, that calendars may be fetched from although they are
# not public: whoever types an address must not be able to make this machine ask its neighbours.
OUTSIDE_CALENDAR_NETWORKS = env.list(
    "OUTSIDE_CALENDAR_NETWORKS", [], subcast=lambda written: ip_network(written.strip())
)

EMAIL_FILE_PATH = str(VAR_DIR / "mail")
EMAIL_BACKEND = "django.core.mail.backends.filebased.EmailBackend"
EMAIL_TIMEOUT = 20
# STARTTLS is spoken where letters are handed in (RFC 6409), TLS from the start on its own port
# (RFC 8314), and plain SMTP between servers.
EMAIL_PORTS = {"smtp": 25, "smtp+tls": 587, "smtp+ssl": 465}
if EMAIL_URL := env.str("EMAIL_URL", ""):
    mail_server = urlsplit(EMAIL_URL)
    if mail_server.scheme not in EMAIL_PORTS or not mail_server.hostname:
        raise ValueError("EMAIL_URL must look like smtp+tls://user:password@host:587")
    EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    EMAIL_HOST = mail_server.hostname
    EMAIL_PORT = mail_server.port or EMAIL_PORTS[mail_server.scheme]
    EMAIL_HOST_USER = unquote(mail_server.username or "")
    EMAIL_HOST_PASSWORD = unquote(mail_server.password or "")
    EMAIL_USE_TLS = mail_server.scheme == "smtp+tls"
    EMAIL_USE_SSL = mail_server.scheme == "smtp+ssl"

SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_HTTPONLY = True
CSRF_FAILURE_VIEW = "studio.errors.csrf_failed"
if HTTPS:
    SECURE_SSL_REDIRECT = True
    # Whoever watches the machine asks it directly, without the proxy.
    SECURE_REDIRECT_EXEMPT = [r"^health/$"]
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    SECURE_HSTS_SECONDS = 31_536_000
    SECURE_HSTS_INCLUDE_SUBDOMAINS = True
    SECURE_HSTS_PRELOAD = True
    SESSION_COOKIE_SECURE = True
    CSRF_COOKIE_SECURE = True
    LANGUAGE_COOKIE_SECURE = True

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF, "data:"],
        "connect-src": [SELF],
        "manifest-src": [SELF],
        "form-action": [SELF],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
    }
}
# The admin's theme evaluates Alpine expressions and sets inline styles; its pages alone are
# served with this looser policy (studio.admin_site).
ADMIN_CONTENT_SECURITY_POLICY = {
    "script-src": [SELF, UNSAFE_INLINE, UNSAFE_EVAL],
    "style-src": [SELF, UNSAFE_INLINE],
    "font-src": [SELF],
}

# How often within so many seconds, from one connection or for one enquiry: three times what an
# office of forty does on its company day, and what a program needs a minute for.
MINUTE, HOUR = 60, 3600
RATES = {
    "start": (120, HOUR),
    "hold": (120, HOUR),
    "hold_of_enquiry": (30, HOUR),
    "message": (40, HOUR),
    "message_of_enquiry": (6, HOUR),
    "wait": (60, HOUR),
    "wait_of_enquiry": (20, HOUR),
    "invite": (60, HOUR),
    "invite_of_enquiry": (20, HOUR),
    "unknown_link": (60, 10 * MINUTE),
}
RATE_LIMITS = RATES if env.bool("RATE_LIMITS", True) else {}  # off for measuring and rehearsing
# How many proxies stand before the site; the visitor's address is read where the first of them
# wrote it. HTTPS says that there is one.
TRUSTED_PROXIES = env.int("TRUSTED_PROXIES", int(HTTPS), validate=validate.Range(min=0))
# Nobody writes a message faster; 0 takes forms at any speed.
FASTEST_FORM_SECONDS = env.float("FASTEST_FORM_SECONDS", 2.0, validate=validate.Range(min=0))

# What a form may carry; far above an honest questionnaire, far below a nuisance.
DATA_UPLOAD_MAX_MEMORY_SIZE = 1_000_000
DATA_UPLOAD_MAX_NUMBER_FIELDS = 500

UNFOLD = {
    "SITE_URL": reverse_lazy("front:home"),
    "SHOW_HISTORY": True,
    "SHOW_VIEW_ON_SITE": False,
    "BORDER_RADIUS": "4px",
    "DASHBOARD_CALLBACK": "bookings.admin.today.today",
    "SIDEBAR": {"navigation": "bookings.admin.sidebar.navigation"},
    "ACCOUNT": {"navigation": "bookings.admin.calendars.account_links"},
    "STYLES": [
        lambda request: static("css/admin-desk.css"),
        lambda request: static("css/admin-lists.css"),
    ],
    "SITE_ICON": lambda request: static("img/favicon.svg"),
    "SITE_FAVICONS": [
        {
            "rel": "icon",
            "type": "image/svg+xml",
            "href": lambda request: static("img/favicon.svg"),
        }
    ],
    "COLORS": {
        "base": {
            "50": "#faf7f2",
            "100": "#f2ede4",
            "200": "#e3dbcd",
            "300": "#cfc4b2",
            "400": "#a2967f",
            "500": "#74695a",
            "600": "#575043",
            "700": "#453f36",
            "800": "#2d2923",
            "900": "#1d1a16",
            "950": "#14120f",
        },
        "primary": {
            "50": "#fbf6ec",
            "100": "#f6e9cc",
            "200": "#edd39b",
            "300": "#e2b765",
            "400": "#d69c3c",
            "500": "#c07f22",
            "600": "#9c621a",
            "700": "#7c4b19",
            "800": "#673e1b",
            "900": "#58351b",
            "950": "#331b0b",
        },
    },
}

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"without_signatures": {"()": "studio.logs.WithoutSignatures"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "without_signatures"}},
    "root": {"handlers": ["console"], "level": env.log_level("LOG_LEVEL", logging.WARNING)},
    # Scanners ask for other hosts all day; their 400 is answer enough.
    "loggers": {"django.security.DisallowedHost": {"handlers": [], "propagate": False}},
}
