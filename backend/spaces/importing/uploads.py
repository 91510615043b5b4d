"""Files as a browser sends them, given the names that a folder of places has."""

from collections.abc import Iterable
from pathlib import PurePath

from spaces.importing.area_rows import AREAS_FILE
from spaces.importing.desk_rows import DESKS_FILE
from spaces.importing.folder import PLANS_FOLDER
from spaces.importing.mistakes import FolderError, MistakeCode, Mistakes


def folder_of_uploads(uploads: Iterable[tuple[str, bytes]]) -> dict[str, bytes]:
    """The files by their names in a folder of places. Browsers leave folders out: every SVG is a floor's drawing.

    Raises FolderError for files that nobody can read here, and for two of one name.
    """
    mistakes = Mistakes()
    files: dict[str, bytes] = {}
    for name, content in uploads:
        path = PurePath(name.replace("\\", "/"))
        lower = path.name.lower()
        if lower.startswith(".") or lower == "thumbs.db":
            continue  # what file managers leave in every folder
        if lower in (AREAS_FILE, DESKS_FILE):
            target = lower
        elif path.suffix.lower() == ".svg":
            target = f"{PLANS_FOLDER}/{path.stem}.svg"
        else:
            mistakes.add(MistakeCode.FILE_UNKNOWN, path.name[:100])
            continue
        if target in files:
            mistakes.add(MistakeCode.FILE_TWICE, target)
        files[target] = content
    if mistakes.found:
        raise FolderError(mistakes.found)
    return files
