"""What a folder would change on a floor, compared with the layout in force."""

from dataclasses import dataclass, replace

from spaces.importing.drawn import DrawnArea, DrawnDesk, DrawnFloor


@dataclass(frozen=True, slots=True)
class FloorChange:
    """Codes of what differs, in order. `first` says that the floor has no layout yet on that day."""

    floor: DrawnFloor
    first: bool
    plan: bool
    desks_new: tuple[str, ...]
    desks_retired: tuple[str, ...]
    desks_moved: tuple[str, ...]
    desks_mode: tuple[tuple[str, str, str], ...]
    desks_other: tuple[str, ...]
    areas_new: tuple[str, ...]
    areas_gone: tuple[str, ...]
    areas_changed: tuple[str, ...]


def floor_change(before: DrawnFloor | None, after: DrawnFloor) -> FloorChange | None:
    """The difference, or None when there is none."""
    if before == after:
        return None
    old = before or DrawnFloor(after.code, 0, 0, "")
    kept = sorted(old.desks.keys() & after.desks.keys())
    pairs = [(old.desks[code], after.desks[code]) for code in kept]
    areas_kept = sorted(old.areas.keys() & after.areas.keys())
    return FloorChange(
        floor=after,
        first=before is None,
        plan=(old.plan, old.width, old.height) != (after.plan, after.width, after.height),
        desks_new=tuple(sorted(after.desks.keys() - old.desks.keys())),
        desks_retired=tuple(sorted(old.desks.keys() - after.desks.keys())),
        desks_moved=tuple(now.code for was, now in pairs if _place(was) != _place(now)),
        desks_mode=tuple((now.code, was.mode, now.mode) for was, now in pairs if was.mode != now.mode),
        desks_other=tuple(now.code for was, now in pairs if _else(was) != _else(now)),
        areas_new=tuple(sorted(after.areas.keys() - old.areas.keys())),
        areas_gone=tuple(sorted(old.areas.keys() - after.areas.keys())),
        areas_changed=tuple(code for code in areas_kept if _differ(old.areas[code], after.areas[code])),
    )


def _place(desk: DrawnDesk) -> tuple[object, ...]:
    return (desk.area, desk.x, desk.y, desk.width, desk.height, desk.rotation)


def _else(desk: DrawnDesk) -> tuple[object, ...]:
    return (desk.features, desk.assigned_to)


def _differ(was: DrawnArea, now: DrawnArea) -> bool:
    return replace(was, code=now.code) != now
