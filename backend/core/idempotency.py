"""Writes with an `Idempotency-Key`: sent once, twice or twice at once, they are done once and answered alike."""

import hashlib
from collections.abc import Callable
from datetime import timedelta
from functools import wraps
from typing import Any

import orjson
from django.db import connection, transaction
from rest_framework.exceptions import APIException, ValidationError
from rest_framework.request import Request
from rest_framework.response import Response

from core import clock
from core.models import KeptAnswer
from core.problems import Problem, problem_response
from core.refused import Refused
from core.rendering import OrjsonRenderer

KEPT_HOURS = 24
LONGEST_KEY = 128


Handler = Callable[..., Response]


def idempotent(handler: Handler) -> Handler:
    """Wrap a view's method. Without the header it runs as it is; a key used for another request is refused.

    The key's row is written in the same transaction as what the request does. A second request with the key waits
    there until the first has ended, and then finds its answer; a refusal is kept like any other answer, a failure
    of the server is not.
    """

    @wraps(handler)
    def answered_once(view: Any, request: Request, *args: Any, **kwargs: Any) -> Response:
        key = request.headers.get("Idempotency-Key")
        if not key:
            return handler(view, request, *args, **kwargs)
        if len(key) > LONGEST_KEY or not key.isprintable():
            raise ValidationError({"Idempotency-Key": [f"1-{LONGEST_KEY}"]})
        account_id = int(request.user.pk or 0)
        digest = _digest(request)
        with transaction.atomic():
            if not _claim_key(account_id, key, digest):
                return _kept_answer(account_id, key, digest)
            try:
                with transaction.atomic():
                    answer = handler(view, request, *args, **kwargs)
            except (Refused, APIException) as error:
                problem = problem_response(error, {"request": request})
                if problem is None:
                    raise
                answer = problem
            _keep(account_id, key, answer)
            return answer

    return answered_once


def forget_old_answers() -> int:
    """Delete answers older than KEPT_HOURS; answers how many."""
    deleted, _ = KeptAnswer.objects.filter(created_at__lt=clock.now() - timedelta(hours=KEPT_HOURS)).delete()
    return deleted


def _digest(request: Request) -> str:
    body = orjson.dumps(request.data, option=orjson.OPT_SORT_KEYS)
    return hashlib.sha256(b"\x1f".join([str(request.method).encode(), request.path.encode(), body])).hexdigest()


def _claim_key(account_id: int, key: str, digest: str) -> bool:
    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO core_keptanswer (account_id, key, request_digest, created_at) VALUES (%s, %s, %s, %s)"
            " ON CONFLICT (account_id, key) DO NOTHING",
            [account_id, key, digest, clock.now()],
        )
        inserted: bool = cursor.rowcount == 1
    return inserted


def _keep(account_id: int, key: str, answer: Response) -> None:
    body = orjson.loads(OrjsonRenderer().render(answer.data))
    KeptAnswer.objects.filter(account_id=account_id, key=key).update(status=answer.status_code, body=body)


def _kept_answer(account_id: int, key: str, digest: str) -> Response:
    kept = KeptAnswer.objects.get(account_id=account_id, key=key)
    if kept.request_digest != digest or kept.status is None:
        raise Refused(Problem.IDEMPOTENCY_KEY_REUSED)
    content_type = "application/problem+json" if kept.status >= 400 else None
    return Response(kept.body, status=kept.status, headers={"Idempotent-Replay": "true"}, content_type=content_type)
