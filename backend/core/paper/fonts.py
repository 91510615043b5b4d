"""Noto Sans JP for PDF, at two weights; a PDF embeds the characters that it uses (docs/decisions/0027)."""

from functools import cache
from pathlib import Path

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

REGULAR, BOLD = "NotoSansJP-400", "NotoSansJP-600"
_FILES = {REGULAR: "noto-sans-jp-400.ttf", BOLD: "noto-sans-jp-600.ttf"}


@cache
def have_fonts() -> None:
    """Make both known to reportlab under their names; once in a process."""
    for name, file in _FILES.items():
        pdfmetrics.registerFont(TTFont(name, str(Path(__file__).parent / file)))
    pdfmetrics.registerFontFamily(REGULAR, normal=REGULAR, bold=BOLD, italic=REGULAR, boldItalic=BOLD)
