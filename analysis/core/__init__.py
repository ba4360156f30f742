"""The ground that every other package stands on: table definitions, errors, paths, word lists, file helpers."""
