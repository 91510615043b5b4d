"""Codes as people type them."""

import pytest

from spaces.policies.desk_code import desk_code_key


@pytest.mark.parametrize(
    ("typed", "key"),
    [
        ("06E-016", "6E16"),
        ("06e16", "6E16"),
        ("6E-016", "6E16"),
        ("６ｅ－０１６", "6E16"),
        (" 06E 016 ", "6E16"),
        ("06E-000", "6E0"),
        ("1-11", "1-11"),
        ("11-1", "11-1"),
        ("111", "111"),
        ("南-3", "南3"),
        ("---", ""),
        ("", ""),
        ("\x00\ud800", ""),
    ],
)
def test_a_desk_code_means_the_same_however_it_is_typed(typed: str, key: str) -> None:
    assert desk_code_key(typed) == key
