"""What the gates app says over HTTP."""
