"""Files that are sent: multipart, at most so many bytes altogether, and never unpacked."""

from __future__ import annotations  # DataAndFiles takes parameters in its stubs alone

from collections.abc import Callable, Mapping
from typing import IO, Any, TypeVar

from django.conf import settings
from django.core.exceptions import RequestDataTooBig, SuspiciousOperation
from drf_spectacular.utils import extend_schema
from rest_framework.exceptions import ParseError
from rest_framework.parsers import DataAndFiles, MultiPartParser

from core.answers import ProblemSerializer
from core.parsing import BodyTooLarge

LONGEST_FIELD = 1_000
Handler = TypeVar("Handler", bound=Callable[..., Any])


def takes_files(operation_id: str, fields: type[Any], answers: Mapping[int, type[Any]]) -> Callable[[Handler], Handler]:
    """The schema of a POST of the form `fields`, which has files; it says `answers` beside 400, 403, 413 and 415."""
    refused = dict.fromkeys((400, 403, 413, 415), ProblemSerializer)
    request = {"multipart/form-data": fields}
    return extend_schema(operation_id=operation_id, request=request, responses={**refused, **answers})


class UploadParser(MultiPartParser):
    """Multipart up to `largest` bytes (413 beyond it); what cannot be read is a 400.

    Large files go to the disk while they come in, so no request fills the memory.
    """

    def largest(self) -> int:
        """Bytes of the whole request: the setting KYOSEKI_LARGEST_UPLOAD."""
        return int(settings.KYOSEKI_LARGEST_UPLOAD)

    def parse(
        self,
        stream: IO[bytes],
        media_type: str | None = None,
        parser_context: Mapping[str, Any] | None = None,
    ) -> DataAndFiles[Any, Any]:
        meta = (parser_context or {})["request"].META
        length = meta.get("CONTENT_LENGTH") or "0"
        if not str(length).isdigit() or int(length) > self.largest():
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
