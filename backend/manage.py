#!/usr/bin/env python3
"""Django's commands; with DATABASE_URL unset they use the embedded PostgreSQL in var/."""

import os
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from django.core.exceptions import ImproperlyConfigured  # noqa: E402 - the path above comes first
from django.core.management import execute_from_command_line  # noqa: E402 - the path above comes first

from tools.postgres import embedded_unless_given  # noqa: E402 - the path above comes first
from tools.terminal import Trouble, give_up  # noqa: E402 - the path above comes first


def main() -> None:
    """Run one command, with a database."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
    try:
        with embedded_unless_given():
            execute_from_command_line(sys.argv)
    except (Trouble, ImproperlyConfigured) as trouble:
        give_up(trouble)


if __name__ == "__main__":
    main()
