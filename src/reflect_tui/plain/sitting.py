"""A session, a line at a time: the same course over the same `Sitting`."""

from __future__ import annotations

from reflect_tui.errors import ReflectError
from reflect_tui.notebook.saver import Kept, NotKeptYet, Saver
from reflect_tui.notes.read import as_text
from reflect_tui.plain.asked import Asked
from reflect_tui.plain.asking import ASKING
from reflect_tui.plain.at_hand import AtHand
from reflect_tui.plain.company import say_covered
from reflect_tui.plain.exact_words import words_at_hand
from reflect_tui.plain.going import HELP, Turn
from reflect_tui.plain.note import OnlyTheNote, hand_over
from reflect_tui.plain.pages import in_order, lead_on, say_beside, say_clock, say_page
from reflect_tui.plain.standard import say_standard
from reflect_tui.plain.talk import Left
from reflect_tui.practice.exercise import Kind, Prompt, Way
from reflect_tui.session.address import Address
from reflect_tui.session.course import Page
from reflect_tui.session.ledger import earlier_left
from reflect_tui.session.model import Session
from reflect_tui.session.outline import steps
from reflect_tui.session.pace import Pace
from reflect_tui.session.sitting import Sitting, utc_now

_PATIENCE = 5.0
"""Seconds to wait for the disk before saying that something is not kept."""


class PlainSitting:
    """One session while it is open in this face."""

    def __init__(self, hand: AtHand, session: Session) -> None:
        self._hand = hand
        self._talk = hand.talk
        self._world = hand.world
        self._trouble: NotKeptYet | None = None
        carried = self._world.notebook.carried_to(session)
        self._saver = Saver(self._world.notebook.save, self._told)
        self.sitting = Sitting(session, self._saver.keep, carried=carried)
        self._pace = Pace(utc_now)
        self._last: Asked | None = None
        """The prompt being asked."""
        self._answered: Address | None = None
        """Where the answer before it stands: what /in and /out speak of between two answers."""
        self._turned = Turn("here")
        """Which question of a page one turned to, and whether to write its answer anew."""
        if session.revision == 0:
            self._saver.keep(session)

    def run(self) -> None:
        """Walk the session until somebody leaves it, and keep everything whatever ends it."""
        hand, talk = self._hand, self._talk
        before, helped, way = dict(talk.deeds), dict(hand.help), hand.way
        hand.way = self.sitting.session.way
        hand.company.sitting = lambda: self.sitting
        hand.company.met(self.sitting)
        hand.words = lambda: words_at_hand(self.sitting, self._last, self._answered)
        hand.locking.keep = lambda: self._saver.flush(_PATIENCE)
        hand.help = {**HELP, **hand.help}
        talk.deeds |= {word: getattr(self, f"_do_{word}") for word in (*HELP, "leave")}
        only_the_note = False
        try:
            self._walk()
        except OnlyTheNote:
            only_the_note = True
        finally:
            talk.deeds, hand.help, hand.way = before, helped, way
            hand.words, hand.locking.keep = lambda: None, lambda: True
            hand.company.sitting = lambda: None
            hand.all_kept = self._saver.close(_PATIENCE)
            if not hand.all_kept:
                self._say_trouble()
        if only_the_note and hand.all_kept:
            self._world.notebook.bin.put(self._saver.kept_as(self.sitting.session.id))
            talk.say("The session is in the bin.")

    # -- walking --------------------------------------------------------------------------

    def _walk(self) -> None:
        while (page := self.sitting.here) is not None:
            turned, self._turned = self._turned, Turn("here")
            try:
                self._page(page, turned.number, anew=turned.to == "change")
                going_on = self._after(page)
            except Turn as turn:
                going_on = self._turn(turn)
            if not going_on and not self._end():
                return

    def _turn(self, turn: Turn) -> bool:
        """Turn to another page; False when there is none after this one."""
        self._turned = turn
        if turn.to == "back" and self.sitting.back() is None:
            self._talk.say("This is the first step.")
        return turn.to != "next" or self.sitting.next() is not None

    def _page(self, page: Page, begin: int, *, anew: bool) -> None:
        """Say a page and ask its prompts, from the one numbered `begin` on."""
        self._pace.at(page.place)
        if not begin:
            say_page(self._talk, page, self.sitting.shown)
        asked = 0
        while True:
            # Asked anew each time: an answer may bring a question, or take one away.
            now = self.sitting.course.page(page.place, self.sitting.session) or page
            if asked >= len(now.prompts):
                return
            prompt = now.prompts[asked]
            asked += 1
            if asked < begin:
                continue
            try:
                self._ask(now, prompt, asked, anew=anew and asked == begin)
            except Turn as turn:
                if turn.to != "skip":
                    raise
                self._talk.say("Passed by.")

    def _ask(self, page: Page, prompt: Prompt, number: int, *, anew: bool) -> None:
        talk = self._talk
        talk.say("", f"{number}. {prompt.title}")
        if prompt.by in ("practitioner", "supervisor") and _goes_in_turn(self.sitting.session.way):
            talk.say(f"The {prompt.by} goes first.")
        if prompt.help:
            talk.say(prompt.help)
        if prompt.probes:
            talk.say(*(f"- {probe}" for probe in prompt.probes))
        address = page.address(prompt)
        if address in self.sitting.covered:
            say_covered(talk)
            return
        response = self.sitting.session.response(address)
        if response is not None and not anew:
            talk.say("Something is written here already; /read says it, /change writes it anew.")
        shelf = self._world.shelf
        say_beside(talk, prompt, shelf.risk, shelf.local)
        earlier = earlier_left(page, self.sitting.shown, prompt)
        asked = Asked(talk, self.sitting, prompt, address, anew, earlier)
        self._last = asked
        try:
            said = ASKING[prompt.kind](asked)
        except ReflectError as error:
            talk.say(str(error))
            return
        self.sitting.settle()
        if said:
            self._say_kept(said, moves=prompt.kind not in (Kind.ACTIONS, Kind.PLACE))

    def _say_kept(self, said: str, *, moves: bool) -> None:
        """Say that it is kept once it is on the disk, and where it goes."""
        if not self._saver.flush(_PATIENCE):
            self._say_trouble()
            return
        self._talk.say(said)
        self._answered = self._last.address if self._last else None
        response = self.sitting.session.response(self._answered) if self._answered else None
        if moves and response is not None:
            ours = "Just me" if self.sitting.session.way is Way.SOLO else "Between us"
            where = "In the note; /out takes it out." if response.in_note else ""
            self._talk.say(where or f"{ours}; /in moves it into the note.")

    def _after(self, page: Page) -> bool:
        """After a page: another round, another card, the next step; False when there is none."""
        return lead_on(self._talk, page, self.sitting) or self.sitting.next() is not None

    def _end(self) -> bool:
        """At the end: the note, or back; whether to go on walking."""
        self._talk.say("", "That was the last step.")
        try:
            self._do_note("")
            return self._talk.yes("Go back to the last step?")
        except Turn as turn:
            return self._turn(turn)

    # -- what can be asked for ------------------------------------------------------------

    def _do_leave(self, _: str) -> None:
        if not self._saver.flush(_PATIENCE):
            self._say_trouble()
            if not self._talk.yes("Leave all the same? What isn't kept is lost then."):
                return
        raise Left

    def _do_next(self, _: str) -> None:
        raise Turn("next")

    def _do_back(self, _: str) -> None:
        raise Turn("back")

    def _do_skip(self, _: str) -> None:
        raise Turn("skip")

    def _do_change(self, rest: str) -> None:
        raise Turn("change", int(rest) if rest.isdecimal() else 1)

    def _do_where(self, _: str) -> None:
        page = self.sitting.here
        if page is not None:
            self._talk.say(f"{page.exercise.title}: {page.stage.title}")

    def _do_clock(self, _: str) -> None:
        say_clock(self._talk, self._pace, self.sitting)

    def _do_steps(self, _: str) -> None:
        session = self.sitting.session
        pages = [step.page for step in steps(self.sitting.course.every_page(session), session)]
        chosen = self._talk.choose(
            [in_order(page, session) for page in pages],
            blank="stay here",
        )
        if chosen is not None:
            self.sitting.go(pages[chosen].place)
            raise Turn("here")

    def _do_read(self, _: str) -> None:
        self._talk.say(as_text(self.sitting.shown))

    def _do_note(self, which: str) -> None:
        hand_over(self._talk, self.sitting, self._world, self._hand.wordings, which)

    def _do_in(self, _: str) -> None:
        self._move(in_note=True)

    def _do_out(self, _: str) -> None:
        self._move(in_note=False)

    def _do_wording(self, which: str) -> None:
        wordings = self._hand.wordings
        wordings.look(self._talk, self.sitting, self._at_hand(), which)

    def _at_hand(self) -> Address | None:
        """In the middle of an answer it is this one; before its first line, the one before."""
        now = self._last.address if self._last else None
        there = now is not None and self.sitting.session.response(now) is not None
        return now if there else self._answered

    def _move(self, *, in_note: bool) -> None:
        address = self._at_hand()
        if address is None:
            self._talk.say("Nothing is written yet.")
            return
        try:
            self.sitting.move(address, in_note=in_note)
        except ReflectError as error:
            self._talk.say(str(error))
        else:
            self._talk.say("In the note." if in_note else "Out of the note.")

    def _do_undo(self, _: str) -> None:
        self._talk.say("Taken back." if self.sitting.undo() else "There is nothing to take back.")

    def _do_standard(self, _: str) -> None:
        page = self.sitting.here
        if page is not None:
            say_standard(self._talk, self._world.shelf, page)

    # -- keeping --------------------------------------------------------------------------

    def _told(self, news: Kept | NotKeptYet) -> None:
        """In the saver's thread: only remember it; it is said with the next answer."""
        self._trouble = news if isinstance(news, NotKeptYet) else None

    def _say_trouble(self) -> None:
        why = f" {self._trouble.error}" if self._trouble else ""
        self._talk.say(f"NOT KEPT.{why} It is tried again by itself.")


def _goes_in_turn(way: Way) -> bool:
    """Whether there is somebody else to go first."""
    return way is Way.ONE_TO_ONE
