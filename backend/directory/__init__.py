"""The directory: runs that keep people and departments true, and transfers planned for a day."""
