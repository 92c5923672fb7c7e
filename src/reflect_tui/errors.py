"""The errors a person can meet: what happened, where, and what to do next."""

from __future__ import annotations


class ReflectError(Exception):
    """Something went wrong that a person should be told about in plain words.

    Never carries anything a person wrote: its text may reach a log, a terminal or a screen that
    others see.
    """

    def __init__(self, what: str, *, where: str = "", do: str = "") -> None:
        self.what = what
        """What happened, one sentence without a full stop."""
        self.where = where
        """A file (and line), a folder or a setting; may be empty."""
        self.do = do
        """What to do next, one sentence; may be empty."""
        super().__init__(str(self))

    def __str__(self) -> str:
        place = f" ({self.where})" if self.where else ""
        step = f" {self.do}" if self.do else ""
        return f"{self.what}{place}.{step}"


class NotKept(ReflectError):
    """A save that did not reach the disk; what was typed is still in memory."""


class CannotRead(ReflectError):
    """A file that cannot be read now; nothing was moved or changed."""


class Damaged(ReflectError):
    """A file whose content is not what was written; a copy of it was put aside."""


class Locked(CannotRead):
    """The notebook is locked: it can be read once its password was given."""


class WrongWords(ReflectError):
    """A password or recovery words that don't open the notebook; nothing changed by trying."""
