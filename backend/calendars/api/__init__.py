"""What the calendars app says over HTTP."""
