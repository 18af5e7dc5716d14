"""The service on the store of the test, and a recipient whose title rests on the law of the day."""

from __future__ import annotations

import pytest

from tests.services.filed import keep_file
from tests.services.judging.judged import TITLED, service
from thidua_desktop.domain.ids import RecipientId
from thidua_desktop.services.judging import JudgingService
from thidua_desktop.storage.store import Store


@pytest.fixture
def judging(store: Store) -> JudgingService:
    return service(store)


@pytest.fixture
def an(store: Store) -> RecipientId:
    return keep_file(store, TITLED)
