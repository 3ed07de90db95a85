"""Where the window's state is remembered; nowhere for runs without a person."""

from __future__ import annotations

from PySide6.QtCore import QSettings, QTemporaryDir


class Settings:
    """Text and bytes by key. A temporary one forgets everything when the program ends."""

    def __init__(self, temporary: bool = False) -> None:
        self._folder = QTemporaryDir() if temporary else None
        if self._folder is not None:
            self._store = QSettings(self._folder.filePath("chalknet.ini"), QSettings.Format.IniFormat)
        else:
            self._store = QSettings()

    @property
    def is_temporary(self) -> bool:
        """Whether nothing is kept."""
        return self._folder is not None

    @property
    def path(self) -> str:
        """Where the settings lie: a file, or on Windows a place in the registry."""
        return self._store.fileName()

    def text(self, key: str, default: str = "") -> str:
        """A remembered text; a damaged entry gives the default."""
        value = self._store.value(key, default)
        return value if isinstance(value, str) else default

    def number(self, key: str, default: int) -> int:
        """A remembered whole number; a damaged entry gives the default."""
        try:
            return int(self.text(key, str(default)))
        except ValueError:
            return default

    def data(self, key: str) -> bytes:
        """Remembered bytes, such as a window's geometry; empty if there are none."""
        value = self._store.value(key)
        return bytes(value.data()) if hasattr(value, "data") else b""

    def remember(self, key: str, value: object) -> None:
        """Keep a value for the next start."""
        self._store.setValue(key, value)

    def clear(self) -> None:
        """Forget everything."""
        self._store.clear()
