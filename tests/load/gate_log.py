"""A year of gates: millions of lines, taken over by a command, killed and gone on with, and taken over again."""

import gzip
import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from pathlib import Path

from django.db import connection

from core import clock
from people.models import Person
from tests.load.figures import Figures
from tools.server import BACKEND, process_environment

DAYS = 240
GATES_A_FLOOR = 3
FLOORS = 25
UNKNOWN_IN_A_THOUSAND = 5
MEGABYTE_IN_KILOBYTES = 1000
_FIRST_SECOND, _LAST_SECOND = 7 * 3600, 20 * 3600
_EMPTY = "TRUNCATE gates_gatepassage, gates_gatelogfile, gates_gatelogpart, gates_unknowncard, gates_stagedpassage"


def measure_gate_log(lines: int, folder: Path, figures: Figures) -> None:
    """In the hall's database, whose own passages go: other parts bring theirs."""
    path, grown = folder / "gates.csv.gz", folder / "gates-grown.csv"
    numbers = list(Person.objects.order_by("pk").values_list("number", flat=True))
    last = clock.today() - timedelta(days=1)
    _write(path, _lines(numbers, lines, last))
    try:
        _measure(path, lines, figures)
        _measure_growing(grown, _lines(numbers, lines // 100, last + timedelta(days=1)), figures)
    finally:
        path.unlink()
        grown.unlink(missing_ok=True)
        _execute(_EMPTY)


def _measure(path: Path, lines: int, figures: Figures) -> None:
    _execute(_EMPTY)
    before = _interrupted(path)
    seconds, most = _import(path)
    figures.told("gate log, lines", f"{lines:,} ({path.stat().st_size / 1e6:,.0f} MB packed)")
    figures.told("gate log, lines read when it was killed", f"{before:,}")
    figures.told("gate log, gone on with after the kill", f"{seconds:,.0f} s")
    _execute(_EMPTY)
    seconds, most = _import(path)
    figures.most("gate log taken over", seconds, 600, " s")
    figures.most("memory of that import at its peak", most, 500, " MB")
    figures.told("gate log, lines a second", f"{lines / seconds:,.0f}")
    with connection.cursor() as cursor:
        cursor.execute("SELECT read, new + doubles + unknown + future + faulty, new FROM gates_gatelogfile")
        ((read, counted, new),) = cursor.fetchall()
        cursor.execute("SELECT count(*) FROM gates_gatepassage")
        (kept,) = cursor.fetchone()
    whole = read == counted == lines and new == kept
    figures.told("gate log, lines lost or kept twice", "0" if whole else f"{lines - counted}, {kept - new}", "0", whole)
    seconds, _ = _import(path)
    figures.most("the same gate log again", seconds, 15, " s", digits=1)


def _measure_growing(path: Path, lines: Iterator[str], figures: Figures) -> None:
    """A file of a day that comes again with more at its end."""
    every = list(lines)
    path.write_text("".join(every[: len(every) * 9 // 10]), "utf-8")
    _import(path)
    path.write_text("".join(every), "utf-8")
    seconds, _ = _import(path)
    figures.told(f"a gate log of {len(every):,} lines with a tenth more at its end", f"{seconds:.1f} s")


def _interrupted(path: Path) -> int:
    """Begin, kill the process half-way, and answer how many lines it had read."""
    process = subprocess.Popen(_command(path), env=process_environment(), stdout=subprocess.DEVNULL)
    reached = 0
    while process.poll() is None and not reached:
        time.sleep(0.5)
        with connection.cursor() as cursor:
            cursor.execute("SELECT coalesce(max(line), 0) FROM gates_gatelogfile WHERE read_bytes > size / 3")
            (reached,) = cursor.fetchone()
    process.send_signal(signal.SIGKILL)
    process.wait()
    return int(reached)


def _import(path: Path) -> tuple[float, float]:
    """Seconds that the command took, its start among them, and megabytes that it held at most."""
    began = time.monotonic()
    process = subprocess.Popen(_command(path), env=process_environment(), stdout=subprocess.DEVNULL)
    _pid, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        raise subprocess.CalledProcessError(process.returncode, _command(path))
    return time.monotonic() - began, used.ru_maxrss / MEGABYTE_IN_KILOBYTES


def _command(path: Path) -> list[str]:
    return [sys.executable, str(BACKEND / "manage.py"), "import_gate_log", str(path)]


def _write(path: Path, lines: Iterator[str]) -> None:
    with gzip.open(path, "wt", encoding="utf-8", compresslevel=1) as file:
        file.writelines(lines)


def _lines(numbers: Sequence[str], count: int, last: date) -> Iterator[str]:
    """A header, then `count` passages over the DAYS before `last`, in the order of time; the same ones every time."""
    chance = random.Random(count)
    days = min(DAYS, count)
    yield "日時,職員番号,ゲート,入退\r\n"
    for number in range(days):
        day = f"{last - timedelta(days=days - 1 - number):%Y/%m/%d}"
        of_day = count // days + (number < count % days)
        for second in sorted(chance.choices(range(_FIRST_SECOND, _LAST_SECOND), k=of_day)):
            unknown = chance.random() * 1000 < UNKNOWN_IN_A_THOUSAND
            card = f"9{chance.randrange(500):05}" if unknown else chance.choice(numbers)
            gate = f"G{chance.randrange(FLOORS) + 1:02}-{chance.randrange(GATES_A_FLOOR) + 1}"
            time_of_day = f"{second // 3600:02}:{second // 60 % 60:02}:{second % 60:02}"
            yield f"{day} {time_of_day},{card},{gate},{'入' if chance.random() < 0.5 else '退'}\r\n"


def _execute(statement: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(statement)
