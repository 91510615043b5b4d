"""What the displays app says over HTTP."""
