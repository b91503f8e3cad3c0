"""Choices whose value is looked at by the handler that takes it, which says in a sentence what is not possible.

gradio looks it up in the choices of the page before that, and prints a traceback where a forged one is not among them.
"""

from typing import Any

import gradio as gr


def choice(*given: Any, **named: Any) -> gr.Dropdown:
    """Draw a list to choose from."""
    drawn = gr.Dropdown(*given, **named)
    drawn.preprocess = _as_it_is  # type: ignore[method-assign] # a subclass would have gradio write a file beside it
    return drawn


def choices(*given: Any, **named: Any) -> gr.CheckboxGroup:
    """Draw boxes to tick."""
    drawn = gr.CheckboxGroup(*given, **named)
    drawn.preprocess = _as_it_is  # type: ignore[method-assign]
    return drawn


def _as_it_is(payload: Any) -> Any:
    return payload
