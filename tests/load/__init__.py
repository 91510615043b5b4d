"""`make bench`: a hall of a given size, the server as in production, and how much it carries, on 127.0.0.1 only."""
