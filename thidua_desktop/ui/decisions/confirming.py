"""From a recipient's past to the giấy xác nhận: chosen, previewed, printed or kept, in one go."""

from __future__ import annotations

from functools import partial

from thidua_desktop.domain.register_queries import Past
from thidua_desktop.services.decision_papers import Format
from thidua_desktop.ui.common.theme import Tone
from thidua_desktop.ui.decisions.confirm_dialog import ConfirmDialog
from thidua_desktop.ui.decisions.deeds import DecisionDeeds
from thidua_desktop.wording.register_past import past_lines


class Confirming:
    """Asks what is to be confirmed and gives the paper."""

    def __init__(self, deeds: DecisionDeeds) -> None:
        self._deeds = deeds
        self.dialog: ConfirmDialog | None = None
        """The dialog opened last."""

    def ask(self, past: Past) -> None:
        """Ask which awards of a recipient are to be confirmed."""
        if not any(entry.counts for entry in past.entries):
            told = f"“{past.recipient.name}” không có lượt khen nào còn hiệu lực để xác nhận."
            self._deeds.feedback.say(told, tone=Tone.INFO)
            return
        lines = past_lines(past, self._deeds.awards())
        dialog = ConfirmDialog(past, lines, self._deeds.services.today(), self._deeds.parent_widget())
        self.dialog = dialog
        self._deeds.ask(dialog, partial(self._give, past, dialog))

    def _give(self, past: Past, dialog: ConfirmDialog) -> None:
        recipient_id = past.recipient.id
        assert recipient_id is not None
        held, records, asked = self._deeds.services.confirmations, dialog.chosen(), dialog.asked()
        format = Format.DOCX if dialog.wants_word else Format.PDF
        self._deeds.give(
            f"Giấy xác nhận khen thưởng {past.recipient.name}",
            lambda out, wanted: held.write(recipient_id, records, out, wanted, asked),
            format,
        )
