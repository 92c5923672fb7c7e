"""All sessions, a line at a time: find some by words, by way of working, by what follows on."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from reflect_tui.errors import ReflectError
from reflect_tui.notebook.folding import around
from reflect_tui.notebook.search import Found, Search, Wanted
from reflect_tui.notebook.summary import Summary
from reflect_tui.notes.read import as_text
from reflect_tui.plain.beginning import WAYS, called
from reflect_tui.plain.looking_after import LookingAfter
from reflect_tui.plain.note import say_note_only
from reflect_tui.plain.talk import Talk
from reflect_tui.plain.world import World
from reflect_tui.session.model import Session

FIND = "All sessions, or find one"
_ASK = (
    "Type words to find: they may stand in a session's name or anywhere in what was written. "
    "A full stop takes all sessions."
)
_AT_ONCE = 12
"""Sessions that are said in one go."""
_ROOM = 60
"""Letters of the words round what was found."""
_MORE, _WAY, _WORDS = "Earlier ones", "One way of working only", "Other words"


@dataclass(frozen=True, slots=True)
class _Hit:
    """One session as it is said; nothing else of what was read is kept while one waits."""

    summary: Summary
    words: str
    """How it is called, and the words round what was found."""


class Finding:
    """Looks through the sessions until somebody goes on with one, or goes back."""

    def __init__(
        self, talk: Talk, world: World, looking_after: LookingAfter, *, may_write: bool
    ) -> None:
        self._talk = talk
        self._world = world
        self._looking_after = looking_after
        self._may_write = may_write
        self._went_on: Session | None = None

    def run(self) -> Session | None:
        """The session to go on with, or None."""
        wanted: Wanted | None = self._other_words(Wanted())
        try:
            while wanted is not None and not self._world.company:
                wanted = self._among(wanted)
        except ReflectError as error:  # The notebook itself cannot be read now.
            self._talk.say(str(error))
        return self._went_on

    def _other_words(self, wanted: Wanted) -> Wanted:
        self._talk.say("", _ASK)
        typed = self._talk.line().strip()
        return replace(wanted, typed="" if typed == "." else typed)

    # -- looking --------------------------------------------------------------------------

    def _look(self, wanted: Wanted) -> list[_Hit]:
        """What fits; all that was read for it is let go of before anything is said."""
        search = Search(self._world.notebook)
        try:
            found: list[Found] = []
            for number, hits in enumerate(search.find(wanted)):
                if number == 0 and not hits.whole:
                    self._talk.say("Looking …")
                found = hits.found
            return [_Hit(each.summary, _said(each, wanted)) for each in found]
        finally:
            search.forget()

    def _among(self, wanted: Wanted) -> Wanted | None:
        """Say what fits, some at a time; what is looked for next, or None to go back."""
        hits = self._look(wanted)
        if not hits:
            self._talk.say("Nothing is found.")
        elif wanted.thread:
            self._talk.say("These follow on from each other, the first one first.")
        begin = 0
        while True:
            page = hits[begin : begin + _AT_ONCE]
            others = [_MORE] * (len(hits) > begin + _AT_ONCE) + [_WAY, _WORDS]
            self._talk.say("")
            chosen = self._talk.choose([*(hit.words for hit in page), *others], blank="go back")
            if chosen is None or self._world.company:
                return None
            if chosen < len(page):
                return self._one(page[chosen].summary, wanted)
            if others[chosen - len(page)] == _WORDS:
                return self._other_words(Wanted(way=wanted.way))
            if others[chosen - len(page)] == _WAY:
                return self._one_way(wanted)
            begin += _AT_ONCE

    def _one_way(self, wanted: Wanted) -> Wanted:
        which = self._talk.choose([words for words, _ in WAYS], blank="take any")
        return replace(wanted, way=None if which is None else WAYS[which][1])

    # -- one session ----------------------------------------------------------------------

    def _one(self, summary: Summary, wanted: Wanted) -> Wanted | None:
        """What can be done with one; what is looked for next, or None to go back home."""
        if summary.trouble is not None:
            self._tried(lambda: self._looking_after.earlier_of(summary))
            return wanted
        deeds: dict[str, Callable[[], None]] = {
            "Read it": lambda: self._read(summary),
            "Hear its note": lambda: self._note(summary),
        }
        follow = "What follows on from it, and what it follows on from"
        on, put = "Go on with it", "Put it in the bin"
        words = ["Read it", *[on] * self._may_write, "Hear its note", follow]
        if self._may_write:
            deeds["Earlier states of it"] = lambda: self._looking_after.earlier_of(summary)
            deeds[put] = lambda: self._looking_after.put_in_bin(summary)
            words += ["Earlier states of it", put]
        while not self._world.company:
            self._talk.say("", called(summary))
            chosen = self._talk.choose(words, blank="go back to the sessions")
            if chosen is None or self._world.company:
                break
            if words[chosen] == follow:
                return Wanted(thread=summary.thread)
            if words[chosen] == on:
                self._tried(lambda: self._go_on(summary))
                return wanted if self._went_on is None else None
            self._tried(deeds[words[chosen]])
            if words[chosen] == put:
                break
        return wanted

    def _read(self, summary: Summary) -> None:
        self._talk.say("", as_text(self._world.notebook.load(summary.id)))

    def _note(self, summary: Summary) -> None:
        say_note_only(self._talk, self._world.notebook.load(summary.id), self._world)

    def _go_on(self, summary: Summary) -> None:
        self._went_on = self._world.notebook.load(summary.id)

    def _tried(self, deed: Callable[[], None]) -> None:
        try:
            deed()
        except ReflectError as error:
            self._talk.say(str(error))


def _said(found: Found, wanted: Wanted) -> str:
    """A session as the list says it: its name, and the words round what was found."""
    summary = found.summary
    if summary.trouble is not None:
        return f"{summary.trouble.what} ({summary.id})"
    way = next(words for words, way in WAYS if way == summary.way)
    near = around(found.text, found.folded, wanted.words, _ROOM)
    return f"{called(summary)}, {way}{f': {near.text}' if near else ''}"
