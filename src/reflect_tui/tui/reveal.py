"""Keeping in sight what somebody is at, in a page that scrolls round it."""

from __future__ import annotations

from textual.widget import Widget


def reveal(widget: Widget, line: int, height: int = 1) -> None:
    """Scroll the page round `widget` until some of its lines, counted from its top, are in sight.

    Call it after a refresh, when everything stands where it is drawn.
    """
    page = _page_of(widget)
    if page is None:
        return
    window = page.scrollable_content_region
    top = widget.region.y + line
    above, below = window.y - top, top + height - window.bottom
    if above > 0:
        page.scroll_relative(y=-above, animate=False)
    elif below > 0:
        page.scroll_relative(y=below, animate=False)


def reveal_whole(widget: Widget) -> None:
    """Scroll the page until all of `widget` is in sight, or its top and as much as there is room.

    Call it after a refresh, when everything stands where it is drawn.
    """
    page = _page_of(widget)
    if page is None:
        return
    window = page.scrollable_content_region
    above, below = window.y - widget.region.y, widget.region.bottom - window.bottom
    if above > 0 or below > 0:
        page.scroll_relative(y=-above if above > 0 else min(below, -above), animate=False)


def reveal_from(block: Widget, widget: Widget) -> None:
    """Scroll the page up to where `block` begins, as far as `widget`, inside it, stays in sight.

    Call it after a refresh, when everything stands where it is drawn.
    """
    page = _page_of(block)
    if page is None or not widget.is_attached:
        return
    window = page.scrollable_content_region
    above, room = window.y - block.region.y, window.bottom - widget.region.bottom
    if above > 0 and room > 0:
        page.scroll_relative(y=-min(above, room), animate=False)


def _page_of(widget: Widget) -> Widget | None:
    """What scrolls round a widget that is on the screen."""
    if not widget.is_attached:
        return None
    parents = (parent for parent in widget.ancestors if isinstance(parent, Widget))
    return next((parent for parent in parents if parent.max_scroll_y > 0), None)
