"""What can be doubted of a recipient while it is typed, from what the file holds."""

from __future__ import annotations

from thidua_desktop.domain.recipients import Recipient
from thidua_desktop.services.container import Services
from thidua_desktop.ui.directory.merge_dialog import short
from thidua_desktop.ui.directory.recipient_dialog import Alike, Doubts
from thidua_desktop.ui.directory.recipient_rows import Choices
from thidua_desktop.wording.look_alikes import reasons

_MOST = 3


def doubts(services: Services, choices: Choices) -> Doubts:
    """The checks of the directory."""

    def alike(one: Recipient) -> list[Alike]:
        held = services.recipients
        return [
            Alike(found.recipient_id, f"{short(held.get(found.recipient_id), choices)} – {reasons(found.reasons)}")
            for found in held.alike_to(one)[:_MOST]
        ]

    return Doubts(services.recipients.check, alike)
