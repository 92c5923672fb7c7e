"""The key to a notebook: whether it is sealed, and whether its identity is in hand now."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reflect_tui import files
from reflect_tui.errors import Damaged, ReflectError
from reflect_tui.notebook import seal
from reflect_tui.notebook.folder import Folder
from reflect_tui.notebook.seal import Sealed

if TYPE_CHECKING:
    from pathlib import Path

    from pyrage.x25519 import Identity

_AT_MOST = 100_000


class Key:
    """Locks and unlocks. All methods may be called from any thread; unlocking takes a moment."""

    def __init__(self, folder: Folder) -> None:
        self._folder = folder

    @property
    def sealed(self) -> bool:
        """Whether the notebook has a password."""
        return isinstance(self._folder.coder, Sealed)

    @property
    def locked(self) -> bool:
        """Whether nothing can be read until the password was given."""
        coder = self._folder.coder
        return isinstance(coder, Sealed) and coder.identity is None

    def lock(self) -> None:
        """Forget the identity. What is being written can still be kept."""
        coder = self._folder.coder
        if isinstance(coder, Sealed):
            self._put(coder, Sealed(coder.recipient))

    def unlock(self, typed: str) -> None:
        """Open with the password; raises WrongWords, CannotRead, Damaged."""
        self._unlock(self._folder.identity, seal.as_password(typed))

    def unlock_by_recovery(self, typed: str) -> None:
        """Open with the recovery words; raises WrongWords, CannotRead, Damaged, ReflectError."""
        self._unlock(self._folder.recovery, seal.as_recovery_words(typed))

    def change_password(self, typed: str) -> None:
        """Open with another password from now on: one file is written anew, and no other.

        Raises NotKept, CannotRead, and ReflectError when the notebook is locked or the password
        too short, and when it isn't the notebook any more that was opened here.
        """
        words = seal.check_password(typed)
        files.replace(self._folder.identity, seal.wrap(self._in_hand(), words))

    def change_recovery_words(self) -> str:
        """New recovery words, instead of those there were; raises NotKept, ReflectError."""
        words = seal.new_recovery_words()
        files.replace(self._folder.recovery, seal.wrap(self._in_hand(), words))
        return words

    def _in_hand(self) -> Identity:
        coder = self._folder.coder
        if not isinstance(coder, Sealed):
            raise ReflectError("This notebook has no password", do="Give it one first.")
        if coder.identity is None:
            raise ReflectError("This notebook is locked", do="Unlock it first.")
        # Otherwise the one file written here would shut out the key of all the others.
        try:
            recipient = self._folder.said().recipient
        except FileNotFoundError as error:
            raise files.cannot_read("The notebook", self._folder.about, error) from error
        if recipient != coder.recipient:
            raise ReflectError(
                "This notebook was given another password in another window",
                where=str(self._folder.about),
                do="Nothing was changed; close this window and open the notebook again.",
            )
        return coder.identity

    def _unlock(self, wrapped: Path, words: str) -> None:
        coder = self._folder.coder
        if not isinstance(coder, Sealed):
            return
        try:
            kept = files.read_own(wrapped, at_most=_AT_MOST)
        except FileNotFoundError:
            raise ReflectError(
                "The file that holds this notebook's key has gone",
                where=str(wrapped),
                do="Nothing was changed; use the other way in, or put it back from a backup.",
            ) from None
        identity = seal.unwrap(kept, words, str(wrapped))
        if seal.public_key(identity) != coder.recipient:
            raise Damaged(
                "This key belongs to another notebook than notebook.toml says",
                where=str(wrapped),
                do="Nothing was changed; put both files back from the same backup.",
            )
        self._put(coder, Sealed(coder.recipient, identity))

    def _put(self, instead_of: Sealed, coder: Sealed) -> None:
        """Change the key in hand, unless the password was taken off while one waited."""
        if self._folder.coder is instead_of:
            self._folder.coder = coder
