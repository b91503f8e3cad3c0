"""Runs beside one another: measures, paired tests, the stage that lost an answer, the history."""
