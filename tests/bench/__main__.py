"""`python -m tests.bench [name …]`: measure side by side in one run, and print a table."""

from __future__ import annotations

import argparse
import importlib
import pkgutil
from pathlib import Path
from types import ModuleType

from tests.bench.rows import table


def benches() -> dict[str, ModuleType]:
    """Every module of this package that has a name and something to run."""
    found: dict[str, ModuleType] = {}
    for module in sorted(each.name for each in pkgutil.iter_modules([str(Path(__file__).parent)])):
        if module == "__main__":
            continue
        bench = importlib.import_module(f"tests.bench.{module}")
        if hasattr(bench, "NAME") and hasattr(bench, "run"):
            found[bench.NAME] = bench
    return found


def main() -> None:
    """Run the benches that were named, or all."""
    known = benches()
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__)
    parser.add_argument("names", nargs="*", metavar="name", help=", ".join(known))
    names = parser.parse_args().names or list(known)
    unknown = [name for name in names if name not in known]
    if unknown:
        parser.error(f"there is no bench {unknown[0]!r}; there are: {', '.join(known)}")
    for name in names:
        print(f"\n{name}\n{table(known[name].run())}", flush=True)


if __name__ == "__main__":
    main()
