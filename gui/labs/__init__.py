"""The labs of the course: small things to play with. `table.make_lab` makes one; each has a folder of its own."""
