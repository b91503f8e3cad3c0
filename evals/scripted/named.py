"""Settings with the model that an evaluation names: one of the person's, or one that says what a script says."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace

from assistant.compose import Settings
from corpus.errors import SettingsError
from evals.scripted.scripts import SCRIPTS
from evals.scripted.server import scripted_server

_SCRIPTED = "scripted"


@contextmanager
def with_model(settings: Settings, name: str | None) -> Iterator[Settings]:
    """Give the settings with a model: as named, or `scripted:faithful`, which is served until the block ends.

    Raise `SettingsError` for a script there is not.
    """
    if not name:
        yield settings
        return
    provider, _, script = name.partition(":")
    if provider != _SCRIPTED:
        yield replace(settings, chat=replace(settings.chat, model=name))
        return
    script = script or "faithful"
    if script not in SCRIPTS:
        known = ", ".join(f"{_SCRIPTED}:{each}" for each in SCRIPTS)
        raise SettingsError(f"there is no script {script!r}; name one of {known}, or a model as provider:model")
    with scripted_server(SCRIPTS[script]) as server:
        chat = replace(settings.chat, model=f"openai:{_SCRIPTED}-{script}", url=server.url)
        yield replace(settings, chat=chat)
