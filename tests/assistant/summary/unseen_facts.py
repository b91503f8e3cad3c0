"""What the drafts of three real reports must hold, set down from the reports before any draft of them was read."""

from importlib import util
from pathlib import Path

_spec = util.spec_from_file_location("facts_of_summaries", Path(__file__).with_name("summary_facts.py"))
assert _spec is not None
assert _spec.loader is not None
known = util.module_from_spec(_spec)
_spec.loader.exec_module(known)
fact = known.fact

FORUM_ON_RIGHTS = (
    fact("25 to 27 November 2024"),
    fact("hybrid"),
    fact("smart mix of measures"),
    fact("OHCHR|Office of the United Nations High Commissioner", "Working Group"),
    fact("4,000", "156 countries"),
    fact("3,000 registered"),
    fact("25 parallel sessions"),
    fact("24 snapshot sessions"),
    fact("64 per cent"),
    fact("opened by the United Nations High Commissioner"),
    fact("voluntary measures were insufficient|transnational repression|long-term stability"),
    fact("Chair of the Working Group", "mandatory human rights due diligence|duty to protect|smart mix"),
    fact("Global Compact", "20,000"),
    fact("International Labour Organization|ILO", "social justice|labour justice|labour administration"),
    fact("Commissioner for Justice", "due diligence"),
    fact("Democratic Republic of the Congo"),
    fact("Head of Due Diligence of OECD", "12 per cent"),
    fact("80 per cent", "51 Governments"),
    fact("Cotopaxi"),
    fact("Orang Asli"),
    fact("Indigenous Peoples’ Caucus", "40 per cent"),
    fact("President of the Human Rights Council"),
    fact("Anti-Slavery Commissioner"),
    fact("International Organization of Employers"),
    fact("Chocolonely"),
    fact("27.6 million"),
    fact("disabilities"),
    fact("51 per cent|Indonesia|Asia and the Pacific"),
)
FORUM_ON_FINANCE = (
    fact("28 and 29 April"),
    fact("Headquarters|New York"),
    fact("decision 2025/302"),
    fact("would not result"),
    fact("Bob Rae"),
    fact("Axel van Trotsenburg"),
    fact("Bo Li"),
    fact("two interactive dialogues"),
    fact("five ministerial fireside chats"),
    fact("E/FFDF/2025/L.1"),
    fact("authorized the President"),
    fact("Secretary-General made a statement"),
    fact("Philemon Yang"),
    fact("Burundi", "Portugal"),
    fact("Maniratanga", "Vinhas"),
    fact("Granados Galiano"),
    fact("E/FFDF/2025/1"),
    fact("rules of procedure"),
    fact("States Members"),
    fact("intergovernmental organizations"),
    fact("Deputy Secretary-General"),
    fact("declared the 2025 forum"),
)
COMMITTEE_ON_OCEAN = (
    fact("3 July 2025"),
    fact("461st meeting"),
    fact("Headquarters"),
    fact("resolution 78/13"),
    fact("India, Australia and Indonesia"),
    fact("43 members"),
    fact("Nepal|observers"),
    fact("Jayasuriya", "Sri Lanka"),
    fact("Della-Porta|Vice-Chairs"),
    fact("A/AC.159/L.155"),
    fact("Indian Ocean Rim Association", "2023 to 2025"),
    fact("2018 to 2023|Working Group on Maritime Safety"),
    fact("Maritime Rescue Coordination Centre", "June 2024|1.77 million"),
    fact("Information Fusion Centre"),
    fact("Fisheries Act"),
    fact("Zone of Peace"),
    fact("nuclear"),
    fact("reaffirmed the continuing relevance|reaffirmed its commitment"),
    fact("permanent members of the Security Council"),
    fact("continue informal consultations"),
    fact("eighty-second session"),
    fact("draft resolution"),
    fact("adopted its report"),
)
BY_FILE = {
    "A_HRC_59_60.en.pdf": FORUM_ON_RIGHTS,
    "E_FFDF_2025_2.en.pdf": FORUM_ON_FINANCE,
    "A_80_29.en.pdf": COMMITTEE_ON_OCEAN,
}
