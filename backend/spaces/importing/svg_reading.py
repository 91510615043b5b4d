"""Parsing an SVG that somebody sent: no entity is expanded, nothing is fetched, and it may only be so large."""

import re

from lxml import etree

from spaces.importing.mistakes import MistakeCode, Mistakes
from spaces.importing.svg_allowed import SVG
from spaces.importing.tables import decoded

LARGEST_DRAWING_BYTES = 2_000_000
MOST_ELEMENTS = 20_000

_PLAIN_DOCTYPE = re.compile(r"<!DOCTYPE[^\[<>]*>", re.IGNORECASE)
_DECLARATION = re.compile(r"<!(DOCTYPE|ENTITY)", re.IGNORECASE)


def parsed_svg(file: str, content: bytes, mistakes: Mistakes) -> etree._Element | None:
    """The root of the SVG, or None with the reason noted."""
    text = _safe_text(file, content, mistakes)
    if text is None:
        return None
    parser = etree.XMLParser(
        encoding="utf-8", resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_comments=True
    )
    try:
        root = etree.fromstring(text.encode(), parser)
    except etree.XMLSyntaxError as error:
        mistakes.add(MistakeCode.NOT_SVG, file, error.lineno or None, reason=error.msg or "")
        return None
    if root.tag != f"{{{SVG}}}svg":
        mistakes.add(MistakeCode.NOT_SVG, file, line_of(root), reason=f"<{etree.QName(root).localname}>")
        return None
    if sum(1 for _ in root.iter()) > MOST_ELEMENTS:
        mistakes.add(MistakeCode.SVG_TOO_DETAILED, file, most=MOST_ELEMENTS)
        return None
    return root


def _safe_text(file: str, content: bytes, mistakes: Mistakes) -> str | None:
    if len(content) > LARGEST_DRAWING_BYTES:
        mistakes.add(MistakeCode.FILE_TOO_LARGE, file, most=LARGEST_DRAWING_BYTES)
        return None
    text = decoded(content)
    if text is None:
        mistakes.add(MistakeCode.NOT_TEXT, file)
        return None
    # A document type that only names SVG is harmless and never looked up; one that declares anything is not.
    text = _PLAIN_DOCTYPE.sub(lambda found: "\n" * found[0].count("\n"), text, count=1)
    if declaration := _DECLARATION.search(text):
        mistakes.add(MistakeCode.SVG_ENTITY, file, text.count("\n", 0, declaration.start()) + 1)
        return None
    return text


def line_of(node: etree._Element) -> int | None:
    """The line of the file on which a node stands, where the parser knows it."""
    line: int | None = node.sourceline  # type: ignore[assignment]  # the stubs leave its type open
    return line
