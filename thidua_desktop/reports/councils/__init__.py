"""Papers of the council: award lists, ballots, minutes, results, decisions with their lists, pay lists."""
