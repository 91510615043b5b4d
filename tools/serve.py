"""What the image runs: `python -m tools.serve` is the server, `python -m tools.serve worker` the background jobs,
`python -m tools.serve outside` those that speak to calendars and other servers elsewhere, and `python -m tools.serve
heavy` those that compute for long.

The process becomes the program it names, so a stop signal reaches it directly.
"""

import os
import shutil
import sys
from pathlib import Path

from tools.server import process_environment, server_command, worker_command
from tools.terminal import give_up


def main() -> None:
    """Does not return."""
    match sys.argv[1:]:
        case []:
            _empty_metrics()
            command = server_command(host=os.environ.get("HOST") or "0.0.0.0", port=int(os.environ.get("PORT") or 8000))  # noqa: S104 - inside a container, which publishes what it wants
        case ["worker"]:
            command = worker_command()
        case [("outside" | "heavy") as which]:
            command = worker_command(which)
        case _:
            give_up("say nothing for the server, or `worker`, `outside` or `heavy`.")
    os.execvpe(command[0], command, process_environment())  # noqa: S606 - our own program, and no shell is wanted


def _empty_metrics() -> None:
    """Figures of processes that are gone would be counted again."""
    if folder := os.environ.get("PROMETHEUS_MULTIPROC_DIR"):
        shutil.rmtree(folder, ignore_errors=True)
        Path(folder).mkdir(parents=True)


if __name__ == "__main__":
    main()
