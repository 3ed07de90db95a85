"""The contents of the course: chapters, lessons, labs, search."""
