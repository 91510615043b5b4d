"""`manage.py import_places <folder>`: take over areas, desks and floor plans."""

import datetime as dt
from argparse import ArgumentParser, ArgumentTypeError
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from audit.context import acting_as
from core.words import Language
from spaces.importing.folder import files_of
from spaces.importing.mistakes import FolderError
from spaces.importing.report import change_lines, said
from spaces.importing.words import mistake_line
from spaces.models import Building
from spaces.services.places_import import ImportOutcome, import_places

_NO_BUILDING: dict[Language, str] = {
    "ja": "庁舎を --building で指定してください（登録済み: {known}）。新しい庁舎は --building-name も指定します。",
    "en": "Name the building with --building (known: {known}); give a new one its name with --building-name.",
}
_NO_FOLDER: dict[Language, str] = {"ja": "フォルダーがありません: {folder}", "en": "There is no folder {folder}"}
_REFUSED: dict[Language, str] = {
    "ja": "{count} 件の誤りがあります。何も変えていません。",
    "en": "{count} mistakes. Nothing was changed.",
}


class Command(BaseCommand):
    """Reads areas.csv, desks.csv and floors/*.svg; see docs/operations.md."""

    help = "Import areas.csv, desks.csv and floors/*.svg from a folder: all of it or nothing."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("folder", type=Path)
        parser.add_argument("--effective-from", type=_day, metavar="YYYY-MM-DD", help="default: today")
        parser.add_argument("--building", metavar="CODE", help="needed when there is more than one")
        parser.add_argument("--building-name", metavar="NAME", help="make the building if it does not exist yet")
        parser.add_argument("--dry-run", action="store_true", help="only say what would change")
        parser.add_argument("--language", choices=["ja", "en"], default="ja")

    def handle(self, *args: Any, **options: Any) -> None:
        language: Language = options["language"]
        folder: Path = options["folder"]
        if not folder.is_dir():
            raise CommandError(_NO_FOLDER[language].format(folder=folder))
        building = _building(options["building"], options["building_name"], language)
        try:
            with acting_as(actor_name="import_places"):
                outcome = import_places(
                    building=building,
                    files=files_of(folder),
                    effective_from=options["effective_from"],
                    dry_run=options["dry_run"],
                )
        except FolderError as error:
            for mistake in error.mistakes:
                self.stderr.write(mistake_line(mistake, language))
            raise CommandError(_REFUSED[language].format(count=len(error.mistakes))) from error
        for line in _lines(outcome, options["dry_run"], language):
            self.stdout.write(line)


def _day(text: str) -> dt.date:
    try:
        return dt.date.fromisoformat(text)
    except ValueError as error:
        raise ArgumentTypeError(f"{text} is not a day (YYYY-MM-DD)") from error


def _building(code: str | None, name: str | None, language: Language) -> Building:
    known = {building.code: building for building in Building.objects.order_by("code")}
    if code is None and len(known) == 1:
        return next(iter(known.values()))
    if code in known:
        return known[code]
    if code and name:
        return Building(code=code, name=name)
    raise CommandError(_NO_BUILDING[language].format(known=", ".join(known) or "-"))


def _lines(outcome: ImportOutcome, dry_run: bool, language: Language) -> list[str]:
    lines = []
    for floor in outcome.floors:
        lines += change_lines(floor.change, outcome.effective_from, floor.later, language)
    if not outcome.floors:
        lines.append(said("nothing", language))
    for file, names in outcome.left_out.items():
        lines.append(said("left_out", language, file=file, names=", ".join(sorted(names))))
    if dry_run:
        lines.append(said("dry_run", language))
    return lines
