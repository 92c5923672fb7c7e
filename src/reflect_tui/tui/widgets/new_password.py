"""Choosing a password: twice the same, several words, with one made up for whoever asks."""

from __future__ import annotations

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.message import Message
from textual.widgets import Static

from reflect_tui.errors import ReflectError
from reflect_tui.tui.content import said
from reflect_tui.tui.widgets.press import Press
from reflect_tui.tui.widgets.secret import Secret


class NewPassword(Vertical):
    """Two lines to type in, what is wrong beneath."""

    DEFAULT_CSS = """
    NewPassword {
        height: auto;
        .label { height: auto; }
        #trouble { height: auto; color: $caution; display: none; }
        #trouble.-said { display: block; }
        #helpers { height: 1; margin-bottom: 1; }
        #helpers Press { margin-right: 2; }
    }
    """

    class Entered(Message):
        """Somebody pressed Enter in the second line."""

    def compose(self) -> ComposeResult:
        """The lines, the ways to see them or have one made up, what is wrong."""
        yield Static(Content("A password of several words"), classes="label")
        yield Secret(hint="such as things on a shelf at home", id="first")
        yield Static(Content("The same once more"), classes="label")
        yield Secret(id="again")
        with Horizontal(id="helpers"):
            yield Press("Show what I type", id="show", classes="-second")
            yield Press("Make one up for me", id="suggest", classes="-second")
        yield Static(Content(""), id="trouble")

    @property
    def blank(self) -> bool:
        """Whether nothing was typed."""
        return not (self._line("#first").typed.strip() or self._line("#again").typed.strip())

    def password(self) -> str | None:
        """The password as typed, twice the same; None, and why, when it isn't one yet."""
        from reflect_tui.notebook.seal import as_password, check_password

        first, again = self._line("#first"), self._line("#again")
        try:
            chosen = check_password(first.typed)
        except ReflectError as error:
            self.say(str(error))
            first.focus()
            return None
        if as_password(again.typed) != chosen:
            self.say("The two lines differ. Type the same in both; “Show what I type” may help.")
            again.focus()
            return None
        self.say("")
        return chosen

    def say(self, words: str) -> None:
        """Say what is wrong, or nothing."""
        trouble = self.query_one("#trouble", Static)
        trouble.update(said(words))
        trouble.set_class(bool(words), "-said")
        if words:
            self.call_after_refresh(trouble.scroll_visible, animate=False)

    def clear(self) -> None:
        """Forget what was typed."""
        for line in self.query(Secret):
            line.value = ""

    def _line(self, which: str) -> Secret:
        return self.query_one(which, Secret)

    @on(Secret.Entered)
    def _entered(self, event: Secret.Entered) -> None:
        event.stop()
        if event.secret.id == "first" and self._line("#first").typed.strip():
            self._line("#again").focus()
        else:
            self.post_message(self.Entered())

    @on(Press.Pressed, "#show")
    def _show(self, event: Press.Pressed) -> None:
        event.stop()
        dots = not self._line("#first").password
        for line in self.query(Secret):
            line.password = dots
        event.press.relabel("Show what I type" if dots else "Show dots instead")

    @on(Press.Pressed, "#suggest")
    def _suggest(self, event: Press.Pressed) -> None:
        from reflect_tui.notebook.seal import suggested_password

        event.stop()
        first = self._line("#first")
        first.value = suggested_password()
        self._line("#again").value = ""
        for line in self.query(Secret):
            line.password = False
        self.query_one("#show", Press).relabel("Show dots instead")
        self.say("Made up for you. Write it down or change it, then type it once more below.")
        self._line("#again").focus()
