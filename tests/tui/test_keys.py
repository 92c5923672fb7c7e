"""The keys somebody chose: they work, the usual ones don't, and every word on screen follows."""

from __future__ import annotations

import pkgutil
from dataclasses import replace
from importlib import import_module
from pathlib import Path

from textual.binding import Binding

from reflect_tui import keys
from reflect_tui.settings import Settings
from reflect_tui.tui import screens
from reflect_tui.tui.app import ReflectApp
from reflect_tui.tui.keymap import keymap
from reflect_tui.tui.screens.begin import BeginScreen
from reflect_tui.tui.screens.frame import Frame
from reflect_tui.tui.screens.helping import HelpScreen
from reflect_tui.tui.screens.hidden import HiddenScreen
from tests.tui.screens.host import settle, text, world


def _bindings(owner: type) -> list[Binding]:
    ours = [part for part in owner.__mro__ if part.__module__.startswith("reflect_tui")]
    parts = (vars(part).get("BINDINGS", ()) for part in ours)
    return [binding for part in parts for binding in part if isinstance(binding, Binding)]


def _frames(owner: type = Frame) -> set[type]:
    return {owner}.union(*(_frames(below) for below in owner.__subclasses__()))


def test_every_key_of_a_screen_that_could_be_chosen_belongs_to_an_action() -> None:
    for module in pkgutil.iter_modules(screens.__path__):
        import_module(f"{screens.__name__}.{module.name}")
    known = {key for action in keys.ACTIONS for key in action.usual}
    everything = tuple((action.name, ("f24",)) for action in keys.ACTIONS)
    for owner in {ReflectApp} | {frame for frame in _frames() if "reflect_tui" in frame.__module__}:
        found: dict[str, str] = {}
        for binding in _bindings(owner):
            pressed = [key.strip() for key in binding.key.split(",")]
            choosable = [key for key in pressed if key in keys.EVERY]
            assert set(choosable) <= known, (owner, binding)
            if choosable:
                assert binding.id in keymap(everything), (owner, binding)
            # One name, one thing: what is chosen for one must not move another.
            assert found.setdefault(binding.id or binding.action, binding.action) == binding.action


def test_no_two_actions_have_a_key_and_what_is_free_can_be_chosen() -> None:
    usual = [key for action in keys.ACTIONS for key in action.usual]
    assert len(usual) == len(set(usual))
    assert keys.looked_at({action.name: action.usual for action in keys.ACTIONS}) == ((), ())
    for key in keys.free(()):
        assert keys.looked_at({"next": (key,)}) == ((("next", (key,)),), ())


async def test_chosen_keys_work_the_usual_ones_do_not_and_the_words_follow(tmp_path: Path) -> None:
    chosen = (("hide", ("f10",)), ("help", ("f3", "?")), ("next", ("f11",)), ("back", ("f1",)))
    made = world(tmp_path, settings=replace(Settings(introduced=True), keys=chosen))
    app = ReflectApp(made, tmp_path / "reports")
    async with app.run_test(size=(120, 36)) as pilot:
        await settle(pilot)
        assert "F3 help · Ctrl+P everything" in text(app)
        await pilot.press("ctrl+l", "f9", "f1")
        assert not isinstance(app.screen, HiddenScreen | HelpScreen)
        await pilot.press("enter")
        await settle(pilot)
        assert isinstance(app.screen, BeginScreen)
        assert "F11 start · F3 help" in text(app)
        await pilot.press("ctrl+n")
        assert isinstance(app.screen, BeginScreen)
        await pilot.press("f3")
        await settle(pilot)
        assert isinstance(app.screen, HelpScreen)
        await pilot.press("end")
        await settle(pilot)
        assert "F10 Hide screen" in text(app)
        await pilot.press("f10")
        await settle(pilot)
        assert isinstance(app.screen, HiddenScreen)
        await pilot.press("enter", "escape", "f11")
        await settle(pilot)
        assert app.flow.sitting is not None
        assert "F11 next · Ctrl+G steps · F3 help" in text(app)
