"""A round is judged again only where something has changed."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from tests.conftest import fixed_today
from tests.domain.eligibility.files import CSCS, LDTT
from tests.services.filed import LINE, NAME, keep_file, keep_round
from tests.services.judging.judged import TITLED, only
from thidua_desktop.common.progress import Cancelled, Progress, watched
from thidua_desktop.domain.eligibility.verdicts import Verdict
from thidua_desktop.domain.evidence import Rating, YearRating
from thidua_desktop.domain.facts import KeptFact
from thidua_desktop.domain.ids import RecipientId
from thidua_desktop.services import round_judging
from thidua_desktop.services.eligibility import EligibilityService
from thidua_desktop.services.evidence import EvidenceService
from thidua_desktop.services.judging import JudgingService
from thidua_desktop.services.rulebooks import RulebookService
from thidua_desktop.services.undo import UndoService
from thidua_desktop.storage.store import Store


class Counted:
    """How many lines were judged since it was last asked."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self._count = 0
        check = round_judging.check_best

        def counting(*arguments: object) -> object:
            self._count += 1
            return check(*arguments)

        monkeypatch.setattr(round_judging, "check_best", counting)

    def since(self) -> int:
        count, self._count = self._count, 0
        return count


@pytest.fixture
def counted(monkeypatch: pytest.MonkeyPatch) -> Counted:
    return Counted(monkeypatch)


def test_only_what_a_change_touched_is_judged_again(
    store: Store, judging: JudgingService, counted: Counted, tmp_path: Path
) -> None:
    people = [keep_file(store, replace(TITLED, name=name)) for name in ("An", "Bình", "Chi")]
    round_id, ids = keep_round(store, [replace(LINE, name=str(one), recipient_id=one) for one in people])
    judging.judge(round_id, ids[:1])
    assert counted.since() == 1
    judging.judge(round_id)
    assert counted.since() == 2
    judging.judge(round_id)
    assert counted.since() == 0
    EvidenceService(store).save(KeptFact(people[1], YearRating(2024, Rating.EXCELLENT)))
    judging.judge(round_id)
    assert counted.since() == 1
    UndoService(store).undo()
    judging.judge(round_id)
    assert counted.since() == 1
    judging.override(ids[2:], Verdict.MET, by="Giám đốc", reason="Hồ sơ giấy đủ")
    judging.judge(round_id)
    assert counted.since() == 1
    with store.write("round.save", name="") as work:
        work.rounds.save(replace(work.rounds.get(round_id), closes=date(2024, 5, 1)))
    judging.judge(round_id)
    assert counted.since() == 3


def test_a_second_line_of_a_recipient_is_news_for_the_first(
    store: Store, judging: JudgingService, counted: Counted, an: RecipientId
) -> None:
    round_id, ids = keep_round(store, [replace(LINE, recipient_id=an), replace(LINE, name="Lê Chi")])
    judging.judge(round_id)
    counted.since()
    with store.write("nomination.add", name=NAME) as work:
        work.nominations.save(replace(LINE, award_id=LDTT, recipient_id=an, round_id=round_id))
    judged = judging.judge(round_id)
    assert counted.since() == 2
    assert judged[ids[0]].assessment.claim.also == (LDTT,)


def test_rulebooks_that_were_read_again_count_at_once(store: Store, tmp_path: Path, an: RecipientId) -> None:
    folder = tmp_path / "quy-dinh"
    folder.mkdir()
    rulebooks = RulebookService(folder)
    judging = JudgingService(store, rulebooks, EligibilityService(rulebooks), fixed_today)
    round_id, _ = keep_round(store, [replace(LINE, recipient_id=an, counted_to=2023)])
    assert only(judging, round_id).final is Verdict.MET
    own = 'code = "so"\ntitle = "Quy chế"\ncitation = "QĐ 1"\nconfidence = "seen"\n'
    (folder / "rieng.toml").write_text(
        own
        + f'[[general]]\nid = "cach"\nawards = ["{CSCS}"]\ncitation = "Điều 1"\n'
        + 'rule = { kind = "rating_run", level = "excellent", years = 9 }\n',
        encoding="utf-8",
    )
    rulebooks.reload()
    assert not rulebooks.troubles
    assert only(judging, round_id).final is not Verdict.MET


def test_what_was_found_is_known_without_asking_the_file(store: Store, judging: JudgingService) -> None:
    round_id, (line_id,) = keep_round(store, [LINE])
    assert judging.known(line_id) is None
    judged = judging.judge(round_id)
    assert judging.known(line_id) is judged[line_id]


def test_a_stopped_check_keeps_what_it_has_found(
    store: Store, judging: JudgingService, counted: Counted, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(round_judging, "_AT_ONCE", 2)
    round_id, _ = keep_round(store, [replace(LINE, name=f"Người {number}") for number in range(5)])
    progress = Progress(lambda step: progress.cancel() if step.done >= 2 else None)
    with watched(progress), pytest.raises(Cancelled):
        judging.judge(round_id)
    first = counted.since()
    assert 0 < first < 5
    assert len(judging.judge(round_id)) == 5
    assert counted.since() == 5 - first
