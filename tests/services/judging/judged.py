"""What the tests of judging share: lines, a file of evidence, and the service on a store."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from tests.conftest import fixed_today
from tests.domain.eligibility.files import LDTT, PERSON, held, rated
from tests.services.filed import LINE
from thidua_desktop.domain.ids import RoundId
from thidua_desktop.domain.judgements import Judgement
from thidua_desktop.domain.nominations import NominationState
from thidua_desktop.services.eligibility import EligibilityService
from thidua_desktop.services.judging import JudgingService
from thidua_desktop.services.rulebooks import RulebookService
from thidua_desktop.storage.store import Store

READY = replace(LINE, state=NominationState.DOSSIER_COMPLETE)
TITLED = replace(PERSON, awards=held(LDTT, 2022, 2023), ratings=rated(2022, 2023))
"""Excellent in 2022 and 2023 without an initiative: too little by the law of 2003, enough by that of 2022."""


def service(store: Store, folder: Path | None = None) -> JudgingService:
    rulebooks = RulebookService(folder)
    return JudgingService(store, rulebooks, EligibilityService(rulebooks), fixed_today)


def only(judging: JudgingService, round_id: RoundId) -> Judgement:
    (judgement,) = judging.judge(round_id).values()
    return judgement
