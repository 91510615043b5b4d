"""Looking at other people's past leaves a trace: the people app keeps it, for every app that shows one."""

from people.services.looking import note_view_of_department, note_view_of_person

__all__ = ["note_view_of_department", "note_view_of_person"]
