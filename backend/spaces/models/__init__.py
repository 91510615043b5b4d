"""Buildings, floors, and what stands on them from which day on."""

from spaces.models.building import Building, Floor
from spaces.models.closure import Closure
from spaces.models.draft import LayoutDraft
from spaces.models.dxf_drawing import DxfDrawing
from spaces.models.layout import AreaHome, AreaPlacement, DeskMode, DeskPlacement, Feature, Layout
from spaces.models.place import Area, Desk

__all__ = [
    "Area",
    "AreaHome",
    "AreaPlacement",
    "Building",
    "Closure",
    "Desk",
    "DeskMode",
    "DeskPlacement",
    "DxfDrawing",
    "Feature",
    "Floor",
    "Layout",
    "LayoutDraft",
]
