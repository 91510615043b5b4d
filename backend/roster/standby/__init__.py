"""What works while the database does not answer: the last copy in a file, a pass in a cookie, a journal of marks.

Nothing in here asks the database.
"""
