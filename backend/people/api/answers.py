"""What the API says of people and departments."""

from typing import Any

from rest_framework import serializers

from people.models import Department, Person
from people.policies.roles import Role

Values = serializers.Serializer[Any]

ROLES = [role.value for role in Role]


class DepartmentBriefSerializer(Values):
    id = serializers.IntegerField()
    code = serializers.CharField()
    name = serializers.CharField()


class PersonBriefSerializer(Values):
    id = serializers.IntegerField()
    name = serializers.CharField()
    family_name = serializers.CharField()
    department = serializers.CharField(help_text="its name; empty when in none")


def department_brief(department: Department | None) -> dict[str, Any] | None:
    """A DepartmentBrief, or None for none."""
    return {"id": department.pk, "code": department.code, "name": department.name} if department else None


def person_brief(person: Person) -> dict[str, Any]:
    """A PersonBrief; the person's department has to be at hand."""
    return {
        "id": person.pk,
        "name": person.name,
        "family_name": person.family_name,
        "department": person.department.name if person.department else "",
    }
