"""Who signs in, and the sessions that follow."""

from typing import ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.contrib.postgres.fields import ArrayField
from django.contrib.sessions.base_session import AbstractBaseSession
from django.db import models

from people.models.person import Person


class Role(models.TextChoices):
    """What an account may open. STAFF and MANAGER follow from the person and the posts; the others are granted."""

    STAFF = "staff", "職員"
    MANAGER = "manager", "所属長"
    FACILITIES = "facilities", "庁舎管理"
    IT = "it", "情報システム"
    HR = "hr", "人事"
    CRISIS = "crisis", "危機管理"


class AccountManager(BaseUserManager["Account"]):
    """Accounts are found by their user name, in any letter case the directory would take."""

    def get_by_natural_key(self, username: str | None) -> "Account":
        return self.get(username=(username or "").lower())


class Account(AbstractBaseUser):
    """A sign-in. Usually a person's; a break-glass account has none."""

    username = models.CharField(max_length=150, unique=True)
    person = models.OneToOneField(Person, on_delete=models.CASCADE, null=True, blank=True, related_name="account")
    roles = ArrayField(models.CharField(max_length=12, choices=Role), default=list, blank=True)
    is_active = models.BooleanField(default=True)

    objects = AccountManager()

    USERNAME_FIELD = "username"
    REQUIRED_FIELDS: ClassVar[list[str]] = []

    def __str__(self) -> str:
        return self.username


class Session(AbstractBaseSession):
    """A signed-in browser. Knows its account, so that one query reads both and leavers can be signed out."""

    account = models.ForeignKey(Account, on_delete=models.CASCADE, null=True, related_name="sessions")
