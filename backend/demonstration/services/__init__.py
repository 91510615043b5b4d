"""Writing the fictional hall down."""
