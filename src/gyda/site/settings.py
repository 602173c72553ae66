"""All settings, in one file; docs/deploy.md names every variable."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import secrets
import sys
import tempfile
from pathlib import Path
from urllib.parse import urlsplit

from csp.constants import NONE, SELF

from gyda.site import env

ROOT = Path(__file__).resolve().parents[3]
VAR = Path(env.text("GYDA_VAR", str(ROOT / "var")))
VAR.mkdir(mode=0o700, parents=True, exist_ok=True)  # other users of the machine: keep out
TESTING = "pytest" in sys.modules

ORIGIN = env.text("GYDA_ORIGIN", "http://127.0.0.1:8000")  # where people reach the site
HTTPS = ORIGIN.startswith("https://")
DEBUG = env.flag("GYDA_DEBUG")
CONTACT = env.text("GYDA_CONTACT")  # where people reach whoever runs the site
SOURCE = env.text("GYDA_SOURCE")  # where the source code of this site can be had
DEMO = env.flag("GYDA_DEMO")  # demo people and one-click sign-in; never where real people are


def _secret_key() -> str:
    """Return the key from the environment, or one made at the first start and kept."""
    path = VAR / "secret-key"
    if not path.exists():
        path.touch(mode=0o600)
        path.write_text(secrets.token_urlsafe(50), encoding="utf-8")
    return env.text("GYDA_SECRET_KEY") or path.read_text(encoding="utf-8")


SECRET_KEY = _secret_key()
SECRET_KEY_FALLBACKS = env.text("GYDA_SECRET_KEY_BEFORE").split()
ALLOWED_HOSTS = [urlsplit(ORIGIN).hostname or "127.0.0.1", "127.0.0.1", "localhost"]
if TESTING:
    ALLOWED_HOSTS = ["*"]
CSRF_TRUSTED_ORIGINS = [ORIGIN]

INSTALLED_APPS = [
    "gyda.keys",
    "gyda.web",
    "gyda.journal",
    "gyda.letters",
    "gyda.people",
    "gyda.ledger",
    "gyda.referral",
    "gyda.safeguarding",
    "gyda.initiatives",
    "gyda.answers",
    "gyda.heard",
    "gyda.design",
    "gyda.need",
    "gyda.decide",
    "gyda.deliver",
    "gyda.moving",
    "gyda.between",
    "gyda.site",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "csp",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.forms",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "csp.middleware.CSPMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.middleware.gzip.GZipMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "gyda.web.middleware.not_kept",
    "gyda.web.middleware.readable",
    "gyda.web.middleware.bounded",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "gyda.people.middleware.HubMiddleware",
    "gyda.site.errors.plain_words",
]

CSRF_FAILURE_VIEW = "gyda.site.errors.csrf_failure"
ROOT_URLCONF = "gyda.site.urls"
WSGI_APPLICATION = "gyda.site.wsgi.application"
FORM_RENDERER = "gyda.web.forms.Renderer"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.template.context_processors.i18n",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "gyda.web.context.languages",
                "gyda.site.context.navigation",
            ],
        },
    }
]

DATABASES = {"default": env.database(env.text("DATABASE_URL"), VAR)}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

AUTH_USER_MODEL = "people.Person"
AUTHENTICATION_BACKENDS = ["gyda.people.backend.PersonBackend"]
LOGIN_URL, LOGIN_REDIRECT_URL, LOGOUT_REDIRECT_URL = "account_login", "front", "front"
# PINs only: cards have few digits, so they are hashed slowly and locked after five tries.
PASSWORD_HASHERS = ["django.contrib.auth.hashers.ScryptPasswordHasher"]
if TESTING:
    PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
# Sign-in, through allauth: its passkeys, its counting of tries, its safe redirects; no password.
ACCOUNT_ADAPTER = "gyda.people.adapter.AccountAdapter"
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*"]
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_RATE_LIMITS = {
    "ask_code": "30/15m/ip,5/15m/key,20/d/key",  # key: the e-mail address or phone number
    "try_code": "60/15m/ip",
    "send_sms": "300/h/key",  # key: the whole site, so that nobody runs up its bill
    "try_card": "30/15m/ip",
    "try_invitation": "30/15m/ip",
    "refer": "40/d/key",  # key: who refers; each one is a letter
    "try_referral": "60/15m/ip",
    "try_code_across": "20/15m/key",  # codes of people in other hubs; key: who acts
    "try_reference": "30/15m/ip",
    "try_signature": "30/15m/ip",
    "sign_letter": "20/15m/ip",
    "try_answer": "30/15m/ip",
    "tell_concern": "20/h/ip",  # each one is a letter to every lead
    "try_note": "60/15m/key",  # key: who acts
    "try_pile": "30/15m/key",  # piles of notes; each ends at the fifth code that nobody signed
    "join": "5/15m/key",  # key: the person; each one is a letter to every connector
    "answer_first": "600/h/ip",  # the first answer of each browser; a full hall is one network
    "say": "20/h/key",  # key: who says something in a conversation
    "say_here": "60/h/ip",
    "try_join": "600/15m/ip",
    "propose": "40/15m/key",  # key: who acts; each one is a letter, or a text message that costs
}
MFA_ADAPTER = "gyda.people.adapter.PasskeyAdapter"
MFA_SUPPORTED_TYPES = ["webauthn"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_WEBAUTHN_USER_VERIFICATION = "required"
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = not HTTPS
MFA_FORMS = {
    "add_webauthn": "gyda.people.forms.passkeys.AddPasskeyForm",
    "login_webauthn": "gyda.people.forms.passkeys.PasskeyForm",
}
CACHES = {  # shared by all processes, so that tries are counted once
    "default": {
        "BACKEND": "django.core.cache.backends.db.DatabaseCache",
        "LOCATION": "gyda_cache",
        "OPTIONS": {"MAX_ENTRIES": 100_000},
    }
}

LANGUAGE_CODE = "cy"
LANGUAGES = [("cy", "Cymraeg"), ("en", "English")]
LOCALE_PATHS = [ROOT / "locale"]
TIME_ZONE = "Europe/London"
USE_TZ = True

EMAIL = env.email(env.text("EMAIL_URL", "console://"))
EMAIL_BACKEND = EMAIL["backend"]
EMAIL_HOST, EMAIL_PORT = EMAIL["host"], EMAIL["port"]
EMAIL_HOST_USER, EMAIL_HOST_PASSWORD = EMAIL["user"], EMAIL["password"]
EMAIL_USE_TLS, EMAIL_USE_SSL = EMAIL["tls"], EMAIL["ssl"]
EMAIL_TIMEOUT = 20
DEFAULT_FROM_EMAIL = env.text("EMAIL_FROM", f"Gyda <gyda@{urlsplit(ORIGIN).hostname}>")
SMS_BACKEND = "gyda.letters.sms." + ("memory" if TESTING else "console")
if env.text("NOTIFY_SMS_TEMPLATE"):
    SMS_BACKEND = "gyda.letters.notify.send_sms"
SMS_COST_TENTHS = env.whole("SMS_COST_TENTHS", 29)  # tenths of a penny a part: 2.4p and VAT
NOTIFY_URL = env.text("NOTIFY_URL", "https://api.notifications.service.gov.uk")
NOTIFY_KEY = env.text("NOTIFY_KEY")
NOTIFY_EMAIL_TEMPLATE = env.text("NOTIFY_EMAIL_TEMPLATE")
NOTIFY_SMS_TEMPLATE = env.text("NOTIFY_SMS_TEMPLATE")

BOARD_SECONDS = 0.0 if TESTING else 1.0  # how old tallies may be when a statement is chosen

STATIC_URL = "/static/"
STATIC_ROOT = Path(env.text("GYDA_STATIC", str(ROOT / "build" / "static")))
STATIC_ROOT.mkdir(parents=True, exist_ok=True)
MEDIA_ROOT = VAR / "media"
OPEN_DATA = VAR / "open-data"  # one file a hub, made anew each day by `gyda tick`
BALLOT_KEYS = Path(env.text("GYDA_BALLOT_KEYS", str(VAR / "ballot-keys")))  # in no backup
if TESTING:
    BALLOT_KEYS = Path(tempfile.gettempdir()) / "gyda-tests" / "ballot-keys"
    OPEN_DATA = Path(tempfile.gettempdir()) / "gyda-tests" / "open-data"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {
        "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
        if TESTING
        else "whitenoise.storage.CompressedManifestStaticFilesStorage"
    },
}

SESSION_ENGINE = "gyda.people.sessions"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = LANGUAGE_COOKIE_SECURE = HTTPS
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Lax"
SECURE_SSL_REDIRECT = HTTPS
SECURE_REDIRECT_EXEMPT = ["^health$"]  # asked by the machine itself, over plain loopback
SECURE_HSTS_SECONDS = 31_536_000 if HTTPS else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE_HSTS_PRELOAD = HTTPS
if env.flag("GYDA_PROXY"):  # a reverse proxy on this machine ends TLS and sets these headers
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    ALLAUTH_TRUSTED_PROXY_COUNT = 1
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF, "data:"],
        "font-src": [SELF],
        "connect-src": [SELF],
        "form-action": [SELF],
        "manifest-src": [SELF],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
    }
}
