"""What the series app says over HTTP."""
