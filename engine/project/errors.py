"""What the project modules raise."""


class ProjectError(ValueError):
    """A project that can't be opened or saved; one sentence says what, where and what to do."""


class Damage(ValueError):
    """Something in a project file that can't be so: "where: what"."""

    def __init__(self, where: str, what: str) -> None:
        super().__init__(f"{where}: {what}")
