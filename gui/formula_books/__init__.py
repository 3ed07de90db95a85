"""Which formulas stand ready in assets/formulas, and how their books are made; not for the window."""
