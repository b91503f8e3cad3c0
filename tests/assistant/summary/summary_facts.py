"""What a summary of each real document must hold: facts and short figures, set down by hand.

A fact is held where every group of words has one alternative in the summary, case and the kind of dash ignored.
"""

import re

Fact = tuple[tuple[str, ...], ...]


def fact(*groups: str) -> Fact:
    """Make a fact of groups, the alternatives of each parted by `|`."""
    return tuple(tuple(group.split("|")) for group in groups)


SESSION = (
    fact("19 October 2023"),
    fact("hybrid", "Tashkent", "Zoom|online"),
    fact("UNECE and ESCAP"),
    fact("Chair", "Rakhmatullaev"),
    fact("Government of Uzbekistan"),
    fact("Azerbaijan", "Kazakhstan", "Kyrgyzstan", "Tajikistan", "Uzbekistan"),
    fact("international and regional organisations"),
    fact("outcomes of the SPECA Workshop"),
    fact("activities", "third session"),
    fact("Athey", "Karazhanova"),
    fact("Work Plan", "October 2023 - December 2025"),
    fact("Kazakhstan: Mr. Sanat Akhanov", "DSC SD|digital solutions cent"),
    fact("Kyrgyzstan: Ms. Aisuluu Mustapakulova", "train the trainer"),
    fact("proposed the host of the next"),
    fact("Tajikistan: Mr. Ravshan Kurbanov", "coordination meeting", "venture capital"),
    fact("association of IT schools"),
    fact("single database of trainers"),
    fact("start-up competitions"),
    fact("fifth session", "June 2024", "Government of Kyrgyzstan"),
    fact("5th session"),
    fact("endorsed", "circular economy"),
    fact("blockchain"),
    fact("benchmarking"),
    fact("79/10"),
    fact("commended Uzbekistan"),
    fact("requests of Kazakhstan and Tajikistan"),
    fact("policy paper"),
    fact("national focal points"),
    fact("adopted its Work Plan"),
    fact("digital skills|digital divide|cooperating with the ESCAP"),
)
ACTIVITIES = (
    fact("December 2019", "November 2020"),
    fact("7 demand-driven", "5 member States"),
    fact("27 partner institutions"),
    fact("587"),
    fact("Expert Dialogue", "1 September 2020", "63 participants"),
    fact("Circular Economy", "23 September 2020", "70 participants"),
    fact("COVID-19", "3 November 2020", "Tashkent", "86 participants"),
    fact("International Forum for Sustainable Asia", "10 November 2020", "Hayama"),
    fact("Emerging Technologies", "1 December 2020", "Guangzhou"),
    fact("Renewable Energy", "24-25 September 2020", "83 representatives"),
    fact("Intellectual Property Management", "19 November 2020", "176 participants"),
    fact("Ministry of Innovative Development"),
    fact("Institute for Global Environmental Strategies"),
    fact("Indonesian Institute of Science"),
    fact("4 issues of Tech Monitor"),
    fact("16 articles", "31 authors"),
    fact("1489"),
    fact("guidebook|Innovation and technology transfer for clean energy"),
    fact("training manual|publication"),
    fact("Seventy Sixth Commission Session", "21 May 2020"),
    fact("Third Session of the Committee", "19-20 August 2020"),
    fact("76/3"),
    fact("76/12"),
    fact("870000"),
    fact("elected"),
    fact("Committee recommends|Recommendation 13"),
    fact("website"),
)
RELEASE = (
    fact("May 10"),
    fact("Beijing Western Suburb Hotel"),
    fact("Beijing Intellectual Property Office", "World Intellectual Property Organization"),
    fact("WIPO GREEN China City Acceleration"),
    fact("nearly 150 people"),
    fact("130,000"),
    fact("150 partners"),
    fact("1,000"),
    fact("558,000"),
    fact("206,000"),
    fact("36.8%"),
    fact("6 cooperation MOUs"),
    fact("three of them|three technology deployments"),
    fact("3 new pairs"),
    fact("20 SMEs"),
    fact("13 clinic", "27 countries"),
    fact("carbon dioxide", "air pollution", "waste"),
    fact("Network for Green Technology Transfer"),
    fact("Zhao Lijian"),
    fact("Kwakwa"),
    fact("Liu Hua"),
    fact("Cai Xin"),
    fact("Tonny Xie"),
    fact("four areas"),
    fact("Tachon|IP Management Clinic"),
)
SUBMISSION = (
    fact("22.0 per cent"),
    fact("2.3"),
    fact("11.2 per cent"),
    fact("16.4 per cent"),
    fact("2.8 per cent"),
    fact("Abu Dhabi Declaration"),
    fact("Bhutan"),
    fact("UNDP"),
    fact("blockchain", "Ghana", "cocoa"),
    fact("Shanghai Global Science and Technology Innovation Center|SGTIC", "2017"),
    fact("intelligent manufacturing", "China"),
    fact("6000"),
    fact("Cabo Verde", "National System of Innovation"),
    fact("Malacca|Melaka", "smart grid|integrated package of technologies"),
    fact("Namibia", "bush"),
    fact("smart glasses"),
    fact("Global Environment Facility"),
    fact("Cuba", "Slovenia|joint innovation center"),
    fact("Kenya", "geothermal"),
    fact("Government of Japan"),
    fact("webinar", "Fourth Industrial Revolution|4IR"),
)
MEETING = (
    fact("November 9th 2021"),
    fact("online communication meeting"),
    fact("Bluetech Clean Air Alliance"),
    fact("Beijing Municipal Intellectual Property Office"),
    fact("Dietterich"),
    fact("Li Zhong"),
    fact("Deng Yuhua", "bridge"),
    fact("Tonny Xie"),
    fact("Core Committee"),
    fact("Oksen"),
    fact("120,000"),
    fact("South America", "Southeast Asia"),
    fact("assessment of green technology needs"),
    fact("Arbitration and Mediation Center"),
    fact("end of 2022"),
)
BY_DOCUMENT = {
    "000": ("activities", ACTIVITIES),
    "001": ("session", SESSION),
    "002": ("release", RELEASE),
    "003": ("report", SUBMISSION),
    "004": ("release", MEETING),
}
"""Beginning of the file's name, the template that fits, and the facts."""


def missing(facts: tuple[Fact, ...], summary: str) -> list[Fact]:
    """Return the facts that a summary does not hold."""
    text = plain(summary)
    return [one for one in facts if not all(any(plain(words) in text for words in group) for group in one)]


def plain(text: str) -> str:
    """Return a text in small letters, with one kind of dash, quotation mark and space."""
    return " ".join(re.sub("[‐‑‒–—―−]", "-", text).translate(str.maketrans("‘’“”", "''\"\"")).lower().split())
