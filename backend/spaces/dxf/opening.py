"""Open a DXF file that somebody sent, also one that is binary, broken or in an encoding that it does not name."""

import io
import tempfile
from pathlib import Path

from ezdxf import recover
from ezdxf.document import Drawing
from ezdxf.filemanagement import readfile
from ezdxf.lldxf.const import DXFError

from core.refused import Refused
from spaces.policies.refusals import PlaceRefusal

BINARY = b"AutoCAD Binary DXF"
BROKEN = (DXFError, ArithmeticError, AttributeError, LookupError, TypeError, ValueError)
"""What ezdxf raises over files and entities that are not as they should be."""
JAPANESE = "cp932"


def opened(content: bytes) -> Drawing:
    """The drawing, with as many flaws mended as can be. Raises Refused (`dxf_unreadable`)."""
    try:
        if content.startswith(BINARY):
            return _opened_binary(content)
        drawing, _auditor = recover.read(io.BytesIO(content))
    except (*BROKEN, OSError, RecursionError, StopIteration) as error:
        raise Refused(PlaceRefusal.DXF_UNREADABLE) from error
    return drawing


def readable(text: str, encoding: str) -> str:
    """`text` of a drawing as it was meant; files often say that they are Western or ANSI_932 and are not.

    Text that is not what the file says comes with surrogates, or as Western letters that spell Japanese in CP932.
    """
    if text.isascii():
        return text
    mangled = any("\ud800" <= letter <= "\udfff" for letter in text)
    if not mangled and encoding.lower().replace("-", "") in ("utf8", JAPANESE):
        return text
    try:
        raw = text.encode(encoding, "surrogateescape")
    except (UnicodeEncodeError, LookupError):
        return _without_surrogates(text)
    for meant in ("utf-8", JAPANESE):
        try:
            decoded = raw.decode(meant)
        except UnicodeDecodeError:
            continue
        if all(letter.isprintable() or letter.isspace() for letter in decoded):
            return decoded
    return _without_surrogates(text)


def _opened_binary(content: bytes) -> Drawing:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "drawing.dxf"
        path.write_bytes(content)
        return readfile(path)


def _without_surrogates(text: str) -> str:
    return text.encode("utf-8", "replace").decode("utf-8")
