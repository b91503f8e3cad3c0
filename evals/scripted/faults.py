"""Every way in which a scripted server fails, by the name a person would give it."""

from evals.scripted.reply import Reply

_SAID = "In all, 42 delegates att"

FAULTS = {
    "401": Reply(status=401),
    "403": Reply(status=403),
    "404": Reply(status=404),
    "400": Reply(status=400),
    "429 with Retry-After": Reply(status=429, headers={"Retry-After": "30"}),
    "500": Reply(status=500),
    "an HTML page with status 200": Reply(fault="page"),
    "an empty body": Reply(fault="empty body"),
    "broken JSON": Reply(fault="broken JSON"),
    "no choices": Reply(fault="no choices"),
    "null content": Reply(fault="null content"),
    "half an event": Reply(_SAID, fault="half event"),
    "a stall": Reply(_SAID, fault="stall"),
    "a cut stream": Reply(_SAID, fault="cut"),
    "no finish": Reply(_SAID, fault="no finish"),
    "finish by length": Reply(_SAID, finish="length"),
    "a filter": Reply("I ca", finish="content_filter"),
    "nothing said": Reply(""),
}
