"""What units send to a round: the board of units, its window, the checklist of dossiers."""
