"""What can go wrong with a chat model, each put in one plain sentence.

Nothing that a server or a client says is repeated: such messages hold keys, addresses and pages of HTML.
"""

import json
from collections.abc import Iterator
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

_UNREACHED = ("ConnectError", "ConnectTimeout", "ConnectionError", "gaierror")
_CUT = ("RemoteProtocolError", "ReadError", "IncompleteRead", "ClientPayloadError")
_LATE = ("APITimeoutError", "TimeoutException", "TimeoutError", "StreamChunkTimeoutError")
_MALFORMED = ("JSONDecodeError", "APIResponseValidationError", "UnicodeDecodeError", "DecodingError")


class ModelFault(Exception):
    """A model could not be asked, or what came back is no answer; the message is a sentence for a person."""

    def __init__(self, sentence: str, *, passing: bool = False, wait: float | None = None, status: int = 0) -> None:
        super().__init__(sentence)
        self.passing = passing
        """Whether another try may go better."""
        self.wait = wait
        """Seconds that the server asks to be left alone."""
        self.status = status
        """Status of HTTP; 0 where there was none."""


def fault_of(error: Exception, model: str) -> ModelFault:
    """Return what an exception of a client means, known by its status and the names of its classes."""
    if isinstance(error, ModelFault):
        return error
    status = _status(error)
    if status:
        return _refused(error, status, model)
    if _is_any(error, _UNREACHED):
        return ModelFault(f"The model {model} could not be reached.", passing=True)
    if _is_any(error, _LATE):
        return ModelFault(f"The model {model} did not answer in time.", passing=True)
    if isinstance(error, json.JSONDecodeError) or _is_any(error, _MALFORMED):
        return ModelFault(f"The model {model} sent something that is not an answer.", passing=True)
    if _is_any(error, _CUT) or _is_any(error, ("APIConnectionError",)):
        return ModelFault(f"The connection to the model {model} broke.", passing=True)
    return ModelFault(f"The model {model} sent something that is not an answer.", passing=True)


def _refused(error: Exception, status: int, model: str) -> ModelFault:
    """Return the fault of a status other than 2xx."""
    wait = _retry_after(error)
    if status in (401, 403):
        said = f"The model {model} did not accept the key (status {status}); set the right one in the environment."
    elif status == 404:
        said = f"The server knows no model {model} (status 404); check its name and RAPPORTEUR_MODEL_URL."
    elif status == 413:
        said = f"The passages are too long for the model {model} (status 413); set RAPPORTEUR_MODEL_CONTEXT lower."
    elif status == 429:
        said = f"The model {model} takes no more questions for now (status 429)."
        return ModelFault(said, passing=True, wait=wait, status=status)
    elif status in (408, 409, 425) or status >= 500:
        said = f"The server of the model {model} failed (status {status})."
        return ModelFault(said, passing=True, wait=wait, status=status)
    else:
        said = f"The server of the model {model} refused the request (status {status})."
    return ModelFault(said, status=status)


def _status(error: BaseException) -> int:
    for each in _chain(error):
        response = getattr(each, "response", None)
        for status in (getattr(each, "status_code", None), getattr(response, "status_code", None)):
            if isinstance(status, int) and status >= 400:
                return status
    return 0


def _retry_after(error: BaseException) -> float | None:
    """Return the seconds that the header `Retry-After` names, as a number or as a date (RFC 9110, 10.2.3)."""
    headers = getattr(getattr(error, "response", None), "headers", None)
    said = str(headers.get("retry-after", "")).strip() if headers is not None else ""
    if not said:
        return None
    try:
        return max(0.0, float(said))
    except ValueError:
        pass
    try:
        at = parsedate_to_datetime(said)
    except ValueError:
        return None
    return max(0.0, (at if at.tzinfo else at.replace(tzinfo=UTC)).timestamp() - datetime.now(UTC).timestamp())


def _is_any(error: BaseException, names: tuple[str, ...]) -> bool:
    """Tell whether an exception, or what it came of, is of a class of one of these names."""
    return any(kind.__name__ in names for each in _chain(error) for kind in type(each).__mro__)


def _chain(error: BaseException) -> Iterator[BaseException]:
    """Yield an exception and those it came of, at most ten."""
    at: BaseException | None = error
    for _ in range(10):
        if at is None:
            return
        yield at
        at = at.__cause__ or at.__context__
