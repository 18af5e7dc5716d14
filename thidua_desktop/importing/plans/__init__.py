"""Plan documents (kế hoạch) read into drafts."""

from thidua_desktop.importing.plans.assemble import parse

__all__ = ["parse"]
