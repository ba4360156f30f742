"""Agency: who harms whom, clause by clause."""
