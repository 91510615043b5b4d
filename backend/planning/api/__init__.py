"""What the planning app says over HTTP."""
