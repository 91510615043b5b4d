"""HR takes the terminals' log over: with a mistake in it nothing, mended the whole file, and no line twice."""

import re
from collections.abc import Callable
from functools import partial
from typing import Any

import pytest
from playwright.sync_api import expect

from tests.e2e.looking import is_clean
from tests.e2e.person import Person

pytestmark = [pytest.mark.browser, pytest.mark.slow]

HEADER = "職員番号,ログオン,ログオフ,端末"
LINE = "010334,2026/10/01 08:34,2026/10/01 17:20,PC-1"


@pytest.fixture
def hr(arrives_as: Callable[..., Person]) -> Callable[..., Person]:
    """`hr(width=360)` is somebody of personnel, at a browser."""
    return partial(arrives_as, "hr")


def _file(*lines: str) -> Any:
    return {"name": "log.csv", "mimeType": "text/csv", "buffer": "\n".join([HEADER, *lines]).encode()}


def test_the_terminals_log_is_taken_over_whole_or_not_at_all(hr: Callable[..., Person]) -> None:
    page = hr(width=360, height=740).page
    page.goto("/record")
    page.get_by_role("link", name="端末ログの取込").click()
    expect(page.get_by_role("heading", name="端末ログの取込")).to_be_focused()
    chooser = page.get_by_label(re.compile("ファイルを"))
    chooser.set_input_files(_file(LINE, "999999,2026/10/01 08:34,2026/10/01 17:20,PC-1"))
    expect(page.get_by_role("alert")).to_contain_text("3行目")
    expect(page.get_by_role("alert")).to_contain_text("まだ何も取り込んでいません")
    is_clean(page)
    chooser.set_input_files(_file(LINE))
    expect(page.get_by_text("1行のうち、新しい記録は1件、取込済みの記録は0件でした。")).to_be_visible()
    chooser.set_input_files(_file(LINE))
    expect(page.get_by_text("1行のうち、新しい記録は0件、取込済みの記録は1件でした。")).to_be_visible()
    is_clean(page)
