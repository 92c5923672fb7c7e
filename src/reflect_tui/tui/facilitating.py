"""The facilitator's page: laid over whatever stands there, or written to a file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.app import App

from reflect_tui.errors import ReflectError
from reflect_tui.tui.world import World

if TYPE_CHECKING:
    from reflect_tui.tui.flow import Flow


class Facilitating:
    """What whoever leads a group asks for."""

    def __init__(self, app: App[None], world: World, flow: Flow) -> None:
        self._app = app
        self._world = world
        self._flow = flow

    @property
    def offered(self) -> bool:
        """Whether there may be somebody who leads a group: not in another way of working."""
        sitting = self._flow.sitting
        return sitting is None or sitting.session.way == "group"

    def page(self) -> None:
        """The page; it asks first whether whoever leads is alone with the screen."""
        from reflect_tui.tui.screens.facilitator import FacilitatorScreen

        if not isinstance(self._app.screen, FacilitatorScreen):
            page = self._world.shelf().facilitator
            self._app.push_screen(FacilitatorScreen(self._world, page, write=self.write))

    def write(self) -> None:
        """Put the page into a file beside the notes, and say where."""
        from reflect_tui.notes.facilitator import write_into

        try:
            file = write_into(self._world.shelf().facilitator, self._world.notes_folder())
        except ReflectError as error:
            self._flow.say(error)
            return
        self._app.notify(f"The facilitator's page was written to {file}", markup=False, timeout=10)
