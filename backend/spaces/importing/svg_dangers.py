"""What in a drawing could run or reach outside."""

import re

from lxml import etree

from spaces.importing.mistakes import MistakeCode, Mistakes
from spaces.importing.svg_allowed import FORBIDDEN
from spaces.importing.svg_reading import line_of

_URL = re.compile(r"url\(\s*['\"]?\s*(?P<target>[^'\")\s]*)", re.IGNORECASE)


def note_dangers(file: str, root: etree._Element, mistakes: Mistakes) -> None:
    """Note everything that could run or reach outside, also in places that would be left out anyway."""
    before_root = root.getprevious()
    while before_root is not None:
        _note_instruction(file, before_root, mistakes)
        before_root = before_root.getprevious()
    for element in root.iter():
        if not isinstance(element.tag, str):
            _note_instruction(file, element, mistakes)
            continue
        name = etree.QName(element).localname
        if name.lower() in FORBIDDEN:
            mistakes.add(MistakeCode.SVG_FORBIDDEN_ELEMENT, file, line_of(element), value=name)
        if name.lower() == "style" and (outside := _reference_outside(f"{element.text or ''}")):
            mistakes.add(MistakeCode.SVG_EXTERNAL_REFERENCE, file, line_of(element), value=outside)
        for attribute, value in element.attrib.items():
            _note_attribute(file, element, etree.QName(attribute).localname, str(value), mistakes)


def _note_attribute(file: str, element: etree._Element, name: str, value: str, mistakes: Mistakes) -> None:
    if name.lower().startswith("on"):
        mistakes.add(MistakeCode.SVG_EVENT_HANDLER, file, line_of(element), value=name)
    elif name.lower() in ("href", "src") and not value.strip().startswith("#"):
        mistakes.add(MistakeCode.SVG_EXTERNAL_REFERENCE, file, line_of(element), value=value.strip()[:80])
    elif outside := _reference_outside(value):
        mistakes.add(MistakeCode.SVG_EXTERNAL_REFERENCE, file, line_of(element), value=outside)


def _note_instruction(file: str, node: etree._Element, mistakes: Mistakes) -> None:
    if isinstance(node, etree._ProcessingInstruction) and "href" in (node.text or ""):
        mistakes.add(MistakeCode.SVG_EXTERNAL_REFERENCE, file, line_of(node), value=node.target)


def _reference_outside(value: str) -> str | None:
    """The first thing a value of CSS or of an attribute would load from elsewhere, or None."""
    if "@import" in value.lower():
        return "@import"
    for found in _URL.finditer(value):
        if not found["target"].startswith("#"):
            return found["target"][:80] or "url()"
    return None
