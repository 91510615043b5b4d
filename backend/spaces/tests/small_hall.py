"""A hall of two floors, as a folder that the importer reads; tests change one thing in it at a time."""

AREAS = """code,floor,name,departments,overflow
04A,4,4階Aエリア,0401 0402@mon+wed,04B
04B,4,4階Bエリア,,04A
05A,5,5階Aエリア,0402,04A 04B
"""

DESKS = """code,floor,area,x,y,w,h,rotation,mode,assigned_to,features
04A-001,4,04A,3.0,3.6,0.7,1.2,0,bookable,,window monitor
04A-002,4,04A,3.75,3.6,0.7,1.2,0,drop_in,,
04B-001,4,04B,12.0,3.6,1.4,0.7,90,bookable,,
05A-001,5,05A,3.0,3.6,0.7,1.2,0,assigned,000001,
"""

PLAN = """<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 200 100" width="200" height="100">
 <title>{floor}階</title>
 <g id="shell" fill="none" stroke="#333"><rect x="1" y="1" width="198" height="98"/></g>
 <g id="areas">{areas}</g>
 <g id="desks"><rect id="desk-x" x="1" y="1" width="7" height="12"/></g>
</svg>
"""


def area_box(code: str, x: int) -> str:
    """An area of 9 m by 8 m whose left side is at `x` tenths of a metre."""
    return f'<g id="area-{code}"><rect x="{x}" y="10" width="90" height="80"/></g>'


def small_hall(**changed: str | bytes) -> dict[str, bytes]:
    """The folder's files; `areas`, `desks`, `plan4` and `plan5` replace one of them."""
    files: dict[str, str | bytes] = {
        "areas.csv": changed.get("areas", AREAS),
        "desks.csv": changed.get("desks", DESKS),
        "floors/04F.svg": changed.get("plan4", PLAN.format(floor=4, areas=area_box("04A", 10) + area_box("04B", 100))),
        "floors/05F.svg": changed.get("plan5", PLAN.format(floor=5, areas=area_box("05A", 10))),
    }
    return {name: content.encode() if isinstance(content, str) else content for name, content in files.items()}
