"""The keys of the prepared sessions: one a person, made up from the id, so that every client knows them."""


def session_key(person_id: int) -> str:
    """The key in the cookie of that person."""
    return f"bench-session-of-person-{person_id:06d}-long-enough-to-look-real"
