"""A directory's whole content, put in order and checked against itself: what every adapter answers."""

from collections.abc import Iterable

from integrations.directory.port import DirectoryDepartment, DirectoryFaulty, DirectoryPerson, DirectoryPost, Roll


def checked(
    departments: Iterable[DirectoryDepartment], people: Iterable[DirectoryPerson], posts: Iterable[DirectoryPost]
) -> Roll:
    """The content in order. Raises DirectoryFaulty for what is there twice or points at nothing."""
    by_code: dict[str, DirectoryDepartment] = {}
    for department in departments:
        if department.code in by_code:
            raise DirectoryFaulty(f"department {department.code}", "the code is there twice")
        by_code[department.code] = department
    by_id: dict[str, DirectoryPerson] = {}
    numbers: dict[str, str] = {}
    for person in people:
        if person.id in by_id:
            raise DirectoryFaulty(f"person {person.id}", "the id is there twice")
        if person.number in numbers:
            raise DirectoryFaulty(f"person {person.id}", f"{numbers[person.number]} has the same number")
        if person.department not in by_code:
            raise DirectoryFaulty(f"person {person.id}", f"there is no department {person.department}")
        by_id[person.id] = person
        numbers[person.number] = person.id
    for post in posts:
        if post.person not in by_id:
            raise DirectoryFaulty(f"post in {post.department}", f"there is no person {post.person}")
        if post.department not in by_code:
            raise DirectoryFaulty(f"post of {post.person}", f"there is no department {post.department}")
    return Roll(
        _parents_first(by_code),
        tuple(sorted(by_id.values(), key=lambda person: person.id)),
        tuple(sorted(set(posts), key=lambda post: (post.person, post.department))),
    )


def _parents_first(by_code: dict[str, DirectoryDepartment]) -> tuple[DirectoryDepartment, ...]:
    ordered: dict[str, DirectoryDepartment] = {}
    for code in sorted(by_code):
        branch: list[DirectoryDepartment] = []
        above: str | None = code
        while above is not None and above not in ordered:
            department = by_code.get(above)
            if department is None:
                raise DirectoryFaulty(f"department {branch[-1].code}", f"there is no department {above} above it")
            if department in branch:
                raise DirectoryFaulty(f"department {code}", "it lies below itself")
            branch.append(department)
            above = department.parent
        ordered.update((department.code, department) for department in reversed(branch))
    return tuple(ordered.values())
