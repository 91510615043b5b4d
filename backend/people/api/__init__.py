"""What the people app says over HTTP."""
