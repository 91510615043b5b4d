"""What the webhooks app says over HTTP."""
