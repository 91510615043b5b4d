"""Who may look after the directory."""

from django.http import Http404
from rest_framework.views import APIView

from core.fields import LARGEST_ID
from directory.models import DirectoryRun
from directory.selectors.run_pages import run_counted
from people.api.permissions import has_role
from people.policies.roles import Role


class ForIT(APIView):
    """What only IT may ask."""

    permission_classes = [has_role(Role.IT)]


def run_at(id: int) -> DirectoryRun:
    """The run of the address, with its count of findings; 404 where there is none."""
    found = run_counted(id) if id <= LARGEST_ID else None
    if found is None:
        raise Http404
    return found
