"""What people type into the cell of a value, with the format the cell has then, and what they are answered; the last column only
where LibreOffice, which calculates when it saves, makes something else of it."""

TAKEN = "8,640 → "
ANSWERS = [
    # typed, number format, answer, answer after LibreOffice
    (9120, "", TAKEN + "9,120", ""),
    ("9120", "@", TAKEN + "9,120", ""),
    ("９，１２０人", "@", TAKEN + "9,120", ""),
    (" 9,120 ", "@", TAKEN + "9,120", ""),
    ("△9,120", "@", TAKEN + "-9,120", ""),
    (9120.000000000001, "#,##0", TAKEN + "9,120", ""),
    (9120.5, "#,##0.00", TAKEN + "9,120.50", ""),
    ("=9000+120", "#,##0", "has no value", TAKEN + "9,120"),
    ("=1/0", "", "has no value", "no number"),
    (45000, "yyyy/m/d", "holds a date", ""),
    (0.5, "0%", "shows a percentage", ""),
    ("約9,120", "@", "is no number that can be published", ""),
    ("1.25万人", "@", "such as 12,500", ""),
    ("9,120\n（速報）", "@", "`9,120 （速報）` is no number", ""),
    ("9,120（速報）", "@", "is no number that can be published", ""),
    ("※9,120", "@", "is no number that can be published", ""),
    ("未集計", "@", "neither a number nor a status word", ""),
    (True, "", "TRUE / FALSE", ""),
    ("#N/A", "", "no number", ""),
]
