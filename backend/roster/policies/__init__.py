"""Who is believed in the building, and what a head count says. Knows no Django."""
