"""Rows of counts, added up where several belong together."""

import numpy as np
from numpy.typing import NDArray


def added_up(rows: NDArray[np.int64], keys: NDArray[np.int64], number: int) -> NDArray[np.int64]:
    """`rows` (rows by slots) added up by keys of 0 up to `number`: a row for each key, zeros where it has none."""
    found = np.zeros((number, *rows.shape[1:]), dtype=np.int64)
    if not len(keys):
        return found
    order = np.argsort(keys, kind="stable")
    of_rows = keys[order]
    starts = np.flatnonzero(np.diff(of_rows, prepend=-1))
    found[of_rows[starts]] = np.add.reduceat(rows[order], starts, axis=0)
    return found
