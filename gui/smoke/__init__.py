"""`--smoke-test`: everything that the program is about, once, in the real window and without a person."""
