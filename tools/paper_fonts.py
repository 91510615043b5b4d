"""Makes the fonts of what is printed, backend/core/paper/noto-sans-jp-*.ttf, from the one the screens use.

    .venv/bin/python -m tools.paper_fonts

The screens' font comes in 124 pieces of one variable font in a form for browsers; a PDF wants one static TrueType file.
It takes the characters of Windows' Japanese code page (cp932: JIS X 0208 and the variants that names use), at two
weights. The files are committed, so that labels and reports need neither Node nor a font of the machine; run this again
only when the pinned package of the font changes. docs/decisions/0027 says why.
"""

import sys
import tempfile
from itertools import product
from pathlib import Path

from fontTools.merge import Merger
from fontTools.merge import Options as MergeOptions
from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont
from fontTools.varLib.instancer import instantiateVariableFont

ROOT = Path(__file__).resolve().parent.parent
PIECES = ROOT / "frontend" / "node_modules" / "@fontsource-variable" / "noto-sans-jp" / "files"
PAPER = ROOT / "backend" / "core" / "paper"
WEIGHTS = (400, 600)
DASHES = {0x2013, 0x2014, 0x301C, 0x2212}
"""En and em dash, wave dash, minus: cp932 has others in their places."""
POSTSCRIPT_NAME = 6
NOT_DRAWN = ["BASE", "GPOS", "GSUB", "STAT", "vhea", "vmtx", "gasp", "HVAR", "MVAR", "avar"]


def characters() -> set[int]:
    """Code points of cp932, of ASCII, of Latin-1, and dashes as typographers set them."""
    wanted = set(range(0x20, 0x7F)) | set(range(0xA1, 0x100)) | DASHES
    for lead, trail in product([*range(0x81, 0xA0), *range(0xE0, 0xFD)], range(0x40, 0xFD)):
        try:
            wanted.add(ord(bytes((lead, trail)).decode("cp932")))
        except (UnicodeDecodeError, TypeError):
            continue
    return wanted


def main() -> int:
    """Write both fonts; says how many characters they have."""
    for weight in WEIGHTS:
        path = PAPER / f"noto-sans-jp-{weight}.ttf"
        missing = _write(path, weight)
        drawn = len(TTFont(path).getBestCmap() or ())
        print(f"{path.name}: {drawn} characters, {path.stat().st_size:,} bytes; not in the font: {missing}")
    return 0


def _write(path: Path, weight: int) -> int:
    """Write the font of one weight; answers how many of the wanted characters it has not."""
    left = characters()
    with tempfile.TemporaryDirectory() as folder:
        written: list[str] = []
        for piece in sorted(PIECES.glob("noto-sans-jp-*-wght-normal.woff2")):
            font = TTFont(piece)
            here = left & set(font.getBestCmap() or ())
            if not here:
                continue
            left -= here
            instantiateVariableFont(font, {"wght": weight}, inplace=True)
            subsetter = Subsetter(Options(drop_tables=NOT_DRAWN, hinting=False, name_IDs=[0, 1, 2, 6, 13, 14]))
            subsetter.populate(unicodes=here)
            subsetter.subset(font)
            font.flavor = None
            part = str(Path(folder) / f"{len(written)}.ttf")
            font.save(part)
            written.append(part)
        merged = Merger(MergeOptions(drop_tables=NOT_DRAWN)).merge(written)
        for record in merged["name"].names:  # a PDF tells its fonts apart by this name
            if record.nameID == POSTSCRIPT_NAME:
                record.string = f"NotoSansJP-{weight}"
        merged.save(path)
    return len(left)


if __name__ == "__main__":
    sys.exit(main())
