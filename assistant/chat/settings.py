"""What a person may set about a chat model."""

from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urlsplit

from corpus.errors import SettingsError


@dataclass(frozen=True, slots=True)
class ChatSettings:
    """Which model writes, and how; without a name none does."""

    model: str = ""
    """`RAPPORTEUR_MODEL`: `provider:model`; the name alone where there is a URL."""
    url: str = ""
    """`RAPPORTEUR_MODEL_URL`: an OpenAI-compatible server of one's own, such as `http://127.0.0.1:8000/v1`."""
    judge: str = ""
    """`RAPPORTEUR_JUDGE`: the model that is asked for a second opinion, named in the same way; empty for none."""
    seconds: int = 60
    """`RAPPORTEUR_DEADLINE`: seconds in which an answer is there, whatever the model does, 1 to 600."""
    context: int = 3_000
    """`RAPPORTEUR_MODEL_CONTEXT`: tokens of passages that the model is given, 200 to 1,000,000."""

    @classmethod
    def from_environment(cls, environment: Mapping[str, str]) -> "ChatSettings":
        """Read the settings; raise `SettingsError` for a value that is not possible."""
        url = environment.get("RAPPORTEUR_MODEL_URL", "").strip()
        if url and not _is_address(url):
            # Not repeated: an address may hold a password.
            raise SettingsError("RAPPORTEUR_MODEL_URL is no address; write it as http://127.0.0.1:8000/v1")
        return cls(
            model=environment.get("RAPPORTEUR_MODEL", "").strip(),
            url=url,
            judge=environment.get("RAPPORTEUR_JUDGE", "").strip(),
            seconds=whole_number(environment, "RAPPORTEUR_DEADLINE", default=60, least=1, most=600),
            context=whole_number(environment, "RAPPORTEUR_MODEL_CONTEXT", default=3_000, least=200, most=1_000_000),
        )

    @property
    def shapes(self) -> tuple[object, ...]:
        """Return what shapes an answer; empty without a model."""
        return (self.model, self.judge, self.context) if self.model else ()


def whole_number(environment: Mapping[str, str], name: str, *, default: int, least: int, most: int) -> int:
    """Return a whole number that is set; raise `SettingsError` when it is none or out of its range."""
    text = environment.get(name, "").strip()
    if not text:
        return default
    if not text.isdecimal() or not least <= int(text) <= most:
        raise SettingsError(f"{name} is {text!r}; set it to a whole number from {least} to {most}, or unset it")
    return int(text)


def _is_address(url: str) -> bool:
    try:
        parts = urlsplit(url)
        return parts.scheme in ("http", "https") and bool(parts.hostname) and (parts.port or 1) > 0
    except ValueError:
        return False
