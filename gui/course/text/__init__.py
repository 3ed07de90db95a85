"""Text of lessons: Markdown and formulas, laid out and painted."""
