"""What is worth a notice, who hears of it, and when mail is sent: decided without a database."""
