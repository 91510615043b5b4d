"""Settings: the environment goes in, values come out. docs/operations.md explains every variable."""

import os
from pathlib import Path
from typing import Any

from config.logs import logging_settings
from config.settings.calendars import calendar_settings, outbound_settings, sealing_keys
from config.settings.directory import read_directory
from config.settings.environment import Environment
from config.settings.federation import federation_settings
from config.settings.gates import gate_log_settings
from config.settings.mail import mail_settings
from config.settings.mailbox import mailbox_settings
from config.settings.occupancy import occupancy_settings
from config.settings.sign_in import proxy_settings, second_factor_roles

env = Environment(os.environ)

BACKEND = Path(__file__).resolve().parent.parent.parent
ROOT = BACKEND.parent

# Without a database of one's own there is nothing to protect: that is a developer's or a demonstration machine.
MODE = env.choice(
    "KYOSEKI_MODE",
    ("production", "development", "test"),
    "production" if env.given("DATABASE_URL") else "development",
)
PRODUCTION = MODE == "production"
DEMONSTRATION = env.flag("KYOSEKI_DEMONSTRATION")
DEBUG = env.flag("KYOSEKI_DEBUG")

DEVELOPMENT_SECRET = "only-for-development-never-in-production-" + "0" * 24
SECRET_KEY = env.text("KYOSEKI_SECRET_KEY", DEVELOPMENT_SECRET)
SECRET_KEY_FALLBACKS = env.words("KYOSEKI_OLD_SECRET_KEYS")
ALLOWED_HOSTS = env.words("KYOSEKI_ALLOWED_HOSTS")
HTTPS = env.flag("KYOSEKI_HTTPS", default=PRODUCTION)
TRUSTED_PROXIES = env.networks("KYOSEKI_TRUSTED_PROXIES")

if PRODUCTION:
    env.require(env.given("DATABASE_URL"), "DATABASE_URL is missing.")
    env.require(
        SECRET_KEY != DEVELOPMENT_SECRET and len(SECRET_KEY) >= 50,
        "KYOSEKI_SECRET_KEY has to be a secret of your own of at least 50 characters.",
    )
    env.require(not DEBUG, "KYOSEKI_DEBUG may not be on in production.")
    env.require(not DEMONSTRATION, "KYOSEKI_DEMONSTRATION opens known passwords and may not be on in production.")
    env.require(bool(ALLOWED_HOSTS), "KYOSEKI_ALLOWED_HOSTS has to name the host under which people reach Kyoseki.")
    env.require("*" not in ALLOWED_HOSTS, "KYOSEKI_ALLOWED_HOSTS may not be '*' in production.")
else:
    ALLOWED_HOSTS = ALLOWED_HOSTS or ["localhost", "127.0.0.1", "[::1]", "testserver"]

DATABASE = env.database("DATABASE_URL") if env.given("DATABASE_URL") else {}
DATABASES: dict[str, dict[str, Any]] = {
    "default": {
        "ENGINE": "config.postgresql",
        "NAME": "kyoseki",
        **{key: value for key, value in DATABASE.items() if not key.startswith("OPTION_")},
        "CONN_MAX_AGE": None,
        "CONN_HEALTH_CHECKS": True,
        "OPTIONS": {
            # A machine that is gone is noticed within seconds, so that the roster can answer from its last copy.
            "connect_timeout": 5,
            "tcp_user_timeout": 10_000,
            **{key.removeprefix("OPTION_"): value for key, value in DATABASE.items() if key.startswith("OPTION_")},
            "application_name": "kyoseki",
        },
    }
}

INSTALLED_APPS = [
    "django.contrib.contenttypes",
    "django.contrib.auth",
    "django.contrib.postgres",
    "django.contrib.staticfiles",
    "rest_framework",
    "drf_spectacular",
    "drf_spectacular_sidecar",
    "procrastinate.contrib.django",
    "core",
    "audit",
    "people",
    "access",
    "directory",
    "spaces",
    "gates",
    "plans",
    "bookings",
    "telework",
    "series",
    "waitlists",
    "seating",
    "relocation",
    "attendance",
    "displays",
    "roster",
    "calendars",
    "webhooks",
    "occupancy",
    "planning",
    "notifications",
    "demonstration",
    "config",
]

MIDDLEWARE = [
    "config.middleware.RequestMiddleware",
    "config.compression.CompressionMiddleware",
    "roster.standby.pass_giving.RosterPassMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
]

# Sign-in by an identity provider. allauth's own tables stay away: accounts are the directory's.
_federation = federation_settings(env, production=PRODUCTION)
FEDERATION, FEDERATION_WAYS = _federation.providers, _federation.ways
FEDERATION_CA = _federation.authorities
INSTALLED_APPS += _federation.apps
MIDDLEWARE += _federation.middleware
MIGRATION_MODULES: dict[str, None] = {"account": None, "socialaccount": None} if FEDERATION else {}
SOCIALACCOUNT_PROVIDERS = _federation.allauth
SOCIALACCOUNT_ADAPTER = "access.api.federation.adapter.ProviderAdapter"
SOCIALACCOUNT_LOGIN_ON_GET = True
SOCIALACCOUNT_REQUESTS_TIMEOUT = 10
SOCIALACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_ADAPTER = "access.api.federation.adapter.AccountAdapter"
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_LOGIN_METHODS = {"username"}
ACCOUNT_SIGNUP_FIELDS = ["username*"]
ACCOUNT_USER_MODEL_EMAIL_FIELD = None
SESSION_ENGINE = "access.api.federation.store"

ROOT_URLCONF = "config.urls"
WSGI_APPLICATION = "config.wsgi.application"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
AUTH_USER_MODEL = "people.Account"
PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]

TIME_ZONE = "Asia/Tokyo"
USE_TZ = True
LANGUAGE_CODE = "ja"
LANGUAGES = [("ja", "日本語"), ("en", "English")]
# Words live in plain dictionaries beside the code they belong to; Django's catalogues would translate a second time.
USE_I18N = False

TEMPLATES = [{"BACKEND": "django.template.backends.django.DjangoTemplates", "APP_DIRS": True}]
STATIC_URL = "static/"
STATIC_ROOT = Path(env.text("KYOSEKI_STATIC", str(ROOT / "var" / "static")))
SCREENS = Path(env.text("KYOSEKI_SCREENS", str(ROOT / "frontend" / "dist")))

SESSION_COOKIE_NAME = "kyoseki_session"
# config.middleware sends the headers that Django's own two middlewares would.
SILENCED_SYSTEM_CHECKS = ["security.W001", "security.W002"]
SESSION_COOKIE_SECURE = HTTPS
CSRF_COOKIE_SECURE = HTTPS
CSRF_COOKIE_NAME = "kyoseki_csrf"
CSRF_COOKIE_SAMESITE = "Lax"
CSRF_TRUSTED_ORIGINS = env.words("KYOSEKI_TRUSTED_ORIGINS")
CSRF_FAILURE_VIEW = "config.refusals.csrf_failure"

SECOND_FACTOR_ROLES = second_factor_roles(env)
# Minutes without use after which a session ends; 0: never. A test that stops the clock says itself what idle is.
SESSION_IDLE_MINUTES = env.number("KYOSEKI_SESSION_IDLE_MINUTES", 480, most=20_160)
TOKEN_DAYS = env.number("KYOSEKI_TOKEN_DAYS", 365, least=1, most=3650)
TOKEN_REQUESTS_A_MINUTE = env.number("KYOSEKI_TOKEN_REQUESTS", 600, least=1)
PASSWORD_SIGN_IN = env.flag("KYOSEKI_PASSWORD_SIGN_IN", default=True)
PROXY_HEADER, PROXY_ADDRESSES = proxy_settings(env)
PROXY_DOMAINS = env.words("KYOSEKI_PROXY_DOMAINS")
if PROXY_HEADER:
    MIDDLEWARE.insert(1, "access.api.proxy.ProxyHeaderMiddleware")

# The largest body of a request in bytes; an answer says so instead of reading on.
DATA_UPLOAD_MAX_MEMORY_SIZE = env.number("KYOSEKI_LARGEST_BODY", 1_000_000, least=10_000)
OFFER_MINUTES = env.number("KYOSEKI_OFFER_MINUTES", 15, least=1, most=1440)
OFFER_MINUTES_ON_THE_DAY = env.number("KYOSEKI_OFFER_MINUTES_ON_THE_DAY", 10, least=1, most=1440)
# The largest upload of files in bytes: places, drawings.
KYOSEKI_LARGEST_UPLOAD = env.number("KYOSEKI_LARGEST_UPLOAD", 20_000_000, least=100_000)
METRICS_ADDRESSES = env.networks("KYOSEKI_METRICS_ADDRESSES")
METRICS_TOKEN = env.text("KYOSEKI_METRICS_TOKEN")

# Under which address people reach Kyoseki, without a slash at the end: mails and labels point at it.
ADDRESS = env.web_address("KYOSEKI_ADDRESS", "" if PRODUCTION else f"http://localhost:{env.text('PORT', '8000')}")
MAIL = mail_settings(env, address=ADDRESS)
MAIL_DIGEST_HOUR = env.number("KYOSEKI_MAIL_DIGEST_HOUR", 8, most=23)
NOTICES_KEPT_DAYS = env.number("KYOSEKI_NOTICES_KEPT_DAYS", 90, least=1, most=3650)

# The city's directory, and the password of the account that reads it; None where people come from files alone.
DIRECTORY = read_directory(env)
DIRECTORY_PASSWORD = env.text("KYOSEKI_DIRECTORY_PASSWORD")
# For how many days after a planned transfer (人事異動) the directory may still say what was before.
DIRECTORY_TRANSFER_GRACE_DAYS = env.number("KYOSEKI_DIRECTORY_TRANSFER_GRACE_DAYS", 14, least=0, most=90)

# How desks and people are counted, and for how long it is known who they were.
OCCUPANCY = occupancy_settings(env)
# How the gate system writes its log.
GATE_LOG = gate_log_settings(env)

# What the product may speak to beside its own servers, and how calendars are read and written.
OUTBOUND = outbound_settings(env)
CALENDAR = calendar_settings(env, address=ADDRESS)
REPLIES = mailbox_settings(env, outbound=OUTBOUND, sends=MAIL is not None)
CALENDAR_KEYS = sealing_keys(env, production=PRODUCTION, secret=SECRET_KEY, old_secrets=SECRET_KEY_FALLBACKS)

# The last copy of the roster, for when the database is silent, and how long the pass of who may read it then lasts.
ROSTER_COPY = Path(env.text("KYOSEKI_ROSTER_COPY", str(Path(env.text("KYOSEKI_VAR", str(ROOT / "var"))) / "roster")))
ROSTER_PASS_HOURS = env.number("KYOSEKI_ROSTER_PASS_HOURS", 12, least=1, most=72)

REST_FRAMEWORK = {
    "DEFAULT_AUTHENTICATION_CLASSES": [
        "access.api.token_authentication.TokenAuthentication",
        "access.api.authentication.SessionAuthentication",
    ],
    "DEFAULT_THROTTLE_CLASSES": ["access.api.token_authentication.TokenThrottle"],
    "DEFAULT_THROTTLE_RATES": {"token": f"{TOKEN_REQUESTS_A_MINUTE}/min"},
    "DEFAULT_PERMISSION_CLASSES": ["rest_framework.permissions.IsAuthenticated"],
    "DEFAULT_RENDERER_CLASSES": ["core.rendering.OrjsonRenderer"],
    "DEFAULT_PARSER_CLASSES": ["core.parsing.OrjsonParser"],
    "DEFAULT_CONTENT_NEGOTIATION_CLASS": "core.negotiation.OneForm",
    "DEFAULT_SCHEMA_CLASS": "drf_spectacular.openapi.AutoSchema",
    "DEFAULT_PAGINATION_CLASS": None,
    "DEFAULT_FILTER_BACKENDS": [],
    "EXCEPTION_HANDLER": "core.problems.problem_response",
    "TEST_REQUEST_DEFAULT_FORMAT": "json",
    "UNICODE_JSON": True,
}

SPECTACULAR_SETTINGS = {
    "TITLE": "Kyoseki API",
    "DESCRIPTION": "Desks, plans and presence of a city hall. Times are ISO 8601 with offset; a day is the city's day.",
    "VERSION": "1.0.0",
    "OAS_VERSION": "3.1.0",
    "SCHEMA_PATH_PREFIX": "/api/v1",
    "SCHEMA_PATH_PREFIX_TRIM": True,
    "SERVERS": [{"url": "/api/v1"}],
    "SERVE_INCLUDE_SCHEMA": False,
    "SERVE_PERMISSIONS": ["rest_framework.permissions.AllowAny"],
    "SWAGGER_UI_DIST": "SIDECAR",
    "SWAGGER_UI_FAVICON_HREF": "SIDECAR",
    "REDOC_DIST": "SIDECAR",
    "ENUM_NAME_OVERRIDES": {
        "BookingState": "bookings.api.answers.BOOKING_STATES",
        "CalendarLinkKind": "calendars.api.link_answers.LINK_KINDS",
        "CalendarLinkState": "calendars.api.link_answers.LINK_STATES",
        "CalendarTrouble": "calendars.api.link_answers.TROUBLES",
        "FeedKind": "calendars.api.feed_answers.FEED_KINDS",
        "DecidedAs": "telework.api.registration_answers.DECIDED_AS",
        "DeskMode": "spaces.api.answers.DESK_MODES",
        "CopyOutcome": "attendance.api.own_answers.OUTCOMES",
        "DeskState": "bookings.api.answers.DESK_STATES",
        "DirectoryDeed": "directory.api.transfer_shapes.DEEDS",
        "DirectoryRunPurpose": "directory.api.run_shapes.PURPOSES",
        "DirectoryRunState": "directory.api.run_shapes.STATES",
        "DirectorySubject": "directory.api.transfer_shapes.SUBJECTS",
        "DraftMistakeCode": "spaces.api.draft_answers.MISTAKE_CODES",
        "DxfWarningCode": "spaces.api.dxf.DXF_WARNINGS",
        "ImportMistakeCode": "spaces.api.imports.IMPORT_MISTAKES",
        "DisplacementState": "relocation.api.answers.STATES",
        "DisplacedBecause": "relocation.api.answers.BECAUSE",
        "Feature": "spaces.api.answers.FEATURES",
        "GateLogColumn": "gates.api.shapes.COLUMNS",
        "GateLogFileProblem": "gates.api.shapes.FILE_PROBLEMS",
        "GateLogFileState": "gates.api.shapes.FILE_STATES",
        "GateLogLineFault": "gates.api.shapes.LINE_FAULTS",
        "SecondFactor": "access.api.answers.FACTORS",
        "SectionDrawState": "seating.api.answers.DRAW_STATES",
        "TokenScope": "access.api.answers.SCOPES",
        "SignInWay": "access.api.answers.WAYS",
        "MailWhen": "notifications.api.answers.MAIL_WHEN",
        "Part": "bookings.api.answers.PARTS",
        "Place": "attendance.api.answers.PLACES",
        "SuppositionBasis": "planning.api.suppositions.BASES",
        "NeedSource": "planning.api.suppositions.SOURCES",
        "PlacementBasis": "planning.api.placement_answers.BASES",
        "PlacementState": "planning.api.placement_answers.STATES",
        "PlacementBinding": "planning.policies.placing_words.BINDING_KINDS",
        "PlacementWhy": "planning.policies.placing_words.WHY_CODES",
        "PlanSource": "attendance.api.answers.SOURCES",
        "ShiftCode": "attendance.api.answers.SHIFT_CODES",
        "TeleworkForm": "attendance.api.answers.FORMS",
        "TeleworkRuleName": "telework.api.rule_answers.RULES",
        "Strictness": "telework.api.rule_answers.STRICTNESS",
        "TeleworkState": "attendance.api.answers.REQUEST_STATES",
        "TeleworkUnit": "attendance.api.answers.UNITS",
        "OccupancyCoverage": "occupancy.api.report_answers.COVERAGE_SAYS",
        "OccupancySource": "occupancy.api.report_answers.SOURCES",
        "PresenceSource": "occupancy.api.report_answers.PRESENCE_SOURCES",
        "ReportFeature": "occupancy.api.report_answers.FEATURES_OR_NONE",
        "ReportPlaceKind": "occupancy.api.report_answers.PLACE_KINDS",
        "Role": "people.api.answers.ROLES",
        "HeadCountKind": "roster.api.answers.KINDS",
        "RosterSource": "roster.api.answers.SOURCES",
        "SafetyStatus": "roster.api.answers.STATUSES",
        "Standing": "roster.api.answers.STANDINGS",
        "Visibility": "attendance.api.answers.VISIBILITIES",
        "WarnOrRefuse": "telework.api.rule_answers.TOO_FEW",
        "DeliveryState": "webhooks.api.shapes.DELIVERY_STATES",
        "DeliveryTrouble": "webhooks.api.shapes.TROUBLES",
        "WebhookEventKind": "webhooks.api.shapes.KIND_NAMES",
        "WebhookSentKind": "webhooks.api.shapes.SENT_KINDS",
        "WebhookKindGroup": "webhooks.api.shapes.GROUPS",
        "WebhookState": "webhooks.api.shapes.WEBHOOK_STATES",
    },
    "POSTPROCESSING_HOOKS": [
        "drf_spectacular.hooks.postprocess_schema_enums",
        "config.schema.problems_as_problem_json",
        "config.schema.scopes_of_tokens",
    ],
    "ENUM_GENERATE_CHOICE_DESCRIPTION": False,
    "ENUM_ADD_EXPLICIT_BLANK_NULL_CHOICE": True,
    "COMPONENT_SPLIT_REQUEST": False,
}

LOGGING = logging_settings(
    style=env.choice("KYOSEKI_LOG_STYLE", ("json", "text"), "json" if PRODUCTION else "text"),
    level=env.choice("KYOSEKI_LOG_LEVEL", ("DEBUG", "INFO", "WARNING", "ERROR"), "INFO"),
)

env.settle()
