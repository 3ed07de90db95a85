"""What exports raise."""


class ExportError(ValueError):
    """A network that can't be written in this form, or a file that can't be read; one sentence says why."""
