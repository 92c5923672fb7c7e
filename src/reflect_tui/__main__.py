"""`python -m reflect_tui` is the command `reflect-tui`."""

from __future__ import annotations

import sys

from reflect_tui.cli import main

sys.exit(main())
