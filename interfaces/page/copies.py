"""The copies of components that gradio keeps of each page, let go of."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from gradio import Blocks


def drop_copies(blocks: "Blocks", page: str) -> None:
    """Drop what gradio holds of a page under numbers that none of its components has.

    Where an output is skipped or its properties change, `Blocks.postprocess_data` (6.31) puts a copy with a number of
    its own in the component's place, and the next value, all the markup of a conversation, is kept under that number as
    well: one more with each question, for as long as the page is known.
    """
    held = blocks.state_holder.session_data.get(page)
    if held is None:
        return
    for number in (held.blocks_config.blocks.keys() | held.config_values.keys()) - blocks.blocks.keys():
        held.blocks_config.blocks.pop(number, None)
        held.config_values.pop(number, None)
