"""Feeds, links to calendars and what goes to and comes from them."""
