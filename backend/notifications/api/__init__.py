"""What the notifications app says over HTTP."""
