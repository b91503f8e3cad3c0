"""Settings from the environment."""

from pathlib import Path

import pytest

from assistant.compose import Settings
from corpus.errors import SettingsError


def test_settings_have_defaults() -> None:
    """Nothing needs to be set."""
    settings = Settings.from_environment({})
    assert (settings.embedding, settings.reader, settings.passages) == ("", "", 20)
    assert settings.library.is_absolute()


def test_settings_are_read_from_the_environment() -> None:
    """Each has a variable of its own."""
    settings = Settings.from_environment(
        {"RAPPORTEUR_LIBRARY": "/srv/reports", "RAPPORTEUR_READER": "none", "RAPPORTEUR_PASSAGES": "5"}
    )
    assert (settings.library, settings.reader, settings.passages) == (Path("/srv/reports"), "none", 5)


@pytest.mark.parametrize(
    ("name", "value"),
    [("RAPPORTEUR_PASSAGES", "0"), ("RAPPORTEUR_PASSAGES", "many")],
)
def test_impossible_values_are_named(name: str, value: str) -> None:
    """The message holds the variable, the value and what is allowed."""
    with pytest.raises(SettingsError, match=rf"{name} is '{value}'; set it to"):
        Settings.from_environment({name: value})


def test_digest_tells_settings_apart_and_not_libraries() -> None:
    """Where a library lies does not shape an answer."""
    one, other = Settings(library=Path("/a")), Settings(library=Path("/b"))
    assert one.digest == other.digest
    assert one.digest != Settings(library=Path("/a"), reader="none").digest
