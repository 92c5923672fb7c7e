"""What an answer is good for outside the session: marked as imagined, or for a CPD text."""

from __future__ import annotations

from enum import StrEnum


class Imagined(StrEnum):
    """Which part of a response is imagined: it never enters a note but one's own copy (2.7)."""

    LEFT = "left"
    RIGHT = "right"
    ALL = "all"


class Cpd(StrEnum):
    """Which field of a CPD text an answer belongs in, as the regulator's account has them."""

    LEARNT = "learnt"
    IMPACT = "impact"
    PEER = "peer"
