"""Taking the password off: asked once, then every file is written anew in the clear."""

from __future__ import annotations

from collections.abc import Callable

from textual.app import App

from reflect_tui.errors import ReflectError
from reflect_tui.tui.screens.ask import AskScreen
from reflect_tui.tui.world import World

_MEANS = (
    "Every session is written anew without it. From then on anyone who can open this computer "
    "account's files can read the notebook.",
    "The password and the recovery words stop working, except for backups made before. A password "
    "can be given again at any time.",
)


def ask_to_unseal(app: App[None], world: World, *, say: Callable[[ReflectError], None]) -> None:
    """Ask, and do it in a thread when the answer is yes."""

    def unseal() -> None:
        notebook = world.notebook()
        try:
            notebook.unseal()
            left = notebook.finish_sealing()
        except ReflectError as error:
            app.call_from_thread(say, error)
            return
        world.sealed = False
        words = "The password is off. The notebook can be read without it."
        if left:
            words += f" {len(left)} damaged files could not be opened and stay sealed."
        app.call_from_thread(app.notify, words, markup=False, timeout=10)

    def answered(yes: bool | None) -> None:
        if yes:
            app.run_worker(unseal, thread=True, group="password", exclusive=True)

    app.push_screen(AskScreen(world, "Take the password off?", _MEANS, yes="Take it off"), answered)
