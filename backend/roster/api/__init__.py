"""What the roster app says over HTTP."""
