"""Copying words out of the program: the system's clipboard first, then the terminal's.

Only ever on a person's own copy. What was copied is read back, because a clipboard may refuse
without a word, or change letters it does not know.
"""

from __future__ import annotations

from collections.abc import Callable
from enum import Enum

KEPT = "This computer may keep what was copied: copy something else afterwards."


class Copied(Enum):
    """Where words were copied to, as it is said."""

    SYSTEM = "Copied, unchanged, to this computer's clipboard: now paste where it is to stand."
    TERMINAL = (
        "Handed, unchanged, to this terminal's clipboard: now paste where it is to stand, and "
        "look whether everything is there."
    )
    NOWHERE = "There is no clipboard here, so nothing was copied."


_SEEN_BY_OTHERS = ("copy_klipper", "copy_qt")
"""Ways that show the words to whoever lists this computer's programs, or may end ours."""


def copy(text: str, by_terminal: Callable[[str], None] | None = None) -> Copied:
    """Copy words, unchanged to the character; may take a moment, so call it in a thread.

    `by_terminal` hands them to the terminal where the system has no clipboard for us.
    """
    if to_system(text):
        return Copied.SYSTEM
    if by_terminal is None:
        return Copied.NOWHERE
    by_terminal(text)
    return Copied.TERMINAL


def to_system(text: str) -> bool:
    """Whether the words are on the system's clipboard now, each letter of them."""
    import pyperclip  # here, because hardly any run of the program copies

    try:
        put, look = pyperclip.determine_clipboard()
        if getattr(put, "__name__", "") in _SEEN_BY_OTHERS:
            return False
        put(text)
        return bool(look() == text)
    except Exception:  # noqa: BLE001  (each system's way fails in its own; there is another one)
        return False
