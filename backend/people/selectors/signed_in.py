"""Who sent a request, as every view is told."""

from dataclasses import dataclass

from people.models import Account
from people.policies.roles import Role
from people.policies.visibility import Viewer


@dataclass(frozen=True, slots=True)
class SignedIn:
    """Who asks: `account` has its person and the person its department at hand.

    `session_digest` is that of the browser's session; empty for a program, whose token has the `scopes`.
    """

    account: Account
    viewer: Viewer
    session_digest: str
    scopes: frozenset[str] | None = None


def role_list(viewer: Viewer) -> list[Role]:
    """The viewer's roles in the order of `Role`."""
    return [role for role in Role if role in viewer.roles]
