"""Head counts and what was said in them."""

from roster.models.head_count import HeadCount, SafetyMark

__all__ = ["HeadCount", "SafetyMark"]
