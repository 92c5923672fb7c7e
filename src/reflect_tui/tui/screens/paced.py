"""A session's screen as a group needs it: the running order, its clock, the facilitator's way."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.events import ScreenResume, ScreenSuspend

from reflect_tui.practice.exercise import Kind, Way
from reflect_tui.session.course import Page
from reflect_tui.session.pace import Pace, order, time_said
from reflect_tui.session.sitting import Sitting
from reflect_tui.session.values import Round
from reflect_tui.tui.screens.frame import Frame
from reflect_tui.tui.screens.worded import Worded
from reflect_tui.tui.widgets.fields.round import RoundField
from reflect_tui.tui.widgets.order_line import OrderLine
from reflect_tui.tui.widgets.press import Press
from reflect_tui.tui.world import World

_EVERY = 30
"""Seconds between two looks at the clock."""
_STEPS_ROOM, _WITH_MINUTES = 22, 30
"""Cells for a title in the steps at the left, as session.tcss draws them."""


class Paced(Worded):
    """Says where a group is in its time. The clock is silent, and ends nothing."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("f12", "facilitator", "The facilitator's page", id="facilitator"),
    ]

    def __init__(
        self,
        world: World,
        sitting: Sitting,
        hurry: Callable[[], None],
        to_standard: Callable[[Page], None],
    ) -> None:
        super().__init__(world, sitting, hurry, to_standard)
        self._pace = Pace(world.now)
        self.set_class(self.in_group, "-group")

    @property
    def in_group(self) -> bool:
        """Whether a group is round this screen."""
        return self.sitting.session.way is Way.GROUP

    @property
    def steps_room(self) -> int:
        """Cells for a title in the steps at the left; a group's have their minutes beside them."""
        return _WITH_MINUTES if self.in_group else _STEPS_ROOM

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Only a group has somebody who leads it."""
        if action == "facilitator":
            return self.in_group
        return super().check_action(action, parameters)

    def on_mount(self) -> None:
        """Look at the clock now and then."""
        if self.in_group:
            self.set_interval(_EVERY, self._say_order)

    def follow(self, page: Page) -> None:
        """Say where in the order a page stands."""
        super().follow(page)
        self._pace.at(page.place)
        self._say_order()
        self.tell_time(not self._in_turns(page))

    def _say_order(self) -> None:
        page = self.sitting.here
        if page is None or not self.in_group:
            return
        now = order(self.sitting.course, page, self.sitting.session)
        minutes = self._pace.minutes() if self.world.settings.clock else None
        for line in self.query(OrderLine):
            line.say(time_said(minutes, now.meant), now.what_follows)

    def _in_turns(self, page: Page) -> bool:
        """Whether a round is under way here: then the bar tells no time, and so no one's."""
        session = self.sitting.session
        for prompt in page.prompts:
            if prompt.kind is Kind.ROUND:
                response = session.response(page.address(prompt))
                value = response.value if response is not None else None
                if not (isinstance(value, Round) and value.shown):
                    return True
        return False

    @on(Press.Pressed, "#facilitator")
    def action_facilitator(self) -> None:
        """The page for whoever leads; it asks first whether they are alone with the screen."""
        self.post_message(Frame.WayOut("facilitator"))

    @on(Press.Pressed, "#beside-me")
    def _somebody_came(self, event: Press.Pressed) -> None:
        event.stop()
        self.post_message(Frame.WayOut("beside"))

    @on(ScreenSuspend)
    async def _left(self) -> None:
        """What only the facilitator may see doesn't stand there when one comes back."""
        for field in self.query(RoundField):
            await field.turn_away()

    @on(ScreenResume)
    def settings_changed(self) -> None:
        """The clock may have been hidden or shown elsewhere."""
        self._say_where()
        self._say_order()

    def _say_where(self) -> None:
        """Say in the bar where one is; the screen says how."""
        raise NotImplementedError
