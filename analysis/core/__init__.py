"""What all other folders build on: table definitions, errors, paths, lexicons, file helpers."""
