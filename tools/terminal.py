"""How the commands talk to the person who typed them."""

import sys
from typing import NoReturn


class Trouble(RuntimeError):
    """What went wrong and what to do, in one sentence."""


def say(sentence: str) -> None:
    """One line about what is being done."""
    print(f"kyoseki: {sentence}", flush=True)


def give_up(trouble: object) -> NoReturn:
    """Say the one sentence and leave with status 1."""
    print(f"kyoseki: {trouble}", file=sys.stderr, flush=True)
    sys.exit(1)
