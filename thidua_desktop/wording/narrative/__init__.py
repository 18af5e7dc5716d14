"""Reports in words: the texts of ``domain.narrative.texts`` filled with the figures of a period."""
