"""Who signs in."""

from typing import ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.contrib.postgres.fields import ArrayField
from django.db import models

from people.models.person import Person
from people.policies.roles import Role


class AccountManager(BaseUserManager["Account"]):
    """Accounts are found by their user name, in any letter case the directory would take."""

    def get_by_natural_key(self, username: str | None) -> "Account":
        return self.get(username=(username or "").lower())


class Account(AbstractBaseUser):
    """A sign-in. Usually a person's; a break-glass account has none."""

    username = models.CharField(max_length=150, unique=True)
    person = models.OneToOneField(Person, on_delete=models.CASCADE, null=True, blank=True, related_name="account")
    roles = ArrayField(
        models.CharField(max_length=12, choices=[(role.value, role.value) for role in Role]), default=list, blank=True
    )
    is_active = models.BooleanField(default=True)

    objects = AccountManager()

    USERNAME_FIELD = "username"
    REQUIRED_FIELDS: ClassVar[list[str]] = []

    def __str__(self) -> str:
        return self.username
