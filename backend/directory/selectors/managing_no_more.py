"""Who of those that move stops being the 所属長 of something."""

from directory.policies.roll_changed import RollChanged
from people.selectors.managing import managed_on


def managing_no_more(change: RollChanged) -> set[int]:
    """The moved (ids) who do not manage every department any more that they managed on the day before."""
    before = managed_on(change.moved_ids, change.before)
    if not before:
        return set()
    after = managed_on(change.moved_ids, change.day)
    said = {one.person_id: set(one.manages) for one in change.moved if one.manages is not None}
    return {person for person, managed in before.items() if managed - said.get(person, after.get(person, set()))}
