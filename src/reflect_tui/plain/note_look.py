"""What to look at before a note is handed over, line by line; and words changed in it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from typing import Final

from reflect_tui.errors import ReflectError
from reflect_tui.notes.plan import plan
from reflect_tui.notes.replacing import suggested
from reflect_tui.notes.to_look_at import Spotted, to_look_at
from reflect_tui.plain.going import go_to
from reflect_tui.plain.talk import Talk
from reflect_tui.plain.wording import Wordings, said
from reflect_tui.session.noting import Note
from reflect_tui.session.sitting import Sitting

_AROUND: Final = 80
"""Characters said on either side of some words, where their sentence is longer."""
_NOTHING: Final = "Nothing in it stands out to the program."
_NOT_ALL: Final = (
    "You know more than it does: whoever knows the family or the area may know them by what no "
    "program notices."
)
_ENDS: Final = ".!?\n"
Thing = tuple[str, Callable[[], None]]
"""What is said of something to look at, and what can be done about it."""


class Looking:
    """The look before one note is handed over; what is left as it is isn't said again there."""

    def __init__(self, talk: Talk, sitting: Sitting, wordings: Wordings, note: Note) -> None:
        self._talk = talk
        self._sitting = sitting
        self._wordings = wordings
        self._note = note
        self._left: set[str] = set()

    def run(self) -> None:
        """Say each thing, and let something be done about it, until somebody goes on.

        Raises Turn when they go to an answer.
        """
        talk = self._talk
        while things := [*self._spotted(), *self._questions()]:
            talk.say("", "Look at these before you hand it over. All may stay as it is.")
            chosen = talk.choose([words for words, _ in things], blank="go on")
            if chosen is None:
                break
            things[chosen][1]()
        else:
            talk.say("", _NOTHING)
        talk.say(_NOT_ALL)

    def _spotted(self) -> Iterator[Thing]:
        """What could say who somebody is, with its sentence."""
        for each in to_look_at(self._sitting.session, self._note):
            if each.words not in self._left:
                yield f"{_first_large(each)}, in: {sentence_of(each)}", partial(self._ways, each)

    def _questions(self) -> Iterator[Thing]:
        """What may be asked of the words that were moved into it."""
        if self._note is Note.OWN:
            return
        for piece in plan(self._sitting.shown, self._note):
            if piece.in_note and piece.address is not None:
                for question in self._wordings.of(self._sitting, piece.address).questions:
                    ways = partial(self._wordings.ways, self._talk, self._sitting, question)
                    yield said(question), ways

    def _ways(self, spotted: Spotted) -> None:
        """What may be done about it."""
        talk, words = self._talk, spotted.words
        instead = suggested(spotted.sort)
        options = ["Leave it as it is"]
        if self._note is not Note.OWN:
            options += [
                f"Change it in the notes to {instead}",
                "Change it in the notes to words of your own",
            ]
        if spotted.address is not None:
            options.append("Go to the answer")
        talk.say("", f"{_first_large(spotted)}. It answers: {spotted.asked}")
        chosen = talk.choose(options, blank="go back")
        if chosen is None:
            return
        if chosen == 0:
            self._left.add(words)
        elif spotted.address is not None and chosen == len(options) - 1:
            go_to(talk, self._sitting, spotted.address)
        elif chosen == 1:
            _say_otherwise(talk, self._sitting, words, instead)
        else:
            _in_own_words(talk, self._sitting, words)


def _first_large(spotted: Spotted) -> str:
    return f"{spotted.sort[0].upper()}{spotted.sort[1:]}: “{spotted.words}”"


def sentence_of(spotted: Spotted) -> str:
    """The sentence some words stand in; of a long one, what stands round them."""
    text = spotted.text
    before = max(text.rfind(mark, 0, spotted.start) for mark in _ENDS) + 1
    ends = [at for at in (text.find(mark, spotted.end) for mark in _ENDS) if at >= 0]
    after = min(ends, default=len(text) - 1) + 1
    start, end = max(before, spotted.start - _AROUND), min(after, spotted.end + _AROUND)
    words = " ".join(text[start:end].split())
    return f"{'… ' * (start > before)}{words}{' …' * (end < after)}"


def _in_own_words(talk: Talk, sitting: Sitting, words: str) -> None:
    talk.say(f"What shall the notes say for “{words}”? One line, or a full stop to go back.")
    by = talk.line().strip()
    if by not in ("", "."):
        _say_otherwise(talk, sitting, words, by)


def _say_otherwise(talk: Talk, sitting: Sitting, words: str, by: str) -> None:
    sitting.settle()
    try:
        sitting.replace(words, by)
    except ReflectError as error:
        talk.say(str(error))
        return
    sitting.settle()
    talk.say(f"The notes say “{by}” for “{words}” now. What was written stays as it was.")


def other_words(talk: Talk, sitting: Sitting) -> None:
    """Words that stand as others in the notes: those there are, to put back, and further ones."""
    while True:
        kept = sitting.session.replaced
        lines = [f"“{each.words}” stands as “{each.by}”; put it back" for each in kept]
        talk.say("", "Changed in the notes; what was written stays as it was.")
        chosen = talk.choose([*lines, "Change other words"], blank="go back")
        if chosen is None:
            return
        if chosen < len(kept):
            sitting.put_back(kept[chosen].words)
            talk.say("Put back.")
            continue
        talk.say("Which words? As they are written, on one line; a full stop goes back.")
        words = talk.line().strip()
        if words not in ("", "."):
            _in_own_words(talk, sitting, words)
