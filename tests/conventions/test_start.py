"""What a process does not load when it starts: it is there in many copies, and needs these libraries seldom."""

import os
import subprocess
import sys
from pathlib import Path

SELDOM = ("ezdxf", "openpyxl", "ortools", "pandas", "PIL", "reportlab", "scipy")
"""Used by modules that are loaded later (core/later.py) or by name."""
REPOSITORY = Path(__file__).parents[2]
_STARTED = """
import sys
import django
django.setup()
from django.urls import get_resolver
get_resolver().url_patterns
print(" ".join(sorted({module.partition(".")[0] for module in sys.modules})))
"""


def test_a_process_starts_without_what_it_seldom_needs() -> None:
    loaded = subprocess.run(
        [sys.executable, "-c", _STARTED],
        env={**os.environ, "PYTHONPATH": f"{REPOSITORY / 'backend'}:{REPOSITORY}"},
        stdout=subprocess.PIPE,
        text=True,
        check=True,
    ).stdout.split()
    assert "numpy" in loaded  # of the reports, so that nothing is looked for where nothing is found
    assert [name for name in SELDOM if name in loaded] == []
