"""Known wordings of prompt injection in documents, in the families of BIPIA and garak.

A report speaks of rules, tools, users and artificial intelligence as well. So a verb counts where it commands, at the
beginning of a sentence or after whoever is to obey, and a name counts where it is called upon.
"""

import re

ASSISTANT = r"(?:ai|a\.i\.|(?:ai )?assistants?|chat ?bots?|(?:large |ai )?language models?|llms?|gpt|copilot)"
"""What an assistant is called, and little else is."""
_ALSO = rf"(?:{ASSISTANT}|bot|model|agent|system|summari[sz]er|machine)"
"""What one may be called where the sentence leaves no doubt."""
_SAID_BEFORE = (
    r"(?:instructions?|prompts?|rules?|directions?|guidelines?|messages?|context|passages?|orders?|restrictions?|"
    r"constraints?|policies|policy|checks|safeguards?)"
)
_REPLY = r"(?:answers?|reply|replies|responses?|outputs?|completions?|summary|summaries|translations?|messages?)"
_NOW = (
    r"(?:(?:^|(?<=[\n.!?:;,\"”'’)\]»>}(\[{]))\s*"
    r"(?:(?:please|kindly|now|then|so|but|and|also|first|next|just|simply|instead|always|immediately)[ ,]+){0,3}"
    rf"|\b(?:you|(?:the |this |any |every |each |all )?{ASSISTANT}|(?:the |this |any |every )?(?:bot|model|machine))"
    r"(?: \w+){0,3}? (?:must|should|shall|will|can|may|needs? to|have to|has to|are to|is to|ought to)"
    r"(?: (?:now|always|also))? )"
)
"""Where a verb commands: at the beginning of a sentence or clause, or after whoever must obey."""
_SAY = r"(?:respond|reply|answer|output|write|say|state that|claim|repeat|tell|mention|insist)"

PATTERNS = (
    # set what was said aside
    rf"{_NOW}(?:ignore|disregard|forget|override|overrule|bypass|discard|drop|cancel|skip)\b[^.!?\n]{{0,40}}"
    rf"\b(?:previous|prior|earlier|above|preceding|former|other|all|any|your|these|those|existing|initial|original|its)\b"
    rf"[^.!?\n]{{0,30}}\b{_SAID_BEFORE}\b",
    rf"{_NOW}(?:ignore|disregard|forget) (?:everything|all|anything)(?: (?:that|you))?[^.!?\n]{{0,30}}"
    r"\b(?:above|before|told|said)",
    r"\b(?:ignor|oubli|olvid|vergiss|missacht|dimentic|esquec|negeer)\w*\b[^.!?\n]{0,30}"
    r"\b(?:instru[ckz]|istruzion|anweisung|consigne|r[eè]gle|regel)\w*",
    rf"(?:^|[\n.!?:;]\s*)(?:new|updated|real|actual|secret|hidden|system|developer)\s+(?:\w+\s+)?"
    rf"(?:instructions?|prompts?|orders?)\s*:"
    rf"|\b(?:instructions?|prompts?|orders?|rules?) for (?:the |any |all )?{ASSISTANT}\b",
    rf"\b(?:authori[sz]ed|instructed|told|ordered|allowed|permitted|requires?|required|asked) "
    rf"(?:you to (?:say|state|report|claim|answer|tell|write|ignore|skip)|"
    rf"(?:the |any |all )?(?:{ASSISTANT}|model) to)\b",
    # call upon it, or say what it is
    rf"\b(?:attention|note|message|notice|memo|hint|reminder|dear|hey|hello|hi|warning)[,:]?\s+(?:(?:to|for)\s+)?"
    rf"(?:the |any |all |every |you,? (?:the )?)?(?:{ASSISTANT}|bots?|(?:model|agent|system)s?)"
    rf"(?:\s*[,:!—–]|\s+(?:reading|processing|answering|that reads|who reads|summari[sz]ing)\b)",
    r"(?:^|[\n.!?:;]\s*)(?:you are|you're|you will be|act as|behave as|pretend (?:to be|that you are)|role-?play as|"
    rf"become)\s+(?:now\s+|no longer\s+)?(?:an?\s+|the\s+)?(?:\w+[ -]){{0,4}}{_ALSO}\b",
    r"(?:^|[\n.!?;]\s*)you are (?:now|no longer) (?:an?|the|in|free)\b"
    r"|\bfrom now on,? (?:you|always|respond|answer|reply)\b",
    r"\bas an? (?:ai|assistant|chat ?bot|language model)\b[^.!?\n]{0,40}\byou\b",
    r"\b(?:developer|debug|god|jailbreak|dan|sudo|unrestricted)[ -]mode\b|\boverride code\b",
    r"\b(?:any(?:one|body)|whoever|every(?:one|body)|those|tools?|machines?|programs?|software|bots?|models?|readers?) "
    r"(?:who |that |which )?(?:is |are )?(?:summari[sz]|read|translat|process|quot|review|answer|pars|index)\w* "
    r"this(?= (?:text|passage|page|paragraph|sentence|message|document|file|article)\b|\s*[:,.;!])",
    # say what it is to write
    rf"{_NOW}(?:respond|reply|answer|output|write|say|repeat)\b[^.!?\n]{{0,40}}"
    r"\b(?:only|nothing (?:else|but)|instead)\b",
    rf"{_NOW}(?:respond|reply|answer|output|print|write|say|repeat|display|return)\b[^.!?\n]{{0,40}}"
    r"\b(?:exactly|verbatim|the (?:word|phrase|sentence|text|string)s?)\b",
    rf"{_NOW}{_SAY}\b[^.!?\n]{{0,60}}\b(?:the user|users|the reader|whoever asks|anyone who asks|"
    r"in (?:its|their) place|instead|every question|what you (?:write|say|answer))\b",
    rf"(?:{_NOW}(?:inform|assure|convince|persuade|urge|tell)|\band tell) "
    r"(?:the user|users|the reader|whoever asks|anyone who asks) (?:that|to)\b",
    rf"\b(?:include|append|add|end|begin|start|finish|open|insist|give|put|place|render|translate|rephrase|encode|rate)\b"
    rf"[^.!?\n]{{0,40}}\byour {_REPLY}\b",
    rf"{_NOW}(?:include|append|add|end|begin|start|finish|open|translate|rephrase|encode)\b[^.!?\n]{{0,40}}"
    rf"\b(?:each|every|the|this) {_REPLY}\b",
    rf"\b(?:the|each|every|your|any) {_REPLY} (?:must|should|shall|has to|have to|needs? to|is to) (?:always )?"
    rf"(?:open|begin|start|end|finish|close|say|read)\b[^.!?\n]{{0,20}}"
    r"\b(?:sentence|words?|phrase|text|line|string)\b",
    rf"\b(?:only|sole) (?:acceptable|correct|allowed|valid|permitted) {_REPLY}\b"
    rf"|\b(?:of|in) (?:every|each|all) {_REPLY}\b",
    rf"{_NOW}(?:do not|don't|never|stop|refuse|decline)(?: to)? (?:answer|respond|reply|cite|mention|summari[sz]e|"
    rf"quote|tell|refuse|politely)(?:ing)?\b|{_NOW}stop (?:answering|responding|replying|citing)\b",
    rf"{_NOW}(?:do not|don't|never) (?:reveal|disclose|use|follow)\b[^.!?\n]{{0,40}}"
    r"\b(?:instructions?|passages?|prompts?|sources?|citations?)\b",
    r"\b(?:when|if|whenever) (?:you are |you're |someone |anyone |a user |the user |users? )?(?:is |are )?"
    r"(?:asked|asks?|answering|summari[sz]ing|prompted|queried)\b[^.!?\n]{0,60}, ?"
    rf"(?:please |always |never |you (?:must|should) )*{_SAY}\b",
    r"\bif you (?:do not|don't|fail to|refuse to) (?:say|state|claim|mention|obey)\b",
    r"\bI(?:'ll|’ll| will| would| shall)? (?:tip|pay|reward|punish|fire|unplug) you\b",
    rf"{_NOW}(?:reveal|print|show|output|repeat|leak|disclose|send|dump)\b[^.!?\n]{{0,30}}\b(?:your|the|this) (?:\w+ )?"
    r"(?:system prompt|prompt|instructions|api[ _-]?keys?|passwords?|credentials|secrets?|environment variables?|"
    r"conversation|chat history)\b",
    r"\bsource ?\[\d+\]\s*:|\bcite (?:it|this|that|me)(?: \w+)? (?:as \[|for\b)",
    r"\b(?:decode|decrypt|base64|rot-?13)\b[^.!?\n]{0,60}\b(?:follow|execute|obey|comply)\b",
    r"\b(?:call|invoke|run|execute|use) (?:the |this |a )?(?:tool|function|command|script|plug-?in|api)s? [\"'“‘`]?"
    rf"(?:[a-z]+(?:_[a-z]+)+|\w+\(\))|{_NOW}(?:run|execute) (?:the |this |a )?shell command\b",
    # markup of conversations, tools and templates
    r"<\|[^|>\n]{1,40}\|>|‹\|[^|›\n]{1,40}\|›|\[/?INST\]|<</?SYS>>|###\s*(?:instruction|system|response|human|assistant)",
    r"(?:^|\n|[.!?\"”]\s)\s*assistant\s*:\s|\b(?:user|human)\s*:\s.{1,300}\b(?:ai|bot)\s*:\s",
    r"[\"']role[\"']\s*:\s*[\"'](?:system|assistant|user|developer|tool)|\b(?:tool|function)_(?:result|call|output)s?\b",
    r"<(?P<tag>(?!(?:b|i|u|em|strong|su[bp]|p|span|small)\b)[a-z]\w*)\b[^<>\n]{0,80}>.{0,200}</(?P=tag)>",
    r"</?(?:system|assistant|user|human|instructions?|passage|tool(?:_call)?|function_call)s?\b[^>\n]{0,60}>",
    r"\{\{.{0,200}?\}\}|\{%.{0,200}?%\}|\$\{.{0,200}?\}",
    r"!\[[^\]\n]{0,200}\]\s*[(\[]|<\s*(?:img|script|iframe|object|embed|svg|link|style|form|a)\b|<!--|\bjavascript:"
    r"|\bdata:text/html",
)
INJECTION = re.compile("|".join(f"(?:{pattern})" for pattern in PATTERNS), re.IGNORECASE | re.DOTALL)
TELLING = frozenset(
    "act ai answer answering answers anybody anyone assistant assistants base64 become behave bot bots bypass call "
    "cancel chatbot chatbots cite claim completion completions copilot dan data debug decode decrypt developer "
    "discard display disregard drop dump everybody everyone exactly execute forget function god gpt human ignore inst "
    "instead instruction instructions invoke jailbreak javascript leak llm llms machine machines mention model models "
    "only output override overrule pretend print prompt prompts reader readers repeat replies reply respond response "
    "responses reveal role roleplay rot rot13 run say send shell show skip software source stop sudo summaries "
    "summary sys tool tool_result tools translation unrestricted use user users verbatim whoever write you your".split()
)
"""Words without one of which, a bracket of markup or a foreign order, nothing here matches."""
MARKS = ("{{", "{%", "${", "<", "‹", "![", "###", "[INST", "_")
FOREIGN = re.compile(r"ignor|oubli|olvid|vergiss|missacht|dimentic|esquec|negeer", re.IGNORECASE)
