"""In which unit a drawing was drawn: as it says, or as its size suggests."""

from ezdxf.document import Drawing

_METRES = {1: ("in", 0.0254), 2: ("ft", 0.3048), 4: ("mm", 0.001), 5: ("cm", 0.01), 6: ("m", 1.0), 10: ("yd", 0.9144)}
_LONGEST_FLOOR_METRES = 500
"""A drawing that would be longer in metres was drawn in millimetres, as offices do."""


def units_of(drawing: Drawing, longest_side: float) -> tuple[str, float, bool]:
    """The unit's name, metres per unit, and whether the drawing says so itself ($INSUNITS)."""
    said = _METRES.get(int(drawing.header.get("$INSUNITS", 0) or 0))
    if said is not None and longest_side * said[1] <= 10 * _LONGEST_FLOOR_METRES:
        return (*said, True)
    name, metres = ("m", 1.0) if longest_side <= _LONGEST_FLOOR_METRES else ("mm", 0.001)
    return name, metres, False
