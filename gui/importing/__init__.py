"""A table becomes the data: looked at, explained and read without ever stopping the window."""
