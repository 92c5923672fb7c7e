"""Taking off the page what stood there, to its end, whoever was told not to wait for it any longer.

Textual waits for what is removed in two places: where somebody asked for it, and in the app
itself. Where the first is told to stop, by a newer drawing or by a screen that goes, it would stop
what both wait for, and with that the app: the program would be gone without a word.
"""

from __future__ import annotations

import asyncio
from collections.abc import Generator

from textual._callback import invoke
from textual.await_remove import AwaitRemove


def survive_waiting_cut_off() -> None:
    """Let nothing that is cut off while it waits for a removal take the program with it."""
    setattr(AwaitRemove, "__await__", _to_its_end)  # noqa: B010  (a name of Textual's own)


def _to_its_end(removal: AwaitRemove) -> Generator[object, None, None]:
    """Wait as Textual does, but stop nothing that is waited for."""
    here = asyncio.current_task()
    tasks = [task for task in removal._tasks if task is not here]

    async def removed() -> None:
        await asyncio.gather(*map(asyncio.shield, tasks))
        if removal._post_remove is not None:
            await invoke(removal._post_remove)

    return removed().__await__()
