"""What the project modules raise."""


class ProjectError(ValueError):
    """A project that can't be opened or saved; one sentence says what, where and what to do."""


class Damage(ValueError):  # noqa: N818 (what is wrong inside a file; `ProjectError` names the file too)
    """Something in a project file that can't be so: "where: what"."""

    def __init__(self, where: str, what: str) -> None:
        super().__init__(f"{where}: {what}")
