"""Logs: one JSON object a line for machines, one readable line for people; both carry the request's id."""

import logging
import time
from typing import Any, Literal

import orjson

from audit.context import current_origin
from config.masking import without_secrets

_STANDARD = frozenset(logging.makeLogRecord({}).__dict__) | {"message", "asctime", "taskName"}


def _extras(record: logging.LogRecord) -> dict[str, Any]:
    return {key: value for key, value in record.__dict__.items() if key not in _STANDARD}


class JsonFormatter(logging.Formatter):
    """`time` (UTC, ISO 8601), `level`, `logger`, `message`, `request_id`, `error`, and whatever `extra` gave."""

    def format(self, record: logging.LogRecord) -> str:
        instant = time.strftime("%Y-%m-%dT%H:%M:%S", time.gmtime(record.created))
        line: dict[str, Any] = {
            "time": f"{instant}.{int(record.msecs):03d}Z",
            "level": record.levelname.lower(),
            "logger": record.name,
            "message": record.getMessage(),
        }
        if request_id := current_origin().request_id:
            line["request_id"] = request_id
        line.update(_extras(record))
        if record.exc_info:
            line["error"] = self.formatException(record.exc_info)
        return without_secrets(orjson.dumps(line, default=str).decode())


class TextFormatter(logging.Formatter):
    """`10:24:01 info  config.requests GET /api/v1/me/ …` for a person at a terminal."""

    def format(self, record: logging.LogRecord) -> str:
        instant = time.strftime("%H:%M:%S", time.localtime(record.created))
        words = [instant, f"{record.levelname.lower():7}", record.name, record.getMessage()]
        words += [f"{key}={value}" for key, value in _extras(record).items()]
        if request_id := current_origin().request_id:
            words.append(f"[{request_id}]")
        line = without_secrets(" ".join(words))
        return f"{line}\n{without_secrets(self.formatException(record.exc_info))}" if record.exc_info else line


def logging_settings(*, style: str, level: str) -> dict[str, Any]:
    """Django's LOGGING: everything to standard error, in the style `json` or `text`."""
    formatter: Literal["config.logs.JsonFormatter", "config.logs.TextFormatter"] = (
        "config.logs.JsonFormatter" if style == "json" else "config.logs.TextFormatter"
    )
    return {
        "version": 1,
        "disable_existing_loggers": False,
        "formatters": {"line": {"()": formatter}},
        "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "line"}},
        "root": {"handlers": ["stderr"], "level": level},
        "loggers": {
            # Django repeats every 4xx as a warning; the request log has them already.
            "django.request": {"level": "ERROR"},
            "procrastinate": {"level": "WARNING"},
        },
    }
