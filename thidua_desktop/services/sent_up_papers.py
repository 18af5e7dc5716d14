"""The tờ trình that goes with lines to a higher level."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import TypeVar

from thidua_desktop.common.errors import AppError
from thidua_desktop.domain.decision_drafts import line_of
from thidua_desktop.domain.decisions import Decision
from thidua_desktop.domain.file_formats import Format
from thidua_desktop.domain.ids import MeetingId, SentUpId
from thidua_desktop.domain.rulebooks import RulebookMissing
from thidua_desktop.services.decision_lines import verdicts
from thidua_desktop.services.hand_decisions import HandDecisionService
from thidua_desktop.services.paper_issuers import issuer
from thidua_desktop.services.report_files import refuse_format
from thidua_desktop.services.rulebooks import RulebookService
from thidua_desktop.services.templates import TemplateService
from thidua_desktop.storage.store import Store
from thidua_desktop.wording import councils as wording
from thidua_desktop.wording import decision_texts, issuers, paper_files

__all__ = ["Format", "SentToSeveral", "SentUpPaperService"]

V = TypeVar("V")


class SentToSeveral(AppError):
    """One letter goes to one body: the lines were sent to several (document-forms §2.3)."""

    code = "sent_up.several_levels"


class SentUpPaperService:
    """Writes the letter (PDF, Word) for lines that were sent up."""

    def __init__(
        self,
        store: Store,
        rulebooks: RulebookService,
        hand_decisions: HandDecisionService,
        templates: TemplateService,
        today: Callable[[], date],
    ) -> None:
        self._store = store
        self._rulebooks, self._templates = rulebooks, templates
        self._hand_decisions, self._today = hand_decisions, today

    def letter(self, sent_ids: Sequence[SentUpId], out: Path, format: Format) -> Path:
        """The tờ trình with these lines; number and day where all of them have the same, else blank for the pen.

        Raises:
            SentToSeveral: they went to several bodies, or none is given; nothing is written.
            FormatNotOffered, GlyphMissing, FileTrouble: a former file is what it was.
            TemplateFaulty, TemplateEndless: about the office's own template.
            RecordMissing: one is not there.
        """
        from thidua_desktop.reports.councils.proposal import ProposalPaper, proposal  # what sets type is loaded late

        refuse_format(format, Format.XLSX)
        with self._store.read() as work:
            sent = [work.decision.sent_up.get(each) for each in sent_ids]
            nominations = work.nominations.among([one.nomination_id for one in sent])
            said = verdicts(work, [one.nomination_id for one in sent])
            office, units = work.office.get(), [unit.name for unit in work.units.all()]
            year = max((work.rounds.any(line.round_id).year for line in nominations), default=self._today().year)
        if len({one.level for one in sent}) != 1:
            raise SentToSeveral(count=len({one.level for one in sent}))
        number = _only({one.letter_number for one in sent})
        day = _only({one.sent_on for one in sent})
        lines = tuple(line_of(nomination, place) for place, nomination in enumerate(nominations, start=1))
        to = issuer(office, sent[0].level, self._bodies(day), units)
        awards = to.awards({award.id: award for award in self._rulebooks.awards()})
        named = [awards[each] for each in dict.fromkeys(line.award_id for line in lines) if each in awards]
        title = wording.decision_title(sorted(named, key=lambda award: -award.rank), year)
        paper = ProposalPaper(
            head=office,
            agency=issuers.running(office.name, units),
            to=(to.authority,),
            subject=paper_files.proposal_subject(title),
            bases=self._bases(title, day, _only({line.meeting_id for line in said.values()})),
            awards=awards,
            number=number or None,
            day=day,
        )
        return self._templates.write(proposal(paper, lines), out, format)

    def _bodies(self, day: date | None) -> dict[str, str]:
        try:
            return dict(self._rulebooks.on(day or self._today()).vocabulary.bodies)
        except RulebookMissing:
            return {}

    def _bases(self, title: str, day: date | None, meeting_id: MeetingId | None) -> tuple[str, ...]:
        asked = Decision(title, signed_on=day, meeting_id=meeting_id)
        return tuple(each for each in self._hand_decisions.bases(asked) if not decision_texts.proposes(each))


def _only(values: set[V]) -> V | None:
    """What all have in common; None where they differ."""
    return values.pop() if len(values) == 1 else None
