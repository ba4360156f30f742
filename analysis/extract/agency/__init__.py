"""Agency: who does what to whom in clauses of harm."""
