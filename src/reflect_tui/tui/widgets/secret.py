"""A line for a password: dots instead of letters, unless somebody wants to see them."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.message import Message
from textual.widgets import Input

from reflect_tui.clean import clean
from reflect_tui.tui.widgets.drawn import Drawn

_AT_MOST = 500
"""Characters."""


class Secret(Drawn, Input):
    """What is typed here is drawn as dots, and never copied out."""

    DEFAULT_CSS = """
    Secret {
        background: transparent; color: $text-main; border: round $line; height: 3; padding: 0 1;
        max-width: 64;
        &:focus { border: round $accent; background: transparent; background-tint: $background 0%; }
        & > .input--cursor { background: $text-main; color: $background; text-style: none; }
        & > .input--placeholder { color: $muted; }
        & > .input--selection { background: $panel; }
        &:nocolor > .input--cursor { text-style: reverse; }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down", "below", "Below", show=False, id="secret-below"),
        Binding("up", "above", "Above", show=False, id="secret-above"),
        Binding("ctrl+c,super+c,ctrl+x,super+x", "nothing", show=False, id="secret-no-copy"),
        Binding("ctrl+u,ctrl+k,ctrl+w,ctrl+f,ctrl+d", "nothing", show=False, id="secret-safe"),
    ]

    class Entered(Message):
        """Somebody pressed Enter in it."""

        def __init__(self, secret: Secret) -> None:
            super().__init__()
            self.secret = secret

        @property
        def control(self) -> Secret:
            """The line itself, for `@on` selectors."""
            return self.secret

    def __init__(self, *, hint: str = "", dots: bool = True, id: str | None = None) -> None:
        """`hint` stands there while it is empty; without `dots` it is read as it is typed."""
        super().__init__(
            placeholder=hint,
            password=dots,
            id=id,
            max_length=_AT_MOST,
            select_on_focus=False,
        )

    @property
    def typed(self) -> str:
        """What was typed, without anything that could act on a terminal."""
        return clean(self.value)

    def action_nothing(self) -> None:
        """Word's keys take nothing away here, and nothing is copied out."""

    def action_below(self) -> None:
        """On to what stands below."""
        self.screen.focus_next()

    def action_above(self) -> None:
        """Back to what stands above."""
        self.screen.focus_previous()

    async def action_submit(self) -> None:
        """Enter."""
        self.post_message(self.Entered(self))
