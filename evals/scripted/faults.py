"""Every way in which a scripted server fails, by the name a person would give it."""

from evals.scripted.reply import ScriptedReply

_SAID = "In all, 42 delegates att"

FAULTS = {
    "401": ScriptedReply(status=401),
    "403": ScriptedReply(status=403),
    "404": ScriptedReply(status=404),
    "400": ScriptedReply(status=400),
    "429 with Retry-After": ScriptedReply(status=429, headers={"Retry-After": "30"}),
    "500": ScriptedReply(status=500),
    "an HTML page with status 200": ScriptedReply(fault="page"),
    "an empty body": ScriptedReply(fault="empty body"),
    "broken JSON": ScriptedReply(fault="broken JSON"),
    "no choices": ScriptedReply(fault="no choices"),
    "null content": ScriptedReply(fault="null content"),
    "half an event": ScriptedReply(_SAID, fault="half event"),
    "a stall": ScriptedReply(_SAID, fault="stall"),
    "a cut stream": ScriptedReply(_SAID, fault="cut"),
    "no finish": ScriptedReply(_SAID, fault="no finish"),
    "finish by length": ScriptedReply(_SAID, finish="length"),
    "a filter": ScriptedReply("I ca", finish="content_filter"),
    "nothing said": ScriptedReply(""),
}
