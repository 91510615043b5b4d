"""Rows of counts, added up by key, against numpy's own slow way."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from occupancy.policies.adding import added_up


@given(st.lists(st.tuples(st.integers(0, 6), st.lists(st.integers(0, 9), min_size=3, max_size=3)), max_size=30))
def test_rows_are_added_up_by_their_keys(pairs):
    keys = np.array([key for key, _ in pairs], dtype=np.int64)
    rows = np.array([row for _, row in pairs], dtype=np.int64).reshape(len(pairs), 3)
    slowly = np.zeros((7, 3), dtype=np.int64)
    np.add.at(slowly, keys, rows)
    assert (added_up(rows, keys, 7) == slowly).all()
    assert (added_up(rows[:, 0], keys, 7) == slowly[:, 0]).all()
