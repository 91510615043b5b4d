"""How people sign in, as the environment says."""

from config.settings.environment import Environment

# The roles that are granted; the names are those of people.policies.roles, which settings may not import.
GRANTED_ROLES = ("facilities", "it", "hr", "crisis")


def second_factor_roles(env: Environment) -> frozenset[str]:
    """The roles whose accounts have to show a second factor."""
    roles = frozenset(env.words("KYOSEKI_SECOND_FACTOR_ROLES"))
    unknown = sorted(roles - set(GRANTED_ROLES))
    env.require(not unknown, f"KYOSEKI_SECOND_FACTOR_ROLES holds {unknown!r}; it may hold {', '.join(GRANTED_ROLES)}.")
    return roles
