"""The labs of the course: what each computes, without a window. One file and one row in `table` each."""
