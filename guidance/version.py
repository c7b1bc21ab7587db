"""The state of the knowledge; every recommendation and brief carries it."""

from __future__ import annotations

from typing import Final

# Raised whenever a rule, a table or a question changes what an answer leads to.
KNOWLEDGE_VERSION: Final = "2026.14"
