"""What is typed into, drawn as long as it stands on its page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.geometry import Region
from textual.strip import Strip

if TYPE_CHECKING:
    from textual.widget import Widget as Base
else:
    # No widget by itself: the styles of what it is mixed into must come from there.
    Base = object


class Drawn(Base):
    """Draws nothing once it was taken off its page.

    Textual may draw a widget that changed a last time after it was taken off; one that asks for
    the styles of its parts would end the program there, because they have gone by then.
    """

    def render_lines(self, crop: Region) -> list[Strip]:
        """Its lines; blank ones once it was taken off."""
        if not self.is_attached:
            return [Strip.blank(crop.width)] * crop.height
        return super().render_lines(crop)
