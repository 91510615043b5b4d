"""How long a job that failed waits before it is tried again."""

from procrastinate.jobs import Job
from procrastinate.retry import BaseRetryStrategy, RetryDecision

FIRST_WAIT_SECONDS = 2
LONGEST_WAIT_SECONDS = 3600


def wait_seconds(attempts: int) -> int:
    """Seconds to wait after the given number of failed tries before this one: 2, 4, 8, … and never over an hour."""
    return min(FIRST_WAIT_SECONDS << min(attempts, 20), LONGEST_WAIT_SECONDS)


class UntilItWorks(BaseRetryStrategy):
    """Tries again for ever, ever more slowly: what happened has to arrive, whatever stands in the way today."""

    def get_retry_decision(self, *, exception: BaseException, job: Job) -> RetryDecision:
        return RetryDecision(retry_in={"seconds": wait_seconds(job.attempts)})
