"""What earlier sessions agreed, made up."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from reflect_tui.session.agreed import AgreedAction

EARLIER = datetime(2026, 2, 2, 9, 30, tzinfo=UTC)


def an_action(action_id: str, what: str = "Ask how they name it", **more: Any) -> AgreedAction:
    """An action of an earlier session of the thread."""
    return AgreedAction(
        action_id, "bbbbbbbbbbbbbbbb", "bbbbbbbbbbbbbbbb", EARLIER, "the blue folder", what, **more
    )
