"""Pages by cursor: every row once, in order, forwards and backwards."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from rest_framework.exceptions import ValidationError
from rest_framework.request import Request
from rest_framework.test import APIRequestFactory

from core.pagination import Page, page_wanted, paged


def page_of(rows: list[int], query: dict[str, str]) -> Page[int]:
    """A page of `rows`, which stand in order, as a request with `query` gets it."""

    def fetch(after, backwards, limit):
        beyond = (lambda row: row < after[0]) if backwards else (lambda row: row > after[0])
        found = rows if after is None else list(filter(beyond, rows))
        return (found[::-1] if backwards else found)[:limit]

    request = Request(APIRequestFactory().get("/", query))
    return paged(page_wanted(request, (int,)), fetch, lambda row: (row,))


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(rows=st.lists(st.integers(0, 500), unique=True).map(sorted), size=st.integers(1, 7))
def test_following_next_reads_every_row_once_and_previous_reads_them_back(rows, size):
    forwards, page = [], page_of(rows, {"page_size": str(size)})
    forwards.append(page)
    while page.next:
        page = page_of(rows, {"page_size": str(size), "cursor": page.next})
        forwards.append(page)
    assert [row for page in forwards for row in page.results] == rows

    backwards = [page]
    while page.previous:
        page = page_of(rows, {"page_size": str(size), "cursor": page.previous})
        backwards.append(page)
    assert [row for page in backwards[::-1] for row in page.results] == rows


def test_the_first_page_has_no_previous_and_the_last_no_next():
    first = page_of([1, 2, 3], {"page_size": "2"})
    last = page_of([1, 2, 3], {"page_size": "2", "cursor": str(first.next)})
    assert (first.previous, last.next) == (None, None)


@pytest.mark.parametrize("key_types", [(str,), (int, int), ()])
def test_a_cursor_of_another_list_is_refused(key_types):
    cursor = str(page_of([1, 2, 3], {"page_size": "1"}).next)
    request = Request(APIRequestFactory().get("/", {"cursor": cursor}))
    with pytest.raises(ValidationError):
        page_wanted(request, key_types)
