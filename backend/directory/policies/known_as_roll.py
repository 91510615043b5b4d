"""What is known, in the words in which a directory would say it."""

from directory.policies.known import KnownRoll
from directory.source import DirectoryPost, Roll


def as_roll(known: KnownRoll) -> Roll:
    """Departments that there are, and the people of a directory who are on the roll, with their concurrent posts.

    Posts that follow from a title are no concurrent ones (they manage); who has no department is in department "".
    """
    here = [one for one in known.people if one.listed and not one.left]
    posts = [
        DirectoryPost(one.entry.id, post.department)
        for one in here
        for post in one.posts
        if not post.main and not post.manages
    ]
    return Roll(
        tuple(one.entry for one in known.departments if not one.ended),
        tuple(sorted((one.entry for one in here), key=lambda entry: entry.id)),
        tuple(sorted(posts, key=lambda post: (post.person, post.department))),
    )


def numbers_of_leavers(known: KnownRoll) -> set[str]:
    """The staff numbers of people who are on record and have left."""
    return {one.entry.number for one in known.people if one.left}
