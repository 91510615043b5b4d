"""People and the departments they work in."""

from people.models.account import Account
from people.models.department import Department
from people.models.person import Delegation, EmploymentClass, Favourite, Person, PersonKind, Post
from people.policies.roles import Role
from people.policies.visibility import Visibility

__all__ = [
    "Account",
    "Delegation",
    "Department",
    "EmploymentClass",
    "Favourite",
    "Person",
    "PersonKind",
    "Post",
    "Role",
    "Visibility",
]
