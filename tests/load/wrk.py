"""Many reads at once, by wrk."""

import os
import resource
import shutil
import subprocess
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from tests.load.session_keys import session_key
from tools.terminal import Trouble

LUA = Path(__file__).with_name("reads.lua")
AS_BROWSERS_DO = "gzip, deflate, br"


@dataclass(frozen=True, slots=True)
class Read:
    """One person reads one address below `below`; with `etag` the client has an answer already."""

    person_id: int
    path: str
    etag: str = ""
    below: str = "/api/v1"


@dataclass(frozen=True, slots=True)
class ReadFigures:
    """What wrk counted; latencies in milliseconds, `seconds` of processor time that it took itself.

    `wrong` are broken reads and answers of another status: 304 where the client has each answer already, else 200.
    """

    answers: int
    rate: float
    p50: float
    p95: float
    p99: float
    wrong: int
    seconds: float


def wrk_missing() -> str | None:
    """Why the load cannot be made, or None."""
    return None if shutil.which("wrk") else "wrk is missing: apt-get install wrk"


def read_repeatedly(
    port: int, reads: Sequence[Read], *, clients: int, seconds: int, encoding: str = AS_BROWSERS_DO
) -> ReadFigures:
    """Send `reads` round and round over `clients` connections for `seconds`."""
    status = 304 if all(read.etag for read in reads) else 200
    told = {"BENCH_ENCODING": encoding, "BENCH_STATUS": str(status)}
    before = _spent()
    with tempfile.NamedTemporaryFile("w", suffix=".tsv", encoding="utf-8") as requests:
        for read in reads:
            requests.write(f"{read.below}{read.path}\tkyoseki_session={session_key(read.person_id)}\t{read.etag}\n")
        requests.flush()
        done = subprocess.run(
            ["wrk", "-t1", f"-c{clients}", f"-d{seconds}s", "-s", str(LUA), f"http://127.0.0.1:{port}"],
            env={**os.environ, "BENCH_REQUESTS": requests.name, **told},
            capture_output=True, text=True, check=True,
        )  # fmt: skip
    line = next((line for line in done.stdout.splitlines() if line.startswith("BENCH ")), None)
    if line is None:
        raise Trouble(f"wrk said nothing to count: {done.stdout} {done.stderr}")
    count, microseconds, p50, p95, p99, wrong, broken = map(int, line.split()[1:])
    return ReadFigures(
        answers=count,
        rate=count / microseconds * 1e6,
        p50=p50 / 1000,
        p95=p95 / 1000,
        p99=p99 / 1000,
        wrong=wrong + broken,
        seconds=_spent() - before,
    )


def _spent() -> float:
    """Processor time of the programs that this process has started and waited for, in seconds."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime
