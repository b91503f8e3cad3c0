"""Keep the libraries that are used here from speaking to anything but this machine."""

import os

SILENT = {
    "ANONYMIZED_TELEMETRY": "False",
    "CHROMA_OTEL_COLLECTION_ENDPOINT": "",
    "DO_NOT_TRACK": "1",
    "GRADIO_ANALYTICS_ENABLED": "False",
    "HF_HUB_DISABLE_TELEMETRY": "1",
    "LANGCHAIN_TRACING_V2": "false",
    "LANGSMITH_TRACING": "false",
    "LANGSMITH_TRACING_V2": "false",
    "OTEL_SDK_DISABLED": "true",
    "SCARF_NO_ANALYTICS": "true",
    "UNSTRUCTURED_DISABLE_NOTICE": "1",
}
"""Reports of use, and traces that would carry the text of documents: off, whatever was set for other programs."""

UNLESS_CHOSEN = {
    "HF_HUB_DISABLE_PROGRESS_BARS": "1",
    "HF_HUB_OFFLINE": "1",
    "TRANSFORMERS_OFFLINE": "1",
    "TRANSFORMERS_VERBOSITY": "error",
    "TOKENIZERS_PARALLELISM": "false",
}
"""Downloads of models, chatter while they load, and threads that warn when a process is started from them: off unless
the person set them."""


def stay_offline() -> None:
    """Set the opt-outs of every library that has one; call it before the first of them is imported.

    Most of them read their variable once, at import. Calling it again changes nothing.
    """
    os.environ.update(SILENT)
    for name, value in UNLESS_CHOSEN.items():
        os.environ.setdefault(name, value)
