"""`/telework/device-logs/`: the log of terminals, taken over."""

from typing import Any

from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from core.uploads import UploadParser, takes_files
from core.words import language_of
from people.api.permissions import has_role
from people.policies.roles import Role
from telework.services.device_logs import import_device_log
from telework.words.work import log_mistake_words

Values = serializers.Serializer[Any]
MOST_SHOWN = 500


class DeviceLogFileSerializer(Values):
    """A CSV file with the columns 職員番号, ログオン, ログオフ and, if there is one, 端末."""

    file = serializers.FileField(allow_empty_file=True)


class LogMistakeSerializer(Values):
    line = serializers.IntegerField(help_text="1 is the header")
    message = serializers.CharField(help_text="in the reader's language")


class DeviceLogTakenSerializer(Values):
    """With a mistake nothing is stored."""

    read = serializers.IntegerField(help_text="lines below the header")
    stored = serializers.IntegerField()
    known = serializers.IntegerField(help_text="stored before, or twice in the file")
    mistakes = LogMistakeSerializer(many=True, help_text="the first of them")
    mistakes_total = serializers.IntegerField()


class DeviceLogsView(APIView):
    permission_classes = [has_role(Role.IT, Role.HR)]
    parser_classes = [UploadParser]

    @takes_files("telework_device_logs_create", DeviceLogFileSerializer, {200: DeviceLogTakenSerializer})
    def post(self, request: Request) -> Response:
        """Take the log over: the whole file or, with a mistake in it, nothing. Mistakes come as a list to mend."""
        wanted = DeviceLogFileSerializer(data=request.data)
        wanted.is_valid(raise_exception=True)
        file = wanted.validated_data["file"]
        found = import_device_log(file=str(file.name)[-200:], content=file.read())
        language = language_of(request)
        return Response(
            {
                "read": found.read,
                "stored": found.stored,
                "known": found.known,
                "mistakes": [
                    {"line": one.line, "message": log_mistake_words(one, language)}
                    for one in found.mistakes[:MOST_SHOWN]
                ],
                "mistakes_total": len(found.mistakes),
            }
        )
