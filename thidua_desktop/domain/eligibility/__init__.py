"""Whether the law lets a recipient have an award: a nomination, the recipient's file and a rulebook make findings."""
