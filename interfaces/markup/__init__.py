"""Answers, sources and problems as markup; every text of a document is escaped here."""
