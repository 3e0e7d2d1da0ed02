"""Vigie thinks here: pure values and functions, no screen, no database, no network, no clock, no files."""
