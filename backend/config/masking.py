"""What opens something by itself stands in no log: the keys in the addresses of displays and feeds."""

import re

# `/api/v1/calendar/…` are operations and no addresses of feeds.
_KEYS = re.compile(r"""(/displays?/|(?<!/v1)/calendar/)[^/\s"'?]+""")


def without_secrets(text: str) -> str:
    """`text` with `…` for the key of every such address in it."""
    return _KEYS.sub(r"\1…", text)
