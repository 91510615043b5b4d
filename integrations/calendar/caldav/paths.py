"""How servers write where something lies, and how we do: a path, each octet encoded one way alone."""

import hashlib
import re
from urllib.parse import quote, unquote_to_bytes, urlsplit

_PLAIN = "!$&'()*+,;=:@-._~"
_NAMED = re.compile(r"[A-Za-z0-9@._-]{1,180}")


def path_of(href: str) -> str:
    """The path of an href, so that the same thing has the same path however a server writes it.

    A host in it does not count: behind a reverse proxy it is often one that nobody outside knows, and a password goes
    nowhere but where its owner said.
    """
    return "/".join(quote(unquote_to_bytes(part), safe=_PLAIN) for part in urlsplit(href.strip()).path.split("/"))


def is_within(path: str, collection: str) -> bool:
    """Whether a path is that of a file directly in a collection."""
    folder = collection.rstrip("/") + "/"
    return path.startswith(folder) and "/" not in path[len(folder) :] and len(path) > len(folder)


def same_place(one: str, other: str) -> bool:
    """Whether two paths are the same collection: the slash at the end is written by some and not by others."""
    return one.rstrip("/") == other.rstrip("/")


def file_name(uid: str) -> str:
    """What the file of an event is called: always the same, so that writing it a second time finds it."""
    if _NAMED.fullmatch(uid):
        return f"{uid.replace('@', '-')}.ics"
    return f"{hashlib.sha256(uid.encode()).hexdigest()}.ics"
