"""Whether a client holds an answer already."""

import pytest
from django.test import RequestFactory

from core.etag import etag_of, unchanged

TAG = etag_of("a floor", 3)
STRONG = TAG.removeprefix("W/")


@pytest.mark.parametrize("held", [TAG, f'"other", {TAG}', f'W/"other",{TAG}', STRONG])
def test_who_holds_it_is_told_so_however_the_tag_came_back(held: str) -> None:
    assert unchanged(RequestFactory().get("/", headers={"If-None-Match": held}), TAG)


@pytest.mark.parametrize("held", ["", '"other"', STRONG.strip('"'), f"{TAG}x"])
def test_who_holds_another_is_not(held: str) -> None:
    assert not unchanged(RequestFactory().get("/", headers={"If-None-Match": held}), TAG)
