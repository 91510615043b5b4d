"""Who waits for a desk."""

from waitlists.models.wait import ONE_WAIT_AT_A_TIME, Wait

__all__ = ["ONE_WAIT_AT_A_TIME", "Wait"]
