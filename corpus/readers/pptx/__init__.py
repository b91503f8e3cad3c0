"""Presentations: titles, bullets, tables and notes, slide by slide."""
