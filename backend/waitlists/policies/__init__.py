"""When an offer lapses, and what a wait can come to. Knows no Django."""
