"""Statistics: facts of a period, questions about them, figures that know their question, tables of figures."""
