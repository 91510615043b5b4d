"""What the attendance app says over HTTP."""
