"""Pencil mode: the numbers of an update are blanks, and what is typed into them is judged."""
