"""One size in a process of its own, over the database of DATABASE_URL: `python -m tests.load.one_size <json>`."""

import json
import sys
from pathlib import Path

import django

django.setup()

from tests.load.measure import measure  # noqa: E402 - models can be imported only after the setup above
from tests.load.sizes import Size  # noqa: E402 - as above
from tests.load.stack import ends_in_order  # noqa: E402 - as above


def main() -> None:
    """Reads what to do from its one argument and writes the figures where that says."""
    ends_in_order()
    told = json.loads(sys.argv[1])
    figures = measure(Size(**told["size"]), Path(told["folder"]), told["seconds"], told["parts"])
    Path(told["into"]).write_text(json.dumps(figures.as_json()))


if __name__ == "__main__":
    main()
