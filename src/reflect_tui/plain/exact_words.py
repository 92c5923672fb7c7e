"""Their exact words for the record, a line at a time; and the offer to take them out of here."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from reflect_tui import clipboard
from reflect_tui.plain.talk import Talk
from reflect_tui.session.address import Address
from reflect_tui.session.sitting import Sitting
from reflect_tui.session.values import Line, Text

if TYPE_CHECKING:
    from reflect_tui.plain.asked import Asked

OFFER = "/copy copies their exact words for the record, from the answer you are at."
STILL = "/undo brings them back. Earlier states of this session, and backups, may still hold them."


@dataclass(frozen=True, slots=True)
class ExactWords:
    """The words of the answer that is being written, or of the one before its first line."""

    asked: str
    """The question they answer."""
    words: str
    take_out: Callable[[], None]


def words_at_hand(
    sitting: Sitting, last: Asked | None, answered: Address | None
) -> ExactWords | None:
    """What can be copied now; None where nothing is written."""
    if last is None:
        return None
    part = last.part
    if part is not None and part.stands().strip():
        keep = part.keep
        asked = part.asked or last.prompt.title
        return _words(sitting, asked, part.stands(), lambda: keep(""))
    for address in (last.address, answered):
        response = sitting.session.response(address) if address is not None else None
        if address is not None and response is not None:
            value = response.value
            if not isinstance(value, Text | Line):
                return None
            return _words(sitting, response.asked, value.text, _clearing(sitting, address))
    return None


def _clearing(sitting: Sitting, address: Address) -> Callable[[], None]:
    return lambda: sitting.clear(address)


def _words(sitting: Sitting, asked: str, words: str, clear: Callable[[], None]) -> ExactWords:
    def take_out() -> None:
        # A step of its own, so that it can be taken back by itself.
        sitting.settle()
        clear()
        sitting.settle()

    return ExactWords(asked, words, take_out)


def copy(talk: Talk, words: ExactWords | None) -> None:
    """Copy them; once they are in the record, offer to take them out. Anything may be left."""
    if words is None:
        talk.say("There is nothing written here to copy.")
        return
    talk.say(f"Their exact words, as written to “{words.asked}”.")
    copied = clipboard.copy(words.words)
    if copied is clipboard.Copied.NOWHERE:
        talk.say("There is no clipboard here. These are the words, unchanged, to copy by hand:", "")
        talk.say_unfolded(words.words)
        talk.say("")
    else:
        talk.say(copied.value, clipboard.KEPT)
    if not talk.yes("Is it in their record now?"):
        talk.say("They stay here. /copy asks again.")
        return
    talk.say(f"It is in the record. Need they stand here as well? {STILL}")
    chosen = talk.choose(["Take those words out of here", "Keep them here"], blank="keep them here")
    if chosen == 0:
        words.take_out()
        talk.say("Taken out.")
