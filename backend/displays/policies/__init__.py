"""The measures of label sheets, and what a display shows when: decided without a database."""
