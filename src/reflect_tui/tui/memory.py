"""What Python looks through for garbage: as little as possible while somebody types."""

from __future__ import annotations

import gc


def put_aside() -> None:
    """Throw away what is garbage now, and look through the rest no more until the next time.

    Looking through everything takes tens of milliseconds, and Python would do it every second or
    two in the middle of a word. Called when a page has just been drawn and nobody types yet.
    """
    gc.unfreeze()
    gc.collect()
    gc.freeze()
