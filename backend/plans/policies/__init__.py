"""What the ledger and the city's calendar decide."""

from plans.policies.claims import PLAN_WORDS, PlanRefusal, Stretch, claim_refused

__all__ = ["PLAN_WORDS", "PlanRefusal", "Stretch", "claim_refused"]
