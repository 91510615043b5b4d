"""The product's own processes at ten in the morning: as a script it is manage.py, for the server the application."""

import sys
from importlib import import_module

from django.core.management import execute_from_command_line

from tests.e2e.clock import set_the_clock

set_the_clock()

if __name__ == "__main__":
    execute_from_command_line(sys.argv)
else:
    application = import_module("config.wsgi").application
