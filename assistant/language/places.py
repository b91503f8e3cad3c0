"""Countries by the words that name them, so that `Thai` and `Thailand` are one and `Niger` and `Nigeria` are two."""

from functools import lru_cache

from corpus.text.words import stem_of

# One country a line-part; after the colon, words that name it and do not begin as it does.
_COUNTRIES = (
    "Afghanistan:Afghan|Albania|Algeria|Andorra|Angola|Argentina:Argentine|Armenia|Australia|Austria|Azerbaijan|Bahamas|"
    "Bahrain|Bangladesh|Barbados|Belarus|Belgium:Belgian|Belize|Benin|Bhutan|Bolivia|Bosnia|Botswana|Brazil|Brunei|"
    "Bulgaria|Burundi|Cambodia|Cameroon|Canada:Canadian|Chad|Chile|China:Chinese|Colombia|Comoros|Congo|"
    "Croatia|Cuba|Cyprus:Cypriot|Czechia:Czech|Denmark:Danish Dane|Djibouti|Dominica|Ecuador|Egypt|Eritrea|Estonia|"
    "Eswatini:Swaziland|Ethiopia|Fiji|Finland:Finnish Finn|France:French|Gabon|Gambia|Georgia|Germany:German|Ghana|"
    "Greece:Greek|Grenada|Guatemala|Guinea|Guyana|Haiti|Honduras|Hungary:Hungarian|Iceland|India|Indonesia|Iran|Iraq|"
    "Ireland:Irish|Israel|Italy:Italian|Jamaica|Japan:Japanese|Jordan|Kazakhstan:Kazakh|Kenya|Kiribati|Korea|Kuwait|"
    "Kyrgyzstan:Kyrgyz|Laos:Lao|Latvia|Lebanon:Lebanese|Lesotho|Liberia|Libya|Liechtenstein|Lithuania|Luxembourg|"
    "Macao:Macau|Madagascar:Malagasy|Malawi|Malaysia|Maldives|Mali|Malta:Maltese|Mauritania|Mauritius|Mexico:Mexican|"
    "Micronesia|Moldova|Monaco|Mongolia|Montenegro|Morocco:Moroccan|Mozambique|Myanmar:Burma|Namibia|Nauru|Nepal|"
    "Netherlands:Dutch|Nicaragua|Niger|Nigeria:Nigerian|Norway:Norwegian|Oman|Pakistan|Palau|Palestine|Panama|Paraguay|"
    "Peru|Philippines:Filipino Philippine|Poland:Polish|Portugal:Portuguese|Qatar|Romania|Russia|Rwanda|Samoa|Senegal|"
    "Serbia|Seychelles|Singapore|Slovakia:Slovak|Slovenia|Somalia:Somali|Spain:Spanish|Sudan|Suriname|Sweden:Swedish|"
    "Switzerland:Swiss|Syria|Tajikistan:Tajik|Tanzania|Thailand:Thai|Togo|Tonga|Tunisia|Turkey:Türkiye Turkish|"
    "Turkmenistan:Turkmen|Tuvalu|Uganda|Ukraine|Uruguay|Uzbekistan:Uzbek|Vanuatu|Venezuela|Vietnam:Viet Nam|Yemen|"
    "Zambia|Zimbabwe"
)
COUNTRIES = tuple(entry.partition(":")[0] for entry in _COUNTRIES.split("|"))
"""Short English names of countries, those of one word."""
_ENDINGS = ("", "n", "an", "ian", "i", "ese", "er")


def country_of(word: str) -> str:
    """Return the country that a stem names, empty for any other word: `thai` → `Thailand`."""
    return _by_word().get(word, "")


@lru_cache(maxsize=1)
def _by_word() -> dict[str, str]:
    found: dict[str, str] = {}
    for entry in _COUNTRIES.split("|"):
        name, _, others = entry.partition(":")
        for ending in _ENDINGS:
            found.setdefault(stem_of(name + ending), name)
        found |= {stem_of(form): name for form in others.split()}
    return found | {stem_of(name): name for name in COUNTRIES}
