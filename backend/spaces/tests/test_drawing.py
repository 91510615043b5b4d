"""Drawings that somebody sent: what is kept, what is left out, what is refused."""

import pytest

from spaces.importing.drawing import Drawing, read_drawing
from spaces.importing.mistakes import Mistakes

HEAD = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 200 100"'
OPENED = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 200 100" font-family="sans-serif">'


def drawing(
    inner: str, *, head: str = HEAD + ">", before: str = ""
) -> tuple[Drawing | None, list[tuple[str, int | None]]]:
    mistakes = Mistakes()
    read = read_drawing("f.svg", f"{before}{head}\n{inner}\n</svg>".encode(), mistakes)
    return read, [(mistake.code.value, mistake.row) for mistake in mistakes.found]


def plan(inner: str) -> str:
    read, mistakes = drawing(inner)
    assert read is not None, mistakes
    return read.plan.removeprefix(OPENED).removesuffix("</svg>")


@pytest.mark.parametrize(
    ("inner", "code", "line"),
    [
        ("<script>alert(1)</script>", "svg_forbidden_element", 2),
        ("<g>\n<SCRIPT/></g>", "svg_forbidden_element", 3),
        ('<x:script xmlns:x="urn:x"/>', "svg_forbidden_element", 2),
        ("<metadata><script/></metadata>", "svg_forbidden_element", 2),
        ("<foreignObject><p/></foreignObject>", "svg_forbidden_element", 2),
        ('<animate attributeName="href" to="javascript:x()"/>', "svg_forbidden_element", 2),
        ('<rect onclick="x()"/>', "svg_event_handler", 2),
        ('<rect ONLOAD="x()"/>', "svg_event_handler", 2),
        ('<a xlink:href="https://example.org"><rect/></a>', "svg_external_reference", 2),
        ('<a href=" javascript:x()"><rect/></a>', "svg_external_reference", 2),
        ('<image href="data:image/png;base64,AA"/>', "svg_external_reference", 2),
        ('<rect fill="url(https://example.org/x)"/>', "svg_external_reference", 2),
        ("<rect style=\"fill: URL( '//example.org')\"/>", "svg_external_reference", 2),
        ("<style>@import 'https://example.org/x.css';</style>", "svg_external_reference", 2),
        ("<style>rect { fill: url(x.svg#y) }</style>", "svg_external_reference", 2),
        ("<?xml-stylesheet href='x.css'?>", "svg_external_reference", 2),
        ('<rect id="area-A" transform="scale(2)" width="9" height="9"/>', "svg_transformed_area", 2),
        ("<g>", "not_svg", 3),
        ("&nbsp;", "not_svg", 2),
        ("<g>" * 300 + "</g>" * 300, "not_svg", 2),
        ("<rect/>" * 20_001, "svg_too_detailed", None),
        (" " * 2_000_001, "file_too_large", None),
    ],
)
def test_a_drawing_that_could_act_or_reach_outside_is_refused_with_its_line(
    inner: str, code: str, line: int | None
) -> None:
    read, mistakes = drawing(inner)
    assert read is None
    assert (code, line) in mistakes


@pytest.mark.parametrize(
    "before",
    [
        '<!DOCTYPE svg [<!ENTITY a "b">]>',
        '<!DOCTYPE svg [<!ENTITY a SYSTEM "file:///etc/passwd">]>',
        '<!DOCTYPE svg SYSTEM "x.dtd" []>',
        '<!doctype svg [\n<!ENTITY % a SYSTEM "http://example.org"> %a;]>',
    ],
)
def test_entities_are_refused_before_anything_is_parsed(before: str) -> None:
    assert drawing("&a;", before=before) == (None, [("svg_entity", 1)])


def test_a_document_type_that_only_names_svg_is_passed_over() -> None:
    before = '<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN"\n "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">\n'
    assert drawing("<rect/>", before=before)[1] == []
    assert drawing("<script/>", before=before)[1] == [("svg_forbidden_element", 4)]


@pytest.mark.parametrize(
    "head",
    ["<svg>", '<svg xmlns="http://www.w3.org/1999/xhtml">', "<html>"],
)
def test_another_document_is_no_drawing(head: str) -> None:
    read, mistakes = drawing("", head=head)
    assert read is None
    assert [code for code, _line in mistakes] == ["not_svg"]


@pytest.mark.parametrize(
    "box", ["", 'viewBox="1 0 200 100"', 'viewBox="0 0 0 100"', 'viewBox="0 0 nan 1"', 'viewBox="a"']
)
def test_a_drawing_needs_its_size_from_the_origin(box: str) -> None:
    assert drawing("", head=f'<svg xmlns="http://www.w3.org/2000/svg" {box}>') == (None, [("svg_without_size", 1)])


def test_what_is_harmless_and_drawn_is_kept_as_it_is() -> None:
    kept = (
        '<g id="shell" fill="none"><path d="M0 0L1 1" stroke="url(#s)"/>'
        '<text x="1" y="2">階段<tspan dx="1">1</tspan>!</text></g>'
    )
    assert plan(kept) == kept


def test_desks_areas_comments_and_unknown_things_are_left_out() -> None:
    read, _mistakes = drawing(
        '<!-- c --><g id="desks"><rect/></g><g id="areas"><rect/></g><rect id="desk-1"/><g id="area-A"/>'
        '<style>rect { fill: red }</style><metadata/><use href="#x"/><rect data-x="1" class="y" width="2"/>'
    )
    assert read is not None
    assert read.plan.endswith('viewBox="0 0 200 100" font-family="sans-serif"><rect width="2"/></svg>')
    assert read.left_out == {"style", "metadata", "use"}


def test_a_style_keeps_what_only_paints() -> None:
    painted = '<rect style="fill:#fff; behavior:x; stroke : red;position:fixed;opacity:\\75 rl(x)"/>'
    assert plan(painted) == '<rect style="fill:#fff;stroke:red"/>'


def test_areas_are_measured_in_metres() -> None:
    read, _mistakes = drawing('<g id="area-06A"><rect x="20" y="5.5" width="240" height="125"/></g>', head=HEAD + ">")
    assert read is not None
    box = read.areas["06A"]
    assert (box.x, box.y, box.width, box.height, box.line) == (2.0, 0.55, 24.0, 12.5, 2)
