"""The lab of shapes: a table of fields, each judged when it is filled in."""
