"""Files that are sent: multipart, at most so many bytes altogether, and never unpacked."""

from __future__ import annotations  # DataAndFiles takes parameters in its stubs alone

from collections.abc import Mapping
from typing import IO, Any

from django.conf import settings
from django.core.exceptions import RequestDataTooBig, SuspiciousOperation
from rest_framework.exceptions import ParseError
from rest_framework.parsers import DataAndFiles, MultiPartParser

from core.parsing import BodyTooLarge

LONGEST_FIELD = 1_000


class UploadParser(MultiPartParser):
    """Multipart up to the setting KYOSEKI_LARGEST_UPLOAD in bytes (413 beyond it); what cannot be read is a 400.

    Large files go to the disk while they come in, so no request fills the memory.
    """

    def parse(
        self,
        stream: IO[bytes],
        media_type: str | None = None,
        parser_context: Mapping[str, Any] | None = None,
    ) -> DataAndFiles[Any, Any]:
        meta = (parser_context or {})["request"].META
        length = meta.get("CONTENT_LENGTH") or "0"
        if not str(length).isdigit() or int(length) > settings.KYOSEKI_LARGEST_UPLOAD:
            raise BodyTooLarge
        try:
            parsed: DataAndFiles[Any, Any] = super().parse(stream, media_type, parser_context)
        except RequestDataTooBig as error:
            raise BodyTooLarge from error
        except SuspiciousOperation as error:  # too many fields or files
            raise ParseError(str(error)) from error
        for name, values in parsed.data.lists():
            if any("\0" in text or len(text) > LONGEST_FIELD for text in (name, *values)):
                raise ParseError("a field that no form of ours sends")
        return parsed
