"""Fetch web pages: the only folder that opens a connection on its own."""
