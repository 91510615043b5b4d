"""`make bench`, or `make bench BENCH="--size small --seconds 5"`: measure, print, and with --write keep the figures.

Makes its data in a folder of its own (KYOSEKI_BENCH, else var/bench) and keeps it for the day; --fresh makes it anew.
"""

import argparse
import json
import os
import shutil
import sys
from dataclasses import asdict, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

from tests.load.document import comparison, write_document
from tests.load.figures import Figures, table
from tests.load.sizes import KEPT, PARTS, SIZES, Size
from tests.load.stack import database, ends_in_order, running
from tests.load.wrk import wrk_missing
from tools.postgres import PostgresTrouble, var_folder
from tools.terminal import Trouble, give_up

TOKYO = timedelta(hours=9)
BOTH = ("small", "city")


def main() -> None:
    """Measure each size in a process of its own, print the table, and write it down if asked to."""
    options = _options()
    ends_in_order()
    if missing := wrk_missing():
        give_up(missing)
    try:
        every = [_measure(_size(name, options), options) for name in ([options.size] if options.size else BOTH)]
    except (Trouble, PostgresTrouble) as trouble:
        give_up(trouble)
    ratios = comparison(*every) if len(every) == len(BOTH) else None
    for line in [*table(every), "", *(table([ratios]) if ratios else [])]:
        sys.stdout.write(line + "\n")
    if options.write:
        write_document(every, ratios, options.seconds)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="make bench", description=__doc__)
    parser.add_argument("--size", choices=sorted(SIZES), help="default: small, then city")
    parser.add_argument("--people", type=int, help="instead of the size's own")
    parser.add_argument("--desks", type=int, help="instead of the size's own; whole floors of 200")
    parser.add_argument("--bookings", type=int, help="instead of the size's own")
    parser.add_argument("--gate-lines", type=int, help="instead of the size's own: lines of the gate log")
    parser.add_argument("--seconds", type=int, default=10, help="how long each read is measured (default 10)")
    parser.add_argument("--parts", nargs="+", choices=PARTS, default=PARTS, help="default: all")
    parser.add_argument("--fresh", action="store_true", help="make the data anew")
    parser.add_argument("--write", action="store_true", help="write docs/benchmarks.md")
    return parser.parse_args()


def _size(name: str, options: argparse.Namespace) -> Size:
    given = {
        field: value
        for field in ("people", "desks", "bookings", "gate_lines")
        if (value := getattr(options, field)) is not None
    }
    return replace(SIZES[name], **given)


def _measure(size: Size, options: argparse.Namespace) -> Figures:
    bench = Path(os.environ.get("KYOSEKI_BENCH") or var_folder() / "bench")
    folder = bench / f"{size.name}-{size.people}-{size.desks}-{size.bookings}-{(datetime.now(UTC) + TOKYO).date()}"
    if options.fresh or not (folder / KEPT).exists():
        for old in bench.glob(f"{size.name}-*"):
            shutil.rmtree(old)
    folder.mkdir(parents=True, exist_ok=True)
    into = folder / "figures.json"
    into.unlink(missing_ok=True)
    told = {
        "size": asdict(size),
        "folder": str(folder),
        "seconds": options.seconds,
        "parts": options.parts,
        "into": str(into),
    }
    with database(folder), running([sys.executable, "-m", "tests.load.one_size", json.dumps(told)]) as measuring:
        measuring.wait()
    if not into.exists():
        raise Trouble(f"The {size.name} size could not be measured; the reason stands above.")
    return Figures.of_json(json.loads(into.read_text()))


if __name__ == "__main__":
    main()
