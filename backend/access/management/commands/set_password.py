"""Gives an account a password of its own, or makes a break-glass account."""

import getpass
import sys
from argparse import ArgumentParser
from typing import Any

from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError

from access.services.accounts import set_local_password
from audit.context import acting_as
from people.models import Account
from people.policies.roles import GRANTED, Role


class Command(BaseCommand):
    """`manage.py set_password <username> [--create] [--role it …]`; the password is asked for, or read from a pipe."""

    help = "Sets an account's local password; --create makes an account that belongs to nobody on the roll."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("username")
        parser.add_argument("--create", action="store_true", help="make a break-glass account of that name")
        parser.add_argument("--role", action="append", default=[], choices=[role.value for role in GRANTED])

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            with acting_as(actor_name="set_password"):
                account = set_local_password(
                    username=options["username"],
                    password=_password(),
                    create=options["create"],
                    roles=[Role(role) for role in options["role"]],
                )
        except Account.DoesNotExist as error:
            raise CommandError(f"{error}; --create makes one.") from error
        except ValidationError as error:
            raise CommandError(" ".join(error.messages)) from error
        self.stdout.write(f"{account.username} has a new password; its sessions are ended.")


def _password() -> str:
    if not sys.stdin.isatty():
        return sys.stdin.readline().rstrip("\n")
    password = getpass.getpass("Password: ")
    if getpass.getpass("Again: ") != password:
        raise CommandError("The two are not the same.")
    return password
