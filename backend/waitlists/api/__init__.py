"""What the waitlists app says over HTTP."""
