"""The register of legal documents that ships with the program."""

from __future__ import annotations

from datetime import date
from functools import lru_cache

import msgspec

from thidua_desktop.common.paths import resource
from thidua_desktop.domain.legal import LegalDocument, LegalRegister

DATA = "legal/replaced.toml"


class _File(msgspec.Struct, forbid_unknown_fields=True):
    checked_on: date
    document: tuple[LegalDocument, ...]


@lru_cache(maxsize=1)
def legal_register() -> LegalRegister:
    """Which legal bases have ended, been replaced or amended, with the source of each."""
    return LegalRegister(msgspec.toml.decode(resource(DATA).read_bytes(), type=_File).document)
