"""docs/webhooks.md knows every event that may leave and each of its members, and the screens have words for each."""

import hashlib
import hmac
import json
import re
import time
from pathlib import Path
from typing import Any

import pytest

from integrations.webhooks.signing import signature
from webhooks.policies.kinds import EVENTS, KINDS, PING
from webhooks.policies.states import DeliveryTrouble
from webhooks.policies.trying import GIVEN_UP_AFTER, KEPT_DAYS, OLD_SECRET_HOURS, WAITS_MINUTES

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "webhooks.md").read_text("utf-8")
ROWS = re.findall(r"^\| `([a-z_]+\.[a-z_]+)` \| [^|]+ \| ([^|]+) \| ([^|]+) \|$", PAGE, re.MULTILINE)
PRIVATE = {"name", "note", "comment", "reason", "because", "contact", "tasks", "person", "people", "approvers"}


def test_the_page_lists_every_kind_with_its_members():
    listed = {name: (tuple(re.findall(r"`(\w+)`", members)), before == "`before`") for name, members, before in ROWS}
    assert listed == {kind.name: (kind.members, bool(kind.before)) for kind in KINDS}


def test_what_was_is_told_in_the_members_of_what_is():
    assert [kind.name for kind in KINDS if kind.before not in ((), kind.members)] == []


def test_no_name_note_or_reason_is_among_the_members():
    assert {member for kind in KINDS for member in kind.members} & PRIVATE == set()


@pytest.mark.parametrize("language", ["ja", "en"])
def test_the_screens_have_words_for_kinds_and_troubles(language):
    words = json.loads((ROOT / "frontend" / "src" / "locales" / language / "webhooks.json").read_text("utf-8"))
    assert set(words["kinds"]) == {name.replace(".", "_") for name in {*EVENTS, PING}}
    assert set(words["trouble"]) == {trouble.value for trouble in DeliveryTrouble}


def test_the_lines_of_the_page_accept_what_we_sign():
    (lines,) = re.findall(r"```python\n(.*?)```", PAGE, re.DOTALL)
    names: dict[str, Any] = {"hmac": hmac, "hashlib": hashlib, "time": time}
    exec(lines, names)  # noqa: S102 - the page's own example
    now, body = int(time.time()), b'{"id":1}'
    header = signature(["whsec_new", "whsec_old"], timestamp=now, body=body)
    is_genuine = names["is_genuine"]
    assert [is_genuine(secret, header, body) for secret in ("whsec_new", "whsec_old", "whsec_other")] == [
        True,
        True,
        False,
    ]
    assert not is_genuine("whsec_new", header, body + b" ")
    assert not is_genuine("whsec_new", signature(["whsec_new"], timestamp=now - 301, body=body), body)


def test_the_page_says_how_long():
    assert WAITS_MINUTES == (1, 5, 30, 120, 360, 720)
    assert "after 1, 5 and 30 minutes, 2, 6 and 12 hours" in PAGE
    assert (GIVEN_UP_AFTER.days, KEPT_DAYS, OLD_SECRET_HOURS) == (3, 30, 24)
