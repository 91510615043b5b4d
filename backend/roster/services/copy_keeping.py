"""Writing the copy that answers while the database does not."""

import orjson

from core import clock
from roster.models import HeadCount
from roster.selectors.head_counts import count_state, in_city, open_head_counts
from roster.selectors.roster import roster_now
from roster.standby.folder import write_whole
from roster.standby.last_copy import COPY, VERSION, list_file


def keep_copy() -> None:
    """Write the roster and the head counts under way as they are now, in the place of the copy before."""
    copy = {
        "version": VERSION,
        "written_at": in_city(clock.now()),
        "roster": roster_now(),
        "head_counts": [count_state(one) for one in open_head_counts()],
    }
    write_whole(COPY, orjson.dumps(copy))


def keep_list(head_count: HeadCount) -> None:
    """Write the frozen list of a head count into a file of its own."""
    write_whole(list_file(str(head_count.key)), orjson.dumps(count_state(head_count)))
