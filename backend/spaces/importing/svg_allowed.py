"""What a drawing may hold. Everything that is not named here is left out; what could act is refused."""

SVG = "http://www.w3.org/2000/svg"

ELEMENTS = frozenset(
    {
        "svg", "g", "defs", "title", "desc",
        "rect", "circle", "ellipse", "line", "polyline", "polygon", "path",
        "text", "tspan",
        "clipPath", "linearGradient", "radialGradient", "stop",
    }
)  # fmt: skip

WITH_TEXT = frozenset({"title", "desc", "text", "tspan"})

PRESENTATION = frozenset(
    {
        "clip-path", "clip-rule", "color", "display", "dominant-baseline", "fill", "fill-opacity", "fill-rule",
        "font-family", "font-size", "font-style", "font-weight", "letter-spacing", "opacity", "stop-color",
        "stop-opacity", "stroke", "stroke-dasharray", "stroke-dashoffset", "stroke-linecap", "stroke-linejoin",
        "stroke-miterlimit", "stroke-opacity", "stroke-width", "text-anchor", "vector-effect", "visibility",
        "writing-mode",
    }
)  # fmt: skip
"""Allowed both as attributes and inside `style`."""

ATTRIBUTES = PRESENTATION | {
    "aria-label", "clipPathUnits", "cx", "cy", "d", "dx", "dy", "fx", "fy", "gradientTransform", "gradientUnits",
    "height", "id", "lengthAdjust", "offset", "pathLength", "points", "preserveAspectRatio", "r", "role", "rotate",
    "rx", "ry", "spreadMethod", "textLength", "transform", "viewBox", "width", "x", "x1", "x2", "y", "y1", "y2",
}  # fmt: skip

FORBIDDEN = frozenset(
    {
        "script", "foreignobject", "iframe", "embed", "object", "audio", "video", "canvas", "handler", "listener",
        "animate", "animatecolor", "animatemotion", "animatetransform", "set", "discard",
    }
)  # fmt: skip
"""Refused wherever they stand, in any namespace: they run, load or change things. In small letters."""
