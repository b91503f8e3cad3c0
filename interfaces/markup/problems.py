"""What went wrong, in a sentence for the page."""

UNEXPECTED = (
    "Something failed inside Rapporteur while it worked on this, and the terminal it was started from says what. "
    "Nothing in the library was lost; ask again, in other words if need be."
)


def as_sentence(error: Exception) -> str:
    """Return the message of an error with a capital and a full stop."""
    message = str(error).strip()
    return message[:1].upper() + message[1:] + ("" if message.endswith((".", "!", "?")) else ".")
