"""Reading who is believed in the building, and head counts."""
