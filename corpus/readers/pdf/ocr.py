"""Recognise the text of scanned pages, where the extra `ocr` is installed.

RapidOCR, for its models lie within its package and need neither a program of the system nor a download.
"""

import os
import re
from collections.abc import Sequence
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from statistics import median
from typing import Any

from corpus.progress import tell
from corpus.readers.pdf.chars import Fragment, PageText

INSTALL = 'pip install "rapidocr>=3.10,<4" onnxruntime'
_DPI = 150
"""Finer pictures take longer and are read no better."""
_MOST_PIXELS = 4000
"""On the longer side of a page."""
_SIZE_OF_BOX = 0.76
"""Font size in times the height of the box around a line."""
_DESCENT = 0.22
"""Share of that box that lies below the baseline."""
_NUMERAL = re.compile(r"(?=[Il|]{2,3}\.\s)[Il|]+")
"""A roman numeral in whose letters the eye, too, sees small ones."""
_SAME_SIZE = 0.3
"""By how much, in times the usual size of a page, a line may differ and be taken to be set in it."""


@cache
def _models() -> dict[str, str]:
    """Return the models that came with the package by their tasks, empty when one is missing."""
    found = find_spec("rapidocr")
    if found is None or found.origin is None:
        return {}
    folder = Path(found.origin).parent / "models"
    paths = {task: sorted(folder.glob(f"*_{task}_*.onnx")) for task in ("det", "rec", "cls")}
    return {task: str(files[0]) for task, files in paths.items() if files} if all(paths.values()) else {}


def can_recognise() -> bool:
    """Tell whether pictures of text can be read here."""
    return bool(_models()) and all(find_spec(name) is not None for name in ("onnxruntime", "cv2"))


@cache
def _engine() -> Any:
    from rapidocr import RapidOCR

    models = {f"{task.capitalize()}.model_path": path for task, path in _models().items()}
    threads = int(os.environ.get("OMP_NUM_THREADS") or 0)
    one = {"EngineConfig.onnxruntime.intra_op_num_threads": threads} if threads > 0 else {}
    return RapidOCR(params={"Global.log_level": "critical", "Global.use_cls": False, **models, **one})


def recognise(document: Any, numbers: Sequence[int], total: int) -> list[PageText]:
    """Return the text found in the pictures of some pages of an open PDF; `numbers` count from 1."""
    pages = []
    for number in numbers:
        tell(f"recognising page {number} of {total}")
        page = document[number - 1]
        try:
            pages.append(_recognised(page, number))
        finally:
            page.close()
    return pages


def _recognised(page: Any, number: int) -> PageText:
    width, height = page.get_size()
    scale = min(_DPI / 72, _MOST_PIXELS / max(width, height, 1.0))
    bitmap = page.render(scale=scale, rev_byteorder=False)
    found = _engine()(bitmap.to_numpy()[:, :, :3].copy())
    bitmap.close()
    if found.txts is None or found.boxes is None:
        return PageText(number, width, height)
    boxes = [_box(corners, scale) for corners in found.boxes]
    sizes = [_SIZE_OF_BOX * (bottom - top) for _, top, _, bottom in boxes]
    usual = median(sizes)
    fragments = [
        Fragment(
            _with_numeral(text.strip()),
            left,
            right,
            height - bottom + _DESCENT * (bottom - top),
            round(usual if abs(size - usual) < _SAME_SIZE * usual else size, 1),
            False,
            number,
        )
        for text, (left, top, right, bottom), size in zip(found.txts, boxes, sizes, strict=True)
        if text.strip()
    ]
    raw = "\n".join(fragment.text for fragment in fragments)
    return PageText(number, width, height, fragments, raw=raw)


def _box(corners: Any, scale: float) -> tuple[float, float, float, float]:
    """Return left, top, right and bottom of a line in points from the upper left corner."""
    xs, ys = ([float(corner[axis]) / scale for corner in corners] for axis in (0, 1))
    return min(xs), min(ys), max(xs), max(ys)


def _with_numeral(text: str) -> str:
    match = _NUMERAL.match(text)
    return "I" * len(match.group(0)) + text[match.end() :] if match else text
