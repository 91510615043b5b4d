"""The pictures: a person's days, a section's week, where somebody is now."""
