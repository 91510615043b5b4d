"""What the relocation app says over HTTP."""
