"""Making a note: the buttons in the order people need, where it went, and another way if not."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from pathlib import Path

from textual import on, work
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.message import Message
from textual.widgets import Static
from textual.worker import Worker, WorkerState

from reflect_tui import clipboard
from reflect_tui.errors import ReflectError
from reflect_tui.notes.formats import Format
from reflect_tui.notes.write import refuse_empty, write_note
from reflect_tui.tui.content import join, said
from reflect_tui.tui.handed import (
    FORMATS,
    MADE,
    OFFERS,
    Handed,
    Means,
    about_folder,
    other_ways,
    printed,
)
from reflect_tui.tui.widgets.press import Press
from reflect_tui.tui.words import MAKE, PRINT

_BROKE = ReflectError(
    "The note could not be made", do="The session is kept as it is. Try again, or another way."
)


class HandingOver(Vertical):
    """What became of the note that was made last; the main button, and the ways beside it."""

    DEFAULT_CSS = """
    HandingOver {
        height: auto;
        #written { display: none; height: auto; padding: 0 2; margin-top: 1; }
        #offers { display: none; height: 1; padding-left: 1; }
        &.-said { #written, #offers { display: block; } }
        #offers Press { margin-right: 1; }
        #ways { height: 1; margin-top: 1; padding-left: 2; }
        #ways Press { margin-right: 2; }
    }
    """

    class Wants(Message):
        """Somebody wants what the screen leads to: `pieces`, `ways`, `names` or `folder`."""

        def __init__(self, what: str) -> None:
            super().__init__()
            self.what = what

    class Ended(Message):
        """A note was made or copied, or why it wasn't; from a thread."""

        def __init__(self, words: str, path: Path | None, offers: Sequence[str], bad: bool) -> None:
            super().__init__()
            self.words = words
            self.path = path
            self.offers = offers
            self.bad = bad

    def __init__(self, fetch: Callable[[], Handed], *, demo: bool, id: str | None = None) -> None:
        """`fetch` gives the note as it stands now; raises ReflectError where there is none."""
        super().__init__(id=id)
        self._fetch = self._fetched = fetch
        self._demo = demo
        self._saying = asyncio.Lock()
        self._busy = False
        self._means = Means()
        self._path: Path | None = None

    def compose(self) -> ComposeResult:
        """What was done, what can be done about it, the buttons."""
        yield Static(Content(""), id="written")
        yield Horizontal(id="offers")
        with Horizontal(id="ways"):
            yield Press(MAKE, id="write", classes="-main")
            yield Press(PRINT, id="print")
            yield Press("More ways", id="more")
            yield Press("Add names", id="names")
            yield Press("Back", id="back")

    # -- what is said ---------------------------------------------------------------------

    def quiet(self) -> None:
        """Say nothing more of what was made: the note is another one now."""
        self.remove_class("-said")
        self.query_one("#offers").display = False

    @work(group="said")
    async def say(self, words: Content, offers: Sequence[str] = ()) -> None:
        """Say something, with what can be done about it."""
        async with self._saying:
            if self.is_attached and self.query("#offers"):
                await self._say(words, offers)

    async def _say(self, words: Content, offers: Sequence[str]) -> None:
        self.query_one("#written", Static).update(words)
        line = self.query_one("#offers")
        async with self.batch():
            await line.remove_children()
            await line.mount_all(
                Press(OFFERS[offer], id=f"offer-{offer}", classes="-second") for offer in offers
            )
        line.display = bool(offers)
        self.add_class("-said")

    def fail(self, error: ReflectError, offers: Sequence[str] = ()) -> None:
        """Say what went wrong, and offer other ways."""
        self.say(said(str(error), "$caution"), offers)

    # -- making it ------------------------------------------------------------------------

    def make(self, means: Means | None = None, fetch: Callable[[], Handed] | None = None) -> None:
        """Make a file of it, once at a time; `fetch` gives it in another form, such as a draft."""
        if self._busy:
            return
        self._means = means = means or Means()
        self._fetched = fetch or self._fetch
        try:
            note = self._fetched()
        except ReflectError as error:
            self.fail(error)
            return
        try:
            refuse_empty(note.document)
        except ReflectError as error:
            self.fail(error, ("pieces",))
            return
        self._busy = True
        self.query_one("#write", Press).relabel("One moment …")
        self._write(note, means)

    def again(self) -> None:
        """The same once more, perhaps into another folder."""
        self.make(self._means, self._fetched)

    @work(thread=True, group="making", exit_on_error=False)
    def _write(self, note: Handed, means: Means) -> None:
        try:
            path = write_note(
                note.document, note.session, note.folder, means.format, note=note.name
            )
        except ReflectError as error:
            self._tell(str(error), None, other_ways(error), bad=True)
            return
        words, offers = printed(path) if means.print else (f"{note.lead}{path}", MADE)
        about = about_folder(path, demo=self._demo)
        self._tell("\n".join((words, *about)), path, offers)

    @work(thread=True, group="making", exit_on_error=False)
    def _copy(self, text: str) -> None:
        copied = clipboard.copy(text, self._by_terminal)
        words = copied.value
        if copied is not clipboard.Copied.NOWHERE:
            words = f"{words} {clipboard.KEPT}"
        sure = copied is clipboard.Copied.SYSTEM
        bad = copied is clipboard.Copied.NOWHERE
        self._tell(words, None, () if sure else ("text",), bad=bad)

    def _by_terminal(self, words: str) -> None:
        self.app.call_from_thread(self.app.copy_to_clipboard, words)

    def copy(self) -> None:
        """Copy it as plain text, and say to which clipboard."""
        try:
            note = self._fetch()
            refuse_empty(note.document)
        except ReflectError as error:
            self.fail(error, ("pieces",))
            return
        from reflect_tui.notes.text import to_text

        self._copy(to_text(note.document))

    @work(thread=True, group="making", exit_on_error=False)
    def _open(self, path: Path) -> None:
        from reflect_tui.opening import open_with_its_program

        try:
            open_with_its_program(path)
        except ReflectError as error:
            self._tell(str(error), self._path, (), bad=True)

    def _tell(
        self, words: str, path: Path | None, offers: Sequence[str], *, bad: bool = False
    ) -> None:
        self.post_message(self.Ended(words, path, offers, bad))

    @on(Worker.StateChanged)
    def _broke(self, event: Worker.StateChanged) -> None:
        """A mistake of ours in a thread must not leave somebody waiting."""
        if event.worker.group == "making" and event.state is WorkerState.ERROR:
            event.stop()
            self._tell(str(_BROKE), None, ("again", "web", "copy"), bad=True)

    @on(Ended)
    def _ended(self, event: Ended) -> None:
        event.stop()
        self._busy = False
        self.query_one("#write", Press).relabel(MAKE)
        # What a clipboard's program complains of may have been written over the screen.
        self.screen.refresh()
        self._path = event.path
        words = said(event.words, "$caution" if event.bad else "")
        if event.path is not None and not event.bad:
            before, place, after = event.words.partition(str(event.path))
            words = join(before, said(place, "$second bold"), after)
        self.say(words, event.offers)

    # -- what a person does ---------------------------------------------------------------

    @on(Press.Pressed, "#write")
    def _pressed_make(self, event: Press.Pressed) -> None:
        event.stop()
        self.make()

    @on(Press.Pressed, "#print")
    def _pressed_print(self, event: Press.Pressed) -> None:
        event.stop()
        self.make(Means(Format.WEB, print=True))

    @on(Press.Pressed, "#more")
    @on(Press.Pressed, "#names")
    def _pressed_wants(self, event: Press.Pressed) -> None:
        event.stop()
        self.post_message(self.Wants("ways" if event.press.id == "more" else "names"))

    @on(Press.Pressed, "#offers Press")
    def _taken_up(self, event: Press.Pressed) -> None:
        event.stop()
        offer = (event.press.id or "").removeprefix("offer-")
        if offer in FORMATS:
            self.make(Means(FORMATS[offer]), self._fetched)
        elif offer == "again":
            self.again()
        elif offer == "copy":
            self.copy()
        elif offer == "open" and self._path is not None:
            self._open(self._path)
        elif offer == "open-folder" and self._path is not None:
            self._open(self._path.parent)
        else:
            self.post_message(self.Wants(offer))
