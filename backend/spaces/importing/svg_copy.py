"""The part of a drawing that is served: what is allowed, without the layers of desks and areas."""

from typing import Any

from lxml import etree

from spaces.importing.svg_allowed import ATTRIBUTES, ELEMENTS, PRESENTATION, SVG, WITH_TEXT

_LAYERS = ("desks", "areas")
_PARTS = ("desk-", "area-")
_PREFIXES: Any = {None: SVG}


def allowed_copy(root: etree._Element, left_out: set[str]) -> etree._Element:
    """A new tree with what is allowed of `root`; the names of elements passed over go into `left_out`."""
    return _copy(root, None, left_out)


def _copy(element: etree._Element, parent: etree._Element | None, left_out: set[str]) -> etree._Element:
    """A copy of `element` below `parent` with what is allowed in it, without the layers of desks and areas."""
    name = etree.QName(element).localname
    if parent is None:
        copy = etree.Element(f"{{{SVG}}}svg", nsmap=_PREFIXES)
    else:
        copy = etree.SubElement(parent, f"{{{SVG}}}{name}")
    for attribute, value in element.attrib.items():
        if attribute in ATTRIBUTES and "\\" not in value:  # CSS could hide a url() behind an escape
            copy.set(attribute, value)
        elif attribute == "style" and (style := _allowed_style(str(value))):
            copy.set("style", style)
    if name in WITH_TEXT:
        copy.text = element.text
    last = None
    for child in element:
        if not isinstance(child.tag, str):
            continue
        child_name = etree.QName(child)
        if child_name.namespace != SVG or child_name.localname not in ELEMENTS:
            left_out.add(child_name.localname)
            continue
        marked = child.get("id", "")
        if marked in _LAYERS or marked.startswith(_PARTS):
            continue
        last = _copy(child, copy, left_out)
        if name in WITH_TEXT:
            last.tail = child.tail
    return copy


def _allowed_style(style: str) -> str:
    declarations = []
    for declaration in style.split(";"):
        name, colon, value = (part.strip() for part in declaration.partition(":"))
        if colon and name in PRESENTATION and "\\" not in value:
            declarations.append(f"{name}:{value}")
    return ";".join(declarations)
