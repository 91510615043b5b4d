"""What the server runs: the application with the built screens in front of it."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")

django_application = get_wsgi_application()

from config.screens import with_static_files  # noqa: E402 - needs the settings that the line above set up

application = with_static_files(django_application)
