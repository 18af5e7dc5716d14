"""Numbers of a report against each other: what a text, its tables and its annexes say of one and the same thing.

Nothing here knows a file format or a store: a report comes as :class:`material.Material`, the words of the field as a
:class:`lexicon.Lexicon`. ``checking.check`` gives the findings.
"""
