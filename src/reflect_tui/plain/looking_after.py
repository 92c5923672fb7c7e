"""Looking after the notebook, a line at a time: earlier states, the bin, the password."""

from __future__ import annotations

from collections.abc import Callable

from reflect_tui.errors import ReflectError
from reflect_tui.notebook.bin import BEFORE, CANNOT_REMOVE
from reflect_tui.notebook.earlier import State
from reflect_tui.notebook.summary import Summary
from reflect_tui.notes.read import as_text
from reflect_tui.plain.beginning import called
from reflect_tui.plain.giving import TAKE_IN, take_in
from reflect_tui.plain.locking import Locking
from reflect_tui.plain.talk import Talk
from reflect_tui.plain.world import World
from reflect_tui.session.comparing import gone_or_changed
from reflect_tui.session.model import Session
from reflect_tui.session.sitting import Sitting

_READ_IT = "Read all of it as it was then"


class LookingAfter:
    """What can be done with the notebook itself, while no session is open."""

    def __init__(self, talk: Talk, world: World, locking: Locking) -> None:
        self._talk = talk
        self._world = world
        self._locking = locking

    def run(self) -> None:
        """Offer it, once."""
        deeds: list[tuple[str, Callable[[], None]]] = [
            ("Bring back an answer that was wiped, or a session that can't be read", self._earlier),
            ("Put a session in the bin", self._put_in_bin),
            ("Take a session out of the bin", self._take_out),
            ("Empty the bin", self._empty),
            (TAKE_IN, lambda: take_in(self._talk, self._world)),
        ]
        deeds += password_deeds(self._world, self._locking)
        chosen = self._talk.choose([words for words, _ in deeds], blank="go back")
        if chosen is None:
            return
        try:
            deeds[chosen][1]()
        except ReflectError as error:
            self._talk.say(str(error))

    # -- earlier states -------------------------------------------------------------------

    def _earlier(self) -> None:
        summary = self._one_of(self._world.notebook.sessions(), "There are no sessions yet.")
        if summary is not None:
            self.earlier_of(summary)

    def earlier_of(self, summary: Summary) -> None:
        """Bring back what stood in one session; of one that can't be read, all of it."""
        if summary.trouble is not None:
            self._mend(summary)
            return
        states = self._world.notebook.earlier(summary.id)
        if not states:
            self._talk.say("There is no earlier state of it yet.")
            return
        self._talk.say("As it was when?")
        chosen = self._talk.choose([_when(state) for state in states], blank="go back")
        if chosen is not None:
            then = self._world.notebook.load_earlier(states[chosen])
            self._bring_back(self._world.notebook.load(summary.id), then)

    def _bring_back(self, now: Session, then: Session) -> None:
        """Each answer that was there then and is gone or differs, until nobody wants one more."""
        sitting = Sitting(now, keep=lambda _: None)
        while True:
            found = gone_or_changed(sitting.session, then)
            self._talk.say(
                "What stood there then, and doesn't now. A number brings one back."
                if found
                else "Everything that stood there then stands there now."
            )
            words = [
                f"{each.asked} ({'gone' if each.now is None else 'now it says something else'})"
                for each in found
            ]
            chosen = self._talk.choose([*words, _READ_IT], blank="go back")
            if chosen is None:
                return
            if chosen == len(found):
                self._talk.say("", as_text(then), "")
                continue
            sitting.write(found[chosen].address, found[chosen].then)
            kept = self._world.notebook.save(sitting.session)
            sitting = Sitting(kept, keep=lambda _: None)
            self._talk.say("It stands in its place again. Kept.")

    def _mend(self, summary: Summary) -> None:
        """A session that can't be read: its newest earlier state that can."""
        self._talk.say(str(summary.trouble))
        found = self._world.notebook.newest_good(summary.id)
        if found is None:
            self._talk.say("No earlier state of it can be read either. Look in your backups.")
            return
        state, session = found
        self._talk.say(f"The newest earlier state that can be read is from {_when(state)}:")
        self._talk.say("", as_text(session), "")
        if self._talk.yes("Put it in the place of the file that can't be read?"):
            self._world.notebook.bring_back(summary.id, state)
            self._talk.say("Done. The broken file is kept in the folder “damaged”.")

    # -- the bin --------------------------------------------------------------------------

    def _put_in_bin(self) -> None:
        self._talk.say(BEFORE)
        summary = self._one_of(self._world.notebook.sessions(), "There are no sessions yet.")
        if summary is not None:
            self._put(summary)

    def put_in_bin(self, summary: Summary) -> None:
        """Put one session in the bin, once that was said yes to."""
        self._talk.say(BEFORE)
        if self._talk.yes("Put it in the bin?"):
            self._put(summary)

    def _put(self, summary: Summary) -> None:
        self._world.notebook.bin.put(summary.id)
        self._talk.say("It is in the bin, and can be taken out until the bin is emptied.")

    def _take_out(self) -> None:
        summary = self._one_of(self._world.notebook.bin.sessions(), "The bin is empty.")
        if summary is not None:
            self._world.notebook.bin.take_out(summary.id)
            self._talk.say("It is back among all sessions.")

    def _empty(self) -> None:
        if not self._world.notebook.bin.sessions():
            self._talk.say("The bin is empty.")
            return
        self._talk.say(BEFORE, CANNOT_REMOVE)
        if self._talk.yes("Remove what is in the bin for good, with its earlier states?"):
            troubles = self._world.notebook.bin.empty()
            self._talk.say(*(troubles or ["The bin is empty."]))

    def _one_of(self, sessions: list[Summary], none: str) -> Summary | None:
        if not sessions:
            self._talk.say(none)
            return None
        names = [_name(summary) for summary in sessions]
        chosen = self._talk.choose(names, blank="go back")
        return None if chosen is None else sessions[chosen]


def password_deeds(world: World, locking: Locking) -> list[tuple[str, Callable[[], None]]]:
    """What can be done with the password now."""
    if not world.notebook.key.sealed:
        return [("Lock the notebook with a password", locking.give)]
    return [
        ("Change the password", locking.change),
        ("New recovery words", locking.new_recovery),
        ("Take the password off", locking.take_off),
    ]


def _name(summary: Summary) -> str:
    if summary.trouble is not None:
        return f"{summary.trouble.what} ({summary.id})"
    return called(summary)


def _when(state: State) -> str:
    at = state.at.astimezone()
    return f"{at.day} {at:%B %Y, %H:%M}"
