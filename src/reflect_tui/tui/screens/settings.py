"""Settings: a calm list of what can be chosen, each choice in sight and kept as it is made.

The file they are kept in can be written by hand too; what is wrong in it stands at the top.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.events import DescendantBlur
from textual.widgets import Static

from reflect_tui import keys, paths
from reflect_tui.errors import ReflectError
from reflect_tui.session.hints_chosen import in_words
from reflect_tui.settings import SERVICES, Loaded, Settings
from reflect_tui.tui.content import join, said
from reflect_tui.tui.screens.frame import Frame
from reflect_tui.tui.themes import SPOKEN
from reflect_tui.tui.widgets.entry import Entry
from reflect_tui.tui.widgets.line import Line
from reflect_tui.tui.widgets.pick import Pick
from reflect_tui.tui.widgets.press import Press
from reflect_tui.tui.world import World

if TYPE_CHECKING:
    from reflect_tui.tui.screens.everything import Deed

_COLUMN = 26
"""Where what a line is for begins, in cells; settings.tcss draws the labels as wide."""
_MINUTES = (5, 15, 30, 60)
_NEVER = "never"


@dataclass(frozen=True, slots=True)
class Row:
    """One thing that can be chosen from a few: what is offered, and how a choice is read."""

    name: str
    """Its name among the settings."""
    label: str
    offers: Callable[[Any], Sequence[tuple[str, str]]]
    """For what holds now, the choices: an id each, and what is said."""
    as_choice: Callable[[Any], str]
    as_value: Callable[[str], object]


def _minutes(now: int) -> list[tuple[str, str]]:
    """The usual minutes, and those that hold now."""
    some = sorted({now, *_MINUTES})
    said_so = [(str(many), f"{many} minutes" if many == some[-1] else str(many)) for many in some]
    return [*said_so, ("0", _NEVER)] if now else [*said_so[1:], ("0", _NEVER)]


ROWS = (
    Row(
        "services",
        "Services",
        lambda _: (("children", "children's"), ("adults", "adults'"), ("both", "both")),
        lambda now: "both" if len(now) > 1 else str(now[0]),
        lambda choice: SERVICES if choice == "both" else (choice,),
    ),
    Row(
        "theme",
        "Colours",
        lambda _: [(name, words.lower()) for name, words in SPOKEN.items()],
        str,
        str,
    ),
    Row(
        "clock",
        "Clock in a session",
        lambda _: (("shown", "shown"), ("hidden", "hidden")),
        lambda now: "shown" if now else "hidden",
        lambda choice: choice == "shown",
    ),
    Row("hide_after", "Hide the screen after", _minutes, str, int),
    Row("lock_after", "Lock it, once hidden, after", _minutes, str, int),
)
"""What is chosen from a few. What is new goes in here, or among the folders."""

FOLDERS = (
    ("practice_folder", "Your organisation's folder", "none; such as C:/Team/practice"),
    ("notes_folder", "Notes are written to", "the usual place"),
)


REVIEW = "review-period"
"""The local line that says how long until a note is looked at again."""
_MEND = "Something in the settings file has to be mended. Until then those lines are passed over."


LINES = {
    "contacts": "Local contacts",
    REVIEW: "Review period of notes",
    "keys": "Keys",
    "wording": "Questions about wording",
}
"""What leads to a page of its own, and how it is called."""


class SettingsScreen(Frame[None]):
    """Arrows lead down the page and through the choices; nothing has to be saved."""

    CSS_PATH = "../styles/settings.tcss"
    TITLE_LINE: ClassVar[str] = "Settings"
    AUTO_FOCUS = "#contacts"
    FOOT: ClassVar[str] = "Up and Down move · Left and Right choose · Enter goes on · Esc back"
    HELP_TEXT: ClassVar[str] = (
        "Go down the page with the arrows or Tab, and choose with Left and Right or a click. "
        "Each choice is kept, and holds, as you make it.\n\n"
        "“Local contacts” are the numbers and routes that stand on “Someone may be at risk” and "
        "on notes: they can be filled in here, line by line.\n\n"
        "“Keys” says which key does what, and lets you choose others. “Questions about wording” "
        "says which of them are asked when you look at wording.\n\n"
        "Your organisation's folder holds its own exercises and local contacts. A folder is "
        "written out from its beginning, such as C:/Team/practice.\n\n"
        "The file at the bottom can be written by hand. What you choose here changes its own line "
        "there and no other. If a line of it can't be read, that stands at the top: mend it in "
        "another window, save it, and choose “Look again”."
    )

    def __init__(
        self,
        world: World,
        *,
        contacts: Callable[[str], None],
        review: Callable[[], str],
        to_keys: Callable[[], None],
        to_wording: Callable[[], None],
        passwords: Callable[[], list[Deed]],
        choose: Callable[[Settings], bool],
        look_again: Callable[[], Loaded],
    ) -> None:
        """`choose` keeps what was chosen; `passwords` says what can be done with the password.

        `contacts` leads to the local contacts, and opens the one that is named; `review` is the
        review period filled in there; `look_again` reads the file anew and lets it hold.
        """
        super().__init__(world)
        self._contacts = contacts
        self._review = review
        self._to = {"keys": to_keys, "wording": to_wording}
        self._look_again = look_again
        self._loaded = world.read_settings()
        self._passwords = passwords
        self._choose = choose
        self._deeds: dict[str, Deed] = {}

    # -- drawing --------------------------------------------------------------------------

    def body(self) -> ComposeResult:
        """What is to be mended; contacts and keys; what is chosen; the folders; the password."""
        with VerticalScroll(id="settings-page", can_focus=False):
            yield Static(self._to_mend(), id="mend")
            for name, label in LINES.items():
                yield Line(said(label), column=_COLUMN + 2, id=name)
            for row in ROWS:
                now = getattr(self.world.settings, row.name)
                with Horizontal(classes="row"):
                    yield Static(said(row.label), classes="label")
                    yield Pick(row.offers(now), row.as_choice(now), id=row.name)
            for name, label, hint in FOLDERS:
                with Horizontal(classes="row"):
                    yield Static(said(label), classes="label -beside-entry")
                    with Vertical(classes="folder"):
                        yield Entry(getattr(self.world.settings, name), hint=hint, id=name)
                        yield Static(Content(""), id=f"{name}-told", classes="told")
            yield Vertical(id="passwords")
            if self._loaded.file:
                yield Static(said(f"Kept in {self._loaded.file}"), id="file")
        with Horizontal(id="ways"):
            yield Press("Back", id="back", classes="-main")
            yield Press("Look again", id="look-again")

    def _to_mend(self) -> Content:
        """What is wrong in the file, line by line."""
        lines = [said(f"line {fault.line}: {fault.message}") for fault in self._loaded.faults]
        lines.insert(0, said(self._loaded.file))
        return join(said(_MEND, "$caution"), *(join("\n", line) for line in lines))

    async def on_mount(self) -> None:
        """Say what the lines lead to, where the folders stand, and what the password needs."""
        for name, _, _ in FOLDERS:
            self._say_folder(name)
        self._say_lines()
        await self._draw_passwords()

    async def on_screen_resume(self) -> None:
        """Back from another screen, there may be another thing to say, or to do."""
        if self.is_mounted and self.query("#passwords"):
            self._say_lines()
            await self._draw_passwords()

    def _say_lines(self) -> None:
        self.set_class(bool(self._loaded.faults), "-to-mend")
        chosen = [keys.all_said(some) for _, some in self.world.settings.keys]
        says = {
            "contacts": "the numbers and routes on “Someone may be at risk” and on notes",
            REVIEW: self._review() or "such as: 2 years after it is agreed",
            "keys": f"{', '.join(chosen)}, and the usual ones" if chosen else "as usual",
            "wording": in_words(self.world.settings),
        }
        for name, label in LINES.items():
            self.query_one(f"#{name}", Line).say(said(label), said(says[name]))

    async def _draw_passwords(self) -> None:
        deeds = {f"password-{number}": deed for number, deed in enumerate(self._passwords())}
        if [deed.name for deed in deeds.values()] == [deed.name for deed in self._deeds.values()]:
            return
        self._deeds = deeds
        place = self.query_one("#passwords")
        async with place.batch():
            await place.remove_children()
            await place.mount_all(
                [Line(said(deed.name), key=key) for key, deed in self._deeds.items()]
            )

    def _say_folder(self, name: str) -> None:
        """Under a folder's line: that it isn't there, where that is so."""
        chosen = getattr(self.world.settings, name)
        told = self.query_one(f"#{name}-told", Static)
        there = not chosen or _is_there(chosen)
        told.display = not there
        later = {
            "practice_folder": "There is no such folder now. Until there is, it is as if empty.",
            "notes_folder": "There is no such folder yet. It is made with the first note.",
        }
        told.update(Content(later[name]))

    # -- what a person does ---------------------------------------------------------------

    @on(Pick.Taken)
    def _taken(self, event: Pick.Taken) -> None:
        event.stop()
        row = next(row for row in ROWS if row.name == event.pick.id)
        chosen = replace(self.world.settings, **{row.name: row.as_value(event.choice)})  # type: ignore[arg-type]  # each row reads its own type
        if not self._choose(chosen):
            now = getattr(self.world.settings, row.name)
            event.pick.offer(row.offers(now), row.as_choice(now))

    @on(DescendantBlur)
    def _left(self, event: DescendantBlur) -> None:
        if isinstance(event.widget, Entry):
            self._keep_folder(event.widget)

    def _keep_folder(self, entry: Entry) -> None:
        name = entry.id or ""
        if entry.line != getattr(self.world.settings, name):
            self._choose(replace(self.world.settings, **{name: entry.line}))  # type: ignore[arg-type]  # folders are text
            self._say_folder(name)

    @on(Line.Chosen)
    def _chosen(self, event: Line.Chosen) -> None:
        event.stop()
        if event.line.id in self._to:
            self._to[event.line.id]()
        elif event.line.id in LINES:
            self._contacts(event.line.id if event.line.id == REVIEW else "")
        elif event.line.key in self._deeds:
            self._deeds[event.line.key].run()

    @on(Press.Pressed, "#look-again")
    async def _looks_again(self, event: Press.Pressed) -> None:
        event.stop()
        self._loaded = self._look_again()
        await self.recompose()
        await self.on_mount()
        self.query_one("#contacts").focus()
        wrong = "something has to be mended" if self._loaded.faults else "nothing to mend"
        self.notify(f"Read again: {wrong}.", markup=False, timeout=4)

    @on(Press.Pressed, "#back")
    def action_leave(self) -> None:
        """Back; a folder that was being written is kept."""
        for entry in self.query(Entry):
            self._keep_folder(entry)
        self.step_out()


def _is_there(folder: str) -> bool:
    try:
        return paths.full(Path(folder)).is_dir()
    except (ReflectError, OSError):
        return False
