"""Every line of every built volume: its ends, its numbers, its gaps, its place on the page."""
import re
import sys

from lines import Document, heads_nothing, meeting_ink, off_the_page, text_of
from run import HOME, build, main, scratch

FOLDER = scratch()
SAMPLES = ("atsugi", "kuzuse", "shiomizawa")
VOLUMES = [Document(path) for sample in SAMPLES
           for path in build(HOME / "samples" / sample, f"{FOLDER.name}/{sample}") if path.suffix == ".pdf"]

# JLREQ at its very strict level, full-width, half-width and CP932 twins alike.
NEVER_STARTS = set(
    "’”)）〕］]｝}〉》」｣』】｠〙〗»〟"  # closing brackets
    "‐〜～゠–-"  # hyphens
    "！!？?‼⁇⁈⁉"  # dividing marks
    "・･：:；;"  # middle dots
    "。｡．.、､，,"  # full stops and commas
    "ヽヾゝゞ々〻ーｰﾞﾟ"  # iteration marks, prolonged sound, half-width voicing
    "ぁぃぅぇぉっゃゅょゎゕゖァィゥェォッャュョヮヵヶㇰㇱㇲㇳㇴㇵㇶㇷㇸㇹㇺㇻㇼㇽㇾㇿｧｨｩｪｫｬｭｮｯ"  # small kana
    "…‥⋯"  # CSS and UAX 14 are stricter than JLREQ here
    "°′″℃￠¢％%‰㏋ℓ㌃㌍㌔㌘㌢㌣㌦㌧㌫㌶㌻㍉㍊㍍㍑㍗㎎㎏㎜㎝㎞㎡㏄")  # postfixed abbreviations
NEVER_ENDS = set("‘“(（〔［[｛{〈《「｢『【｟〘〖«〝￥¥＄$￡£＃#€№")
DIGIT = "0-9０-９"
# A break with its left and right line, where it would part a number or a number from what belongs to it.
PARTED = [
    ("digits", re.compile(rf"[{DIGIT}][,.，．:：/／~〜～‐–-]?\n[,.，．:：/／~〜～‐–-]?[{DIGIT}]")),
    ("number and unit", re.compile(rf"[{DIGIT}]\n(?:[一-鿿㌀-㏿ァ-ヶA-Za-zＡ-Ｚａ-ｚ％%‰°℃]|か[所国年月]|つ)")),
    ("sign and number", re.compile(rf"[△▲＋+－−±第約￥¥-]\n[{DIGIT}]")),
    ("date", re.compile(rf"年\n[{DIGIT}]{{1,2}}月")),
    ("dashes", re.compile(r"([—―…‥])\n\1")),
    ("word", re.compile(r"[A-Za-zａ-ｚＡ-Ｚ]\n[A-Za-zａ-ｚＡ-Ｚ]")),
]

# Cells whose column is narrower than the number with all that belongs to it, or whose author ended the line there.
NARROW = {
    "（2016-|2023年度": "a column of 7 em; （2016-2023年度 takes 7¼ em",
    "（2018-|2023年度": "a column of 7 em; （2018-2023年度 takes 7¼ em",
    "（2018-|2024年度": "a column of 7 em; （2018-2024年度 takes 7¼ em",
    "清水小　５|妻田小　２": "the author's own line break",
    "妻田小　２|睦合": "the author's own line break",
}
LABELS = set("・※○①②③④⑤⑥⑦⑧⑨⑩")


def breaks():
    """Volume, block and the two lines of every break within a block; a figure's labels are no lines of one text."""
    for volume in VOLUMES:
        for block in volume.blocks:
            if block.trail[-1] != "Figure":
                yield from ((volume, block, text_of(a), text_of(b)) for a, b in zip(block.lines, block.lines[1:]))


def listed(faults):
    assert not faults, f"{len(faults)} faults\n  " + "\n  ".join(faults[:60])


def place(volume, block, left, right):
    return f"{volume.path.name} page {block.lines[0][0].page} {block.trail[-1]}: {left}|{right}"


def ends_of_lines():
    faults, seen = [], 0
    for volume, block, left, right in breaks():
        seen += 1
        if right[0] in NEVER_STARTS or left[-1] in NEVER_ENDS:
            faults.append(place(volume, block, left, right))
    assert seen > 2000, seen
    listed(faults)


def numbers_and_words_whole():
    faults, narrow = [], set()
    for volume, block, left, right in breaks():
        for name, pattern in PARTED:
            if not pattern.search(f"{left}\n{right}"):
                continue
            if block.trail[-1] in ("TH", "TD") and f"{left}|{right}" in NARROW:
                narrow.add(f"{left}|{right}")
            else:
                faults.append(f"{name}: {place(volume, block, left, right)}")
    listed(faults + [f"no such cell any more: {cell}" for cell in NARROW if cell not in narrow])


def japanese(sign):
    return "\u2e80" <= sign <= "\uffdc" and not "\uff61" <= sign <= "\uff9f" and sign != "\u3000"


def gaps_of_running_text():
    """Between Japanese characters at most a quarter em more than their bodies, elsewhere at most half an em."""
    faults, seen = [], 0
    for volume in VOLUMES:
        for block in volume.blocks:
            if block.trail[-1] not in ("P", "LBody", "Note") or len(block.lines) < 2:
                continue
            for line in block.lines:
                # What follows a hanging label stands at the label's measure.
                label = line is block.lines[0] and line[0].text in LABELS
                for left, right in zip(line[label:], line[label + 1:]):
                    seen += 1
                    gap = (right.x - left.end) / max(left.size, right.size)
                    both = japanese(left.text[-1]) and japanese(right.text[0])
                    # Of signs - squares, chips, labels that are words - only the blanks behind them are set.
                    most = 2 if left.text == " " else 0.25 if both else 0.5
                    if gap > most + 0.002:
                        faults.append(f"{volume.path.name} page {left.page}: {gap:.2f} em between {left.text} and"
                                      f" {right.text} in {text_of(line)}")
    assert seen > 20000, seen
    listed(faults)


def on_the_page():
    listed([fault for volume in VOLUMES for fault in off_the_page(volume)])


def large_enough():
    listed([f"{volume.path.name} page {glyph.page}: {glyph.text} of {text_of(line)} has {glyph.size:g} pt"
            for volume in VOLUMES for line in volume.lines() for glyph in line if glyph.size < 8.995])


def lines_apart():
    """The ink of one line stays clear of the ink of every other."""
    listed(sorted({fault for volume in VOLUMES for fault in meeting_ink(volume)}))


def headings_with_what_they_head():
    listed([f"{volume.path.name}: {fault}" for volume in VOLUMES for fault in heads_nothing(volume)])


FIGURE = re.compile(r"[(（]?[+−△]?[0-9][0-9,.]*%?[)）]?|[－−]")
NEAR = 8  # pt: no two columns of figures end nearer to each other than that


def figures_flush_right():
    """Figures of a column end at one edge, but for a closing bracket, and nothing comes nearer than 2 pt to one."""
    faults, seen = set(), 0
    for volume in VOLUMES:
        figures, neighbours = {}, {}
        for block in volume.blocks:
            for line in block.lines:
                neighbours.setdefault(line[0].page, []).append((block, line))
                if block.trail[-1] == "TD" and FIGURE.fullmatch(text_of(line).strip()):
                    figures.setdefault((line[0].page, block.table), []).append((block, line))
        for (page, _), found in figures.items():
            seen += len(found)
            ends = sorted((last_digit(line).end, text_of(line)) for _, line in found)
            faults |= {f"{volume.path.name} page {page}: {a[1]} ends {b[0] - a[0]:.1f} pt before {b[1]}"
                       for a, b in zip(ends, ends[1:]) if 0.1 < b[0] - a[0] < NEAR}
            for block, line in found:
                for other, words in neighbours[page]:
                    if other is not block and abs(words[0].y - line[0].y) < line[0].size / 2:
                        gap = max(words[0].x - line[-1].end, line[0].x - words[-1].end)
                        if gap < 2:
                            faults.add(f"{volume.path.name} page {page}: {gap:.1f} pt between {text_of(line)} and {text_of(words)}")
    assert seen > 1500, seen
    listed(sorted(faults))


def ink_of(line):
    boxes = [glyph.box for glyph in line if glyph.box]
    return [pick(edges) for pick, edges in zip((min, min, max, max), zip(*boxes))] if boxes else None


def cells_apart():
    """Between the ink of cells side by side lie at least 2 pt."""
    faults, seen = set(), 0
    for volume in VOLUMES:
        rows = {}
        for block in volume.blocks:
            for line in block.lines if "Table" in block.trail and block.trail[-1] not in ("Figure", "Lbl") else ():
                if ink := ink_of(line):
                    rows.setdefault((line[0].page, block.table), []).append((ink, block, line))
        for (page, _), found in rows.items():
            for ink, block, line in found:
                for other_ink, other, words in found:
                    if other is block or ink[0] > other_ink[0] or abs(words[0].y - line[0].y) >= line[0].size / 2:
                        continue
                    seen += 1
                    gap = other_ink[0] - ink[2]
                    if gap < 2:
                        faults.add(f"{volume.path.name} page {page}: {gap:.1f} pt between {text_of(line)} and {text_of(words)}")
    assert seen > 10000, seen
    listed(sorted(faults))


def figures_stand_clear():
    """Between the ink of a figure and that of the words above or below it lie at least 5 pt."""
    faults, seen = set(), 0
    for volume in VOLUMES:
        pages = {}
        for block in volume.blocks:
            for line in block.lines if "Table" not in block.trail else ():
                if ink := ink_of(line):
                    pages.setdefault(line[0].page, []).append(("Figure" in block.trail, ink, line))
        for page, found in pages.items():
            for above in found:
                for below in found:
                    if above[0] == below[0] or above[1][0] > below[1][2] or below[1][0] > above[1][2]:
                        continue
                    seen += 1
                    gap = above[1][1] - below[1][3]
                    if 0 <= gap < 5:
                        faults.add(f"{volume.path.name} page {page}: {gap:.1f} pt between {text_of(above[2])} and {text_of(below[2])}")
    assert seen > 200, seen
    listed(sorted(faults))


KATAKANA = re.compile("[ァ-ヺー]+")
# Where names in katakana part: the words that compounds begin with.
WORDS = ("インター ナショナル オール バス ハザード カーボン キャリア ステップ スポーツ セーフ デザイン デジタル ノンステップ ハイキング"
         " ビジネス プロジェクト モビリティ ユニバーサル ユーザー ロボット セラピー").split()
# Words longer than their column.
LONGER = {"インターナ|ショナルセーフ", "ショナルセーフ|スクール", "コミュニケー|ション"}


def katakana_of_names_whole():
    """Names in cells part between words, not in them."""
    faults, longer, seen = [], set(), 0
    for volume, block, left, right in breaks():
        head, tail = KATAKANA.findall(left), KATAKANA.match(right)
        if block.trail[-1] != "TH" or not tail or not head or not left.endswith(head[-1]):
            continue
        seen += 1
        parted = f"{head[-1]}|{tail[0]}"
        if parted in LONGER:
            longer.add(parted)
        elif not head[-1].endswith(tuple(WORDS)):
            faults.append(place(volume, block, left, right))
    assert seen > 20, seen
    listed(faults + [f"no such name any more: {parted}" for parted in LONGER - longer])


def last_digit(line):
    return next(glyph for glyph in reversed(line) if glyph.text not in ")） ")


if __name__ == "__main__":
    sys.exit(main([ends_of_lines, numbers_and_words_whole, gaps_of_running_text, on_the_page, large_enough, lines_apart,
                   headings_with_what_they_head, figures_flush_right, cells_apart, figures_stand_clear,
                   katakana_of_names_whole]))
