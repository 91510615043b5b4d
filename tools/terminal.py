"""How the commands talk to the person who typed them."""

import signal
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NoReturn

STOPPED = 130
"""The exit status of what Ctrl-C ended."""


class Trouble(RuntimeError):
    """What went wrong and what to do, in one sentence."""


def say(sentence: str) -> None:
    """One line about what is being done."""
    print(f"kyoseki: {sentence}", flush=True)


def give_up(trouble: object) -> NoReturn:
    """Say the one sentence and leave with status 1."""
    print(f"kyoseki: {trouble}", file=sys.stderr, flush=True)
    sys.exit(1)


def stop() -> NoReturn:
    """Leave after Ctrl-C, which asks for no reason."""
    print("\nkyoseki: stopped.", file=sys.stderr, flush=True)
    sys.exit(STOPPED)


def run_to_its_end(command: Sequence[str], *, cwd: Path, env: Mapping[str, str]) -> int:
    """Its exit status. It hears Ctrl-C itself, and this process leaves when it has cleared up after itself."""
    heard: list[int] = []
    before = signal.signal(signal.SIGINT, lambda number, frame: heard.append(number))
    try:
        status = subprocess.run(command, cwd=cwd, env=env, check=False).returncode
    finally:
        signal.signal(signal.SIGINT, before)
    if heard:
        stop()
    return status
