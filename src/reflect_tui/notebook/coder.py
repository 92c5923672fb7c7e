"""How a session's bytes stand on the disk: as they are, or sealed."""

from __future__ import annotations

from typing import Final, Protocol


class Coder(Protocol):
    """Turns what a session says into the bytes of its file, and back."""

    suffix: str
    """How the files end, with the dot: `.json`."""

    def encode(self, plain: bytes) -> bytes:
        """The bytes to put on the disk."""
        ...

    def decode(self, kept: bytes) -> bytes:
        """What `encode` was given. Raises Damaged, or CannotRead where a key doesn't fit."""
        ...


class Plain:
    """An unsealed notebook: the file is what it says, and anything can read it."""

    suffix = ".json"

    def encode(self, plain: bytes) -> bytes:
        """The same bytes."""
        return plain

    def decode(self, kept: bytes) -> bytes:
        """The same bytes."""
        return kept


PLAIN: Final[Coder] = Plain()
"""The coder of an unsealed notebook."""
