"""The way through what there is to read, and what can be begun from there or alone at once."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from textual.app import App

from reflect_tui.tui.world import World

if TYPE_CHECKING:
    from reflect_tui.practice.exercise import Exercise, Service
    from reflect_tui.practice.shelf import Shelved
    from reflect_tui.tui.beginning import Start
    from reflect_tui.tui.flow import Flow


class Looking:
    """Leads through the exercises and the standards."""

    def __init__(self, app: App[None], world: World, flow: Flow) -> None:
        self._app = app
        self._world = world
        self._flow = flow

    def library(self) -> None:
        """All of them."""
        from reflect_tui.tui.screens.library import LibraryScreen

        self._app.push_screen(LibraryScreen(self._world, look=self._look))

    def _look(self, kept: Shelved) -> None:
        """One of them; a session is begun from here only while none is open."""
        from reflect_tui.tui.screens.preview import PreviewScreen

        begin = self._begin if self._flow.sitting is None else None
        self._app.push_screen(PreviewScreen(self._world, kept, begin=begin))

    def _begin(self, chosen: Start) -> None:
        """The questions every session begins with, where this window may write."""
        from reflect_tui.tui.screens.begin import BeginScreen

        if self._flow.guard.may_write():
            begin = BeginScreen(self._world, start=self._flow.start_session, chosen=chosen)
            self._app.push_screen(begin)

    # -- the standards, fifteen minutes -----------------------------------------------------

    def standards(self) -> None:
        """All of them; one is reflected on from here only while no session is open."""
        from reflect_tui.tui.screens.standards import StandardsScreen

        reflect = self._reflect if self._flow.sitting is None else None
        self._app.push_screen(StandardsScreen(self._world, reflect=reflect))

    def alone(self) -> None:
        """Fifteen minutes on one's own, by what somebody has in mind."""
        from reflect_tui.practice.alone import QUESTION, in_mind
        from reflect_tui.tui.screens.alone import AloneScreen

        # What is written alone is for nobody's eyes but one's own.
        if self._flow.guard.may_write() and self._flow.company.first_alone(self.alone):
            offers = in_mind(self._world.shelf(), self._world.settings.services)
            self._app.push_screen(
                AloneScreen(self._world, offers, question=QUESTION, start=self._start)
            )

    def _reflect(self, number: str) -> None:
        """An exercise that meets a clause; where there are several, they choose."""
        from reflect_tui.practice.alone import WHICH, reflecting_on
        from reflect_tui.tui.screens.alone import AloneScreen

        shelf = self._world.shelf()
        offers = reflecting_on(shelf, number, self._world.settings.services)
        clause = shelf.clauses.get(number)
        if clause is None or not offers or not self._flow.guard.may_write():
            return
        if not self._flow.company.first_alone(partial(self._reflect, number)):
            return
        if len(offers) == len(offers[0].services) == 1:
            self._start(offers[0].exercise, offers[0].services[0])
            return
        about = f"For standard {clause.number}, {clause.title}"
        self._app.push_screen(
            AloneScreen(
                self._world, offers, question=WHICH, about=about, beside=False, start=self._start
            )
        )

    def _start(self, exercise: Exercise, service: Service) -> None:
        """Sit down with it at once."""
        from reflect_tui.session.alone import begin_alone

        self._flow.start_session(begin_alone(self._world.shelf(), exercise, service))
