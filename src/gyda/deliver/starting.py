"""The everyday categories that a new hub starts with: what people do for one another, not jobs."""
# SPDX-License-Identifier: AGPL-3.0-or-later

CATEGORIES: tuple[tuple[str, str], ...] = (  # Welsh, English
    ("Lifftiau a theithio", "Lifts and getting about"),
    ("Siopa a negesau", "Shopping and errands"),
    ("Bwyd a choginio", "Food and cooking"),
    ("Cwmni a sgwrs", "Company and a chat"),
    ("Gofalu am blant", "Looking after children"),
    ("Anifeiliaid anwes", "Pets"),
    ("Yn yr ardd", "In the garden"),
    ("Trwsio a gwaith llaw", "Repairs and odd jobs"),
    ("O gwmpas y tŷ", "Around the house"),
    ("Ffonau a chyfrifiaduron", "Phones and computers"),
    ("Ffurflenni a llythyrau", "Forms and letters"),
    ("Ymarfer Cymraeg ac ieithoedd eraill", "Practising Welsh and other languages"),
    ("Darllen, rhifau a dysgu", "Reading, numbers and learning"),
    ("Cerddoriaeth a chanu", "Music and singing"),
    ("Crefftau a gwnïo", "Crafts and sewing"),
    ("Cerdded, chwaraeon a chadw'n heini", "Walking, sport and keeping fit"),
    ("Gwallt, dwylo ac ymlacio", "Hair, hands and relaxing"),
    ("Gwaith, CV a sgiliau", "Work, CVs and skills"),
    ("Digwyddiadau a lluniaeth", "Events and refreshments"),
    ("Adrodd hanesion a hanes lleol", "Stories and local history"),
    ("Cyfieithu a dehongli", "Translating and interpreting"),
    ("Rhywbeth arall", "Something else"),
)
