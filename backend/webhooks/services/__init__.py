"""Setting webhooks up, and delivering to them."""
