"""How a căn cứ names a legal document."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from thidua_desktop.domain.legal import LegalDocument
from thidua_desktop.wording import formats

_ISSUERS = {"NĐ-CP": " của Chính phủ", "TT-BNV": " của Bộ trưởng Bộ Nội vụ"}


def basis(documents: Sequence[LegalDocument]) -> str:
    """One căn cứ for a document together with those that amend it; laws are named by their day, others by number."""
    return f"Căn cứ {'; '.join(_named(document) for document in documents)}"


def minutes(council: str, day: date) -> str:
    """The căn cứ for what a council agreed to."""
    return f"Căn cứ Biên bản họp {council} {formats.long_day(day)}"


def proposed_by(council: str) -> str:
    """The last line before "QUYẾT ĐỊNH:": who proposes it (NĐ 30/2020/NĐ-CP, annex III, model 1.2)."""
    return f"Theo đề nghị của {council}"


def _named(document: LegalDocument) -> str:
    day = f" {formats.long_day(document.issued)}" if document.issued is not None else ""
    if "/QH" in document.number:
        return f"{document.title}{day}"
    form, about = document.title[:9].strip(), document.title[9:].strip()
    issuer = next((name for code, name in _ISSUERS.items() if document.number.endswith(code)), "")
    return f"{form} số {document.number}{day}{issuer} {about}"
