"""All entries of a directory together: its roll."""

from collections.abc import Iterable

from integrations.directory.checked import Told, checked
from integrations.directory.mapping.departments import map_departments
from integrations.directory.mapping.distinguished_names import dn_key
from integrations.directory.mapping.entry import Entry, NoText
from integrations.directory.mapping.people import MappedPeople, map_people
from integrations.directory.port import DirectoryFaulty, DirectoryPost, Finding, FindingCode, Roll
from integrations.directory.settings import DirectoryKind, DirectorySettings, PostSettings

_SURELY_SOME_TITLED = 50
"""So many people have somebody among them with a title; where nobody has, the right to read it was lost."""


def mapped_roll(
    settings: DirectorySettings,
    *,
    source: str,
    departments: Iterable[Entry],
    people: Iterable[Entry],
    posts: Iterable[Entry],
) -> Roll:
    """What the entries say. Raises DirectoryFaulty where there is nobody, or no department: that is no city.

    Nor is one in which a server shows nobody's title: every 所属長 would lose their post with the right to read it.
    `departments` is read to its end first, then `people`, then `posts`.
    """
    sections = map_departments(departments, settings.departments)
    if not sections.codes:
        raise DirectoryFaulty(settings.departments.base or source, "there is no department")
    everyone = map_people(people, settings, sections)
    if not everyone.ids and not everyone.unnamed:
        raise DirectoryFaulty(settings.people.base or source, "there is nobody")
    if settings.kind is DirectoryKind.LDAP and not everyone.titled and len(everyone.told) >= _SURELY_SOME_TITLED:
        title = settings.people.attributes.title
        reason = f"nobody's entry shows {title}, by which the 所属長 are known: may the account read it?"
        raise DirectoryFaulty(settings.people.base, reason)
    findings = [*sections.findings, *everyone.findings]
    held = [*_posts(posts, settings.posts, everyone, findings), *_posts_by_membership(everyone)]
    return checked(sections.told, everyone.told, held, findings)


def _posts(
    groups: Iterable[Entry], settings: PostSettings, people: MappedPeople, findings: list[Finding]
) -> Iterable[Told[DirectoryPost]]:
    for group in groups:
        try:
            code, members = group.text(settings.department), group.texts(settings.member)
        except NoText as error:
            findings.append(Finding(group.dn, FindingCode.NOT_UTF8, {"attribute": str(error)}, warns=True))
            continue
        if not code:
            findings.append(Finding(group.dn, FindingCode.NO_CODE, {"attribute": settings.department}, warns=True))
            continue
        for member in members:
            if (key := dn_key(member)) in people.unnamed:
                continue
            yield Told(group.dn, DirectoryPost(people.ids.get(key, member), code))


def _posts_by_membership(people: MappedPeople) -> Iterable[Told[DirectoryPost]]:
    for dn, code in people.also_in:
        yield Told(dn, DirectoryPost(people.ids.get(dn_key(dn), dn), code))
