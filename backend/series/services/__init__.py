"""Book, cancel, restore and change the dates of a series, each act as one."""
