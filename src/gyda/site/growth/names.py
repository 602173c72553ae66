"""Made-up names and words, drawn again and again."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from random import Random

FIRST = (  # noqa: SIM905
    "Aled Aneirin Angharad Arwel Bethan Branwen Bronwen Cadi Catrin Ceri Deian Deiniol Dilys Efa "
    "Eifion Eleri Elin Emyr Enid Erin Ffion Gareth Gethin Glenys Gwenllian Gwilym Gwyneth Heledd "
    "Hywel Ifan Iolo Iwan Lleucu Llinos Llywelyn Mabli Mair Meinir Menna Nerys Nia Non Osian Rhian "
    "Rhodri Rhys Sioned Siwan Steffan Tegwen Tomos Tudur"
).split()  # read as a list of names
LAST = (  # noqa: SIM905
    "Bowen Cadwaladr Ellis Gruffudd Gwyn Howells Huws Llwyd Madog Meredydd Morgan Nantlais Parri "
    "Penri Powell Prydderch Prys Puw Rowlands Tanat Trefor Tudur Vaughan Wynne Ynyr"
).split()
OFFERS_CY = (
    "Gwersi gitâr", "Help gyda'r ardd", "Lifft i'r dref", "Trwsio beic", "Pobi bara",
    "Gwau gyda'n gilydd", "Darllen yn uchel", "Cwmni am baned", "Mynd â'r ci am dro",
    "Help gyda'r ffôn",
)  # fmt: skip
OFFERS_EN = (
    "Guitar lessons", "Help in the garden", "A lift to town", "Mending a bicycle", "Baking bread",
    "Knitting together", "Reading aloud", "Company for a cuppa", "Walking the dog",
    "Help with a phone",
)  # fmt: skip
SHELVES = (
    ("Garddio", "Gardening"), ("Teithio", "Getting about"), ("Cerddoriaeth", "Music"),
    ("Trwsio", "Mending"), ("Coginio", "Cooking"), ("Cwmni", "Company"), ("Anifeiliaid", "Animals"),
    ("Technoleg", "Technology"),
)  # fmt: skip

COMMON = 0.3


def a_name(random: Random) -> str:
    """Return a first and a last name."""
    return f"{random.choice(FIRST)} {random.choice(LAST)}"


def a_title(random: Random) -> tuple[str, str]:
    """Return the title of a listing and its language; some things are asked for by many."""
    if random.random() < COMMON:
        return OFFERS_CY[-1], "cy"
    number = random.randrange(len(OFFERS_CY))
    return (OFFERS_CY[number], "cy") if random.random() < 0.5 else (OFFERS_EN[number], "en")
