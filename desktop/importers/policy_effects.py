"""What a text says of a regulation that it has named: what it demands, and what came of it."""

from __future__ import annotations

import re
from typing import Final

_NEED: Final = re.compile(
    r"(?:明确要求|明确规定|要求|规定|明确|规范了?|强调|提出|禁止)[，：:]?([^。；]{4,60})"
)
_EFFECTS: Final = re.compile("导致|使得|冲击|迫使|切断|限制|压缩|引发")  # what ``_IMPACT`` cannot do without
_IMPACT: Final = re.compile(
    r"(?:这|此举|该政策|该规定|由此|从而)?(?:一政策|一规定)?(?:直接)?(?:导致|使得|冲击|迫使|切断|限制了|"
    r"压缩了?|引发)[^。；]{3,40}"
)


def consequences(text: str, end: int, stop: int) -> tuple[str | None, str | None]:
    """What a regulation whose title ends at ``end`` demands, in its sentence up to ``stop``, and what it does."""
    need = _NEED.search(text, end, min(stop, end + 100))
    last = min(stop + 60, end + 160, len(text))
    impact = _IMPACT.search(text, end, last) if _EFFECTS.search(text, end, last) else None
    return (need[1] if need else None), (impact[0] if impact else None)
