"""Which scope of a token opens which operation of the API.

What is in no scope refuses tokens: signing in, tokens and second factors; approvals, orders, pledges and rules, which
people answer for; the roster, which is opened with a reason; and what somebody chooses about themselves.
"""

from collections.abc import Mapping

from access.policies.scopes import Scope

_OPENED_BY: Mapping[Scope, str] = {
    Scope.READ: """
        GET /attendance/departments/{id}/
        GET /attendance/departments/{id}/export/
        GET /attendance/me/
        GET /attendance/me/desks-back/
        GET /attendance/me/pattern/
        GET /attendance/shifts/
        GET /availability/
        GET /booking-rules/
        GET /booking-series/
        GET /booking-series/{id}/
        GET /bookings/
        GET /bookings/no-shows/
        GET /bookings/why/
        GET /bookings/{id}/
        GET /buildings/
        GET /closing-days/
        GET /closures/
        GET /closures/past/
        GET /delegations/
        GET /departments/
        GET /desk-labels.pdf
        GET /desk-loans/
        GET /desks/
        GET /desks/{id}/day/
        GET /directory/
        GET /directory/gaps/
        GET /directory/runs/
        GET /directory/runs/{id}/
        GET /directory/runs/{id}/changes/
        GET /directory/runs/{id}/findings/
        GET /directory/transfers/
        GET /directory/transfers/{id}/
        GET /directory/transfers/{id}/effects/
        GET /directory/transfers/{id}/effects/counts/
        GET /directory/transfers/{id}/entries/
        GET /dxf-drawings/{id}/
        GET /dxf-drawings/{id}/preview.svg
        GET /floors/
        GET /floors/{id}/
        GET /floors/{id}/availability/
        GET /group-bookings/
        GET /group-bookings/{id}/
        GET /layout-drafts/
        GET /layout-drafts/{id}/
        GET /layout-drafts/{id}/plan.svg
        GET /layout-drafts/{id}/review/
        GET /layouts/
        GET /layouts/{id}/plan.svg
        GET /me/
        GET /me/looks/
        GET /notices/
        GET /notices/preferences/
        GET /notices/unread/
        GET /people/
        GET /people/bookable/
        GET /people/favourites/
        GET /people/{id}/
        GET /people/{id}/whereabouts/
        GET /relocations/mine/
        GET /seating/choice/{id}/
        GET /seating/departments/
        GET /seating/draws/
        GET /seating/draws/{id}/
        GET /team-days/
        GET /telework/approvals/
        GET /telework/approvals/count/
        GET /telework/approvals/reports/
        GET /telework/departments/
        GET /telework/departments/{id}/rules/
        GET /telework/orders/
        GET /telework/records/departments/{id}/
        GET /telework/records/departments/{id}/export/
        GET /telework/records/me/
        GET /telework/records/me/export/
        GET /telework/registrations/
        GET /telework/registrations/me/
        GET /telework/registrations/{id}/
        GET /telework/requests/
        GET /telework/requests/{id}/
        GET /telework/requests/{id}/stretches/
        GET /telework/rules/
        GET /visitors/
        GET /waitlists/
        GET /waitlists/demand/
    """,
    Scope.BOOKINGS: """
        POST /booking-series/
        POST /booking-series/preview/
        POST /booking-series/{id}/cancel/
        POST /booking-series/{id}/change/
        POST /booking-series/{id}/change/preview/
        POST /booking-series/{id}/restore/
        POST /bookings/
        PATCH /bookings/{id}/
        POST /bookings/{id}/cancel/
        POST /bookings/{id}/check-in/
        POST /bookings/{id}/check-out/
        POST /bookings/{id}/restore/
        POST /desk-loans/
        POST /desk-loans/{id}/withdraw/
        POST /desks/{id}/check-in/
        POST /group-bookings/
        POST /group-bookings/preview/
        POST /group-bookings/{id}/cancel/
        POST /relocations/{id}/accept/
        POST /relocations/{id}/decline/
        POST /seating/choice/
        POST /seating/choice/{id}/book/
        POST /seating/draws/
        POST /seating/draws/preview/
        POST /seating/draws/{id}/undo/
        POST /team-days/
        DELETE /team-days/{id}/
        POST /visitors/
        POST /visitors/{id}/end/
        POST /waitlists/
        POST /waitlists/{id}/accept/
        POST /waitlists/{id}/decline/
        POST /waitlists/{id}/leave/
    """,
    Scope.TELEWORK: """
        POST /attendance/me/copy-week/
        PUT /attendance/me/pattern/
        POST /attendance/me/preview/
        PUT /attendance/me/{day}/
        POST /telework/device-logs/
        POST /telework/requests/
        POST /telework/requests/many/
        POST /telework/requests/preview/
        PATCH /telework/requests/{id}/
        POST /telework/requests/{id}/cancel/
        POST /telework/requests/{id}/end/
        POST /telework/requests/{id}/pause/
        POST /telework/requests/{id}/report/
        POST /telework/requests/{id}/resume/
        POST /telework/requests/{id}/start/
        POST /telework/requests/{id}/submit/
        POST /telework/requests/{id}/withdraw/
        POST /telework/series/{id}/withdraw/
    """,
    Scope.DIRECTORY: """
        POST /directory/runs/
        POST /directory/runs/{id}/apply/
        POST /directory/runs/{id}/discard/
        POST /directory/transfers/
        POST /directory/transfers/{id}/withdraw/
    """,
    Scope.PLACES: """
        POST /closing-days/
        DELETE /closing-days/{id}/
        POST /closures/
        POST /closures/{id}/lift/
        POST /dxf-drawings/
        POST /dxf-drawings/{id}/draft/
        POST /layout-drafts/
        DELETE /layout-drafts/{id}/
        PUT /layout-drafts/{id}/
        POST /layout-drafts/{id}/publish/
        POST /layouts/{id}/take-back/
        POST /places-imports/
    """,
}

SCOPE_OF: Mapping[str, Scope] = {
    " ".join(line.split()): scope for scope, lines in _OPENED_BY.items() for line in lines.splitlines() if line.strip()
}
"""By method and address as the schema writes them: 'POST /bookings/{id}/cancel/'."""

REFUSES_TOKENS = frozenset(
    " ".join(line.split())
    for line in """
        POST /booking-rules/
        POST /booking-rules/simulate/
        DELETE /booking-rules/{id}/
        PATCH /booking-rules/{id}/
        POST /delegations/
        POST /delegations/{id}/end/
        GET /display-links/
        POST /display-links/
        POST /display-links/{id}/revoke/
        GET /displays/{token}/
        GET /displays/{token}/plans/{id}.svg
        GET /head-counts/
        POST /head-counts/
        GET /head-counts/{id}/
        POST /head-counts/{id}/close/
        POST /head-counts/{id}/marks/
        POST /access/accounts/{id}/end-sessions/
        GET /access/tokens/
        POST /access/tokens/{id}/revoke/
        PATCH /me/
        GET /me/sessions/
        POST /me/sessions/end-others/
        DELETE /me/sessions/{id}/
        GET /me/tokens/
        POST /me/tokens/
        POST /me/tokens/{id}/revoke/
        GET /my-safety/
        POST /my-safety/
        PATCH /notices/preferences/
        POST /notices/read-all/
        POST /notices/{id}/read/
        DELETE /people/favourites/{id}/
        PUT /people/favourites/{id}/
        GET /roster/
        POST /roster/openings/
        DELETE /session/
        GET /session/
        POST /session/
        GET /access/accounts/
        POST /access/accounts/{id}/reset-factors/
        GET /me/factors/
        POST /me/factors/authenticator/
        DELETE /me/factors/authenticator/
        POST /me/factors/authenticator/confirm/
        POST /me/factors/passkeys/
        POST /me/factors/passkeys/options/
        DELETE /me/factors/passkeys/{id}/
        POST /me/factors/prove/
        POST /me/factors/prove/options/
        POST /me/factors/recovery-codes/
        POST /session/passkey/
        POST /session/passkey/options/
        POST /session/second-factor/
        POST /session/second-factor/options/
        POST /telework/approvals/
        POST /telework/approvals/confirm/
        PATCH /telework/departments/{id}/rules/
        POST /telework/orders/
        POST /telework/orders/preview/
        POST /telework/orders/{id}/withdraw/
        POST /telework/registrations/
        PATCH /telework/registrations/{id}/
        POST /telework/registrations/{id}/approve/
        POST /telework/registrations/{id}/reject/
        POST /telework/registrations/{id}/return/
        POST /telework/registrations/{id}/revoke/
        POST /telework/registrations/{id}/submit/
        POST /telework/registrations/{id}/withdraw/
        POST /telework/requests/{id}/approve/
        POST /telework/requests/{id}/confirm/
        POST /telework/requests/{id}/reject/
        POST /telework/requests/{id}/return/
        POST /telework/requests/{id}/revoke/
        POST /telework/requests/{id}/send_back/
        PATCH /telework/rules/everyone/
        GET /webhooks/
        POST /webhooks/
        GET /webhooks/deliveries/
        GET /webhooks/deliveries/{id}/
        POST /webhooks/deliveries/{id}/replay/
        GET /webhooks/kinds/
        DELETE /webhooks/{id}/
        GET /webhooks/{id}/
        PATCH /webhooks/{id}/
        POST /webhooks/{id}/renew-secret/
        POST /webhooks/{id}/replay/
        POST /webhooks/{id}/test/
    """.splitlines()
    if line.strip()
)
"""What no token opens. Whatever stands in neither list opens for no token either; a test finds it."""
