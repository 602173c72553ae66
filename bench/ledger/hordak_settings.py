"""Settings for django-hordak alone, in processes and a database of its own."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from gyda.site import env

SECRET_KEY = "bench"
INSTALLED_APPS = ["django.contrib.contenttypes", "django.contrib.auth", "mptt", "hordak"]
DATABASES = {
    "default": env.database(env.text("DATABASE_URL"), None)  # type: ignore[arg-type]  # never SQLite
    | {"ENGINE": "django.db.backends.postgresql"}
}
USE_TZ = True
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
DEFAULT_CURRENCY = "GBP"
CURRENCIES = ["GBP"]
