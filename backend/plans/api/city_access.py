"""Who reads the city's calendar, and who sets it."""

from rest_framework.permissions import SAFE_METHODS, BasePermission
from rest_framework.views import APIView

from people.api.permissions import SignedInOnly, has_role
from people.policies.roles import Role

SETS_CITY_CALENDAR = has_role(Role.FACILITIES, Role.HR, Role.IT)


class ReadByAllSetByFew(APIView):
    """Everybody reads; facilities, HR and IT write."""

    def get_permissions(self) -> list[BasePermission]:
        allowed = SignedInOnly if self.request.method in SAFE_METHODS else SETS_CITY_CALENDAR
        return [allowed()]
