"""Seconds that each of so many binds takes, as JSON: `python -m tests.load.binding <how many>`."""

import json
import sys
import time

import django

django.setup()

from access.policies.ways import Way  # noqa: E402 - models can be imported only after the setup above
from access.sign_in import who_vouches  # noqa: E402 - as above
from people.models import Account  # noqa: E402 - as above


def main() -> None:
    """The accounts have no password here, so what is measured is the directory's answer and nothing else."""
    accounts = list(Account.objects.select_related("person").order_by("pk")[: int(sys.argv[1]) + 1])
    took = []
    for account in accounts:
        began = time.perf_counter()
        way = who_vouches(account, username=account.username, password="kyoseki")
        took.append(time.perf_counter() - began)
        assert way is Way.DIRECTORY
    sys.stdout.write(json.dumps(took[1:]) + "\n")  # the first one loads what the others find loaded


if __name__ == "__main__":
    main()
