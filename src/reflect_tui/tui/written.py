"""Waiting until what was typed has reached the sitting.

Keys pass through the queue of the widget one writes in and of each widget round it. Whoever turns
a page or leaves waits for them here: what was typed before comes first.
"""

from __future__ import annotations

import asyncio
import time
from typing import Any

from textual.dom import DOMNode
from textual.message_pump import MessagePump
from textual.screen import Screen

_STEP = 0.005
"""Seconds between two looks."""
_QUIET = 3
"""Looks in a row that must find nothing under way."""


async def all_written(
    screen: Screen[Any], *outer: MessagePump, leaving: bool = False, limit: float = 3.0
) -> None:
    """Return once nothing typed on a screen is under way, or after `limit` seconds.

    `outer` are further queues to wait for. When one is leaving, the field one is at is left too,
    so that it hands on what it holds back for a moment. Never call it in a handler of the
    screen's own messages: it would wait for itself.
    """
    focused = screen.focused
    nodes: list[DOMNode] = [screen] if focused is None else [focused, *focused.ancestors_with_self]
    queues: list[MessagePump] = [node for node in nodes if node is not screen.app]
    if leaving and focused is not None:
        await _empty([*outer, *queues], limit)
        screen.set_focus(None, scroll_visible=False)
    await _empty([*outer, *queues], limit)


async def _empty(queues: list[MessagePump], limit: float) -> None:
    until, quiet = time.monotonic() + limit, 0
    while quiet < _QUIET and time.monotonic() < until:
        await asyncio.sleep(_STEP)
        quiet = 0 if any(queue.message_queue_size for queue in queues) else quiet + 1
