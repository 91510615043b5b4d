"""What the seating app says over HTTP."""
