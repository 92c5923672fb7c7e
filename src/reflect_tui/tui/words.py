"""Words the screens share."""

from __future__ import annotations

from reflect_tui.practice.exercise import Service, Way

WAY_WORDS = {Way.ONE_TO_ONE: "one-to-one", Way.GROUP: "group", Way.SOLO: "on your own"}
SERVICE_WORDS = {Service.CHILDREN: "children's", Service.ADULTS: "adults'"}
