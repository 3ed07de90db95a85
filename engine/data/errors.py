"""What the data modules raise."""


class DataError(ValueError):
    """Data that can't be made; the message names the field, its value and what is allowed."""
