"""What a kind of notice is."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from notifications.policies.groups import NoticeGroup
from notifications.policies.happened import Happened, always, anyone, those_named
from people.policies.roles import Role


@dataclass(frozen=True, slots=True)
class NoticeKind:
    """One kind of notice.

    `when` looks at the event, `among` at one of those who hear of it. `link` is the address in the product where the
    person can act, with `{fact}` where it needs one. An urgent kind is mailed at once even to those who like one mail a
    day. `part_of` names events that tell of the whole act: where one of them was recorded in the same act and names the
    person, this kind says nothing of its part. `replaces` names earlier events of the same subject: what they told the
    person goes, unless it was read or mailed, because it is true no longer. `settled_by` names later events of the same
    subject, by whomever: what asked this hearer to act is done, so the notice goes, or is read where it was mailed.
    With `to_section` everybody hears whose main post is in the department `after["department"]` or below it; with
    `to_role` everybody whose account has that role.
    """

    name: str
    event: str
    group: NoticeGroup
    facts: tuple[str, ...]
    link: str
    when: Callable[[Happened], bool] = always
    hears: Callable[[Happened], Iterable[int]] = those_named
    among: Callable[[Happened, int], bool] = anyone
    urgent: bool = False
    tells_actor: bool = False
    part_of: frozenset[str] = frozenset()
    replaces: frozenset[str] = frozenset()
    settled_by: frozenset[str] = frozenset()
    to_section: bool = False
    to_role: Role | None = None
