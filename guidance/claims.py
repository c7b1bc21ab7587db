"""The numbered claims of the two articles that the knowledge rests on, in our own words.

Reasons, advice and lines of a brief name these numbers. Where the articles disagree, the
rules that use the claims say which holds when.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from guidance.claim import Claim, ClaimClass
from guidance.claims_on_differences import DIFFERENCES
from guidance.claims_on_purpose import PURPOSE

__all__ = ["CLAIMS", "Claim", "ClaimClass"]

CLAIMS: Final[Mapping[int, Claim]] = MappingProxyType(
    {claim.number: claim for claim in (*DIFFERENCES, *PURPOSE)}
)
