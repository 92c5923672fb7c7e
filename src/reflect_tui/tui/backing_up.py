"""Making a backup from the screens: in a thread, and where it went is said."""

from __future__ import annotations

from collections.abc import Callable

from textual.app import App

from reflect_tui.errors import ReflectError
from reflect_tui.tui.world import World

NO_PASSWORD = ReflectError(
    "A backup is locked with the notebook's password, and there is none yet",
    do="Give it one first: “Lock the notebook with a password” is in the same list.",
)


def back_up(app: App[None], world: World, *, say: Callable[[ReflectError], None]) -> None:
    """Put the whole notebook into one file beside the notes' folder, and say where it is."""
    if not world.has_password:
        say(NO_PASSWORD)
        return

    def make() -> None:
        from reflect_tui.notebook import backup
        from reflect_tui.notebook.folder import opened

        try:
            kept = backup.make(opened(world.notebook().top))
            path = backup.write_into(world.notes_folder().parent, kept)
        except ReflectError as error:
            app.call_from_thread(say, error)
            return
        words = (
            f"The backup is {path}. Keep it somewhere else than this computer: the same password "
            "opens it, or the recovery words."
        )
        app.call_from_thread(app.notify, words, markup=False, timeout=20)

    app.run_worker(make, thread=True, group="backup", exclusive=True)
