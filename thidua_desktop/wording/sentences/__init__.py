"""The sentences by area, each an ``ERRORS``, ``FINDINGS`` and ``OPERATIONS`` table; ``wording.messages`` joins them."""
