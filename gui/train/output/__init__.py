"""The right column: the output over the plane, readouts, confusion matrix, small pictures."""
