"""Prints what is found in the unseen sentences today, and what is found that should not be."""

from __future__ import annotations

from tests.blind.measuring import MEASURES, SETS

for name, measure in MEASURES.items():
    for which in SETS:
        got = measure(which)
        print(
            f"{name}, {which} set: found {got.found:.0%}, "
            f"silent sentences with something pointed at {got.alarmed:.1%}, "
            f"something besides in {len(got.beside)}"
        )
