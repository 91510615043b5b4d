"""People and the departments they work in."""

from people.models.account import Account, Role, Session
from people.models.department import Department
from people.models.person import Delegation, EmploymentClass, Person, Post, Visibility

__all__ = [
    "Account",
    "Delegation",
    "Department",
    "EmploymentClass",
    "Person",
    "Post",
    "Role",
    "Session",
    "Visibility",
]
