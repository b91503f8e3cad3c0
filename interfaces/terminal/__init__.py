"""Answers, reports and progress as text that is safe for a terminal."""
