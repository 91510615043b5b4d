"""What a person's request of telework says as a rule: the last one's words, else the registration's."""

from datetime import date

from telework.models import TeleworkRequest
from telework.policies.fiscal_year import fiscal_year_of
from telework.policies.forms import Form, Origin, Terminal, Treatment, Unit
from telework.selectors.registrations_seen import own_registration
from telework.services.requests import Content


def usual_telework(person_id: int, day: date, unit: Unit) -> Content:
    """A day at home as the form would be filled in for the person; what is not known is empty."""
    sent = TeleworkRequest.objects.filter(
        person_id=person_id, submitted_at__isnull=False, origin=Origin.REQUEST.value
    ).order_by("-submitted_at", "-pk")
    last = sent.first()
    registered = own_registration(person_id, fiscal_year_of(day))
    at_home = last if last is not None and last.form == Form.HOME else None
    return Content(
        unit=unit,
        form=Form.HOME.value,
        terminal=(last.terminal if last else "") or (registered.terminal if registered else Terminal.OWN_OFFICE.value),
        treatment=Treatment.DUTY.value,
        place=(at_home.place if at_home else "") or (registered.place if registered else ""),
        tasks=last.tasks if last else "",
        contact=(last.contact if last else "") or (registered.contact if registered else ""),
    )


def is_complete(content: Content) -> bool:
    """Whether the form would let it be sent: it asks for tasks and for how one is reached."""
    return bool(content.tasks.strip() and content.contact.strip())
