"""The web edition of whole reports: its size, its values, its links, that it asks nobody for anything."""
import decimal
import html.parser
import pathlib
import re
import sys
import urllib.parse

sys.path.insert(0, str(pathlib.Path(__file__).parent.parent / "report"))
from run import build, copied, kensho, main, scratch  # noqa: E402


def with_web(sample, folder):
    """A copy of a sample that makes web editions too."""
    where = copied(sample, folder)
    settings = where / "kensho.yaml"
    text = settings.read_text()
    line = re.search(r"^  annex: .*$|^  main: .*$", text, re.M)
    pages = "\n  web: web.html" + ("\n  web-annex: 別冊.html" if "  annex: " in text else "")
    settings.write_text(text[:line.end()] + pages + text[line.end():])
    return where


class Page(html.parser.HTMLParser):
    def __init__(self, text):
        super().__init__()
        self.ids, self.links, self.data, self.levels, self.addresses = [], [], [], [], []
        self.inside = None
        self.feed(text)

    def handle_starttag(self, tag, attributes):
        has = dict(attributes)
        if "id" in has:
            self.ids.append(has["id"])
        if re.fullmatch("h[1-6]", tag):
            self.levels.append(int(tag[1]))
        self.addresses += [has[name] for name in ("src", "srcset", "action") if name in has]
        if tag == "link":
            self.addresses.append(has.get("href"))
        if tag == "a":
            self.links.append(has["href"])
        if tag == "data":
            self.inside = [has["value"], "", has.get("title")]

    def handle_data(self, text):
        if self.inside:
            self.inside[1] += text

    def handle_endtag(self, tag):
        if tag == "data":
            self.data.append(self.inside)
            self.inside = None


def number(shown):
    """The number that letters show: 18,405 -> 18405, △1.6 and −1.6 -> -1.6, ４つ -> 4."""
    digits = shown.translate(str.maketrans("０１２３４５６７８９．△▲−", "0123456789.---")).replace(",", "")
    found = re.search(r"-?[0-9]+(\.[0-9]+)?", digits)
    return found and found.group()


COUNTED = {"一つ": "1", "二つ": "2", "三つ": "3", "四つ": "4", "五つ": "5", "六つ": "6", "七つ": "7", "八つ": "8", "九つ": "9"}


def tells(value, shown):
    """A value as it is shown; words may say its sign: 1.6ポイント下回った, and stand alone where the number stands before."""
    if shown in ("上回った", "下回った"):
        return (decimal.Decimal(value) > 0) == (shown == "上回った")
    if shown in COUNTED:
        return value == COUNTED[shown]
    told = number(shown)
    return told is not None and decimal.Decimal(told) in (decimal.Decimal(value), abs(decimal.Decimal(value)))


def the_page_is_whole():
    with scratch() as folder:
        where = with_web("atsugi", folder)
        out = pathlib.Path(folder) / "out"
        files = {path.name: path for path in build(where, out)}
        text = files["web.html"].read_text()
        assert len(text.encode()) <= 600_000, len(text.encode())
        page = Page(text)
        assert page.levels.count(1) == 1 and page.levels[0] == 1, page.levels[:5]
        assert all(b <= a + 1 for a, b in zip(page.levels, page.levels[1:])), page.levels
        assert len(page.ids) == len(set(page.ids))
        assert not [each for each in page.addresses if not each.startswith("data:")], page.addresses
        assert "url(" not in text and "@import" not in text
        for link in page.links:
            file, _, anchor = link.partition("#")
            if not file:
                assert anchor in page.ids, link
            elif ":" not in link:
                assert urllib.parse.unquote(file) in files, link
        wrong = [(value, shown) for value, shown, _ in page.data if not tells(value, shown)]
        assert not wrong, wrong[:10]
        assert len(page.data) > 900, len(page.data)
        titles = {title for _, _, title in page.data if title}
        assert "出生数　達成率（令和5年）：実績値 1,288、目標値 1,556 から" in titles, sorted(titles)[:20]
        # The annex leads back and forth by the same anchors.
        annex = Page(files["別冊.html"].read_text())
        across = [link for link in page.links if link.startswith("%E5%88%A5%E5%86%8A.html#")]
        assert across and all(link.split("#")[1] in annex.ids for link in across)
        # Alone, it is the same but for the files beside it.
        alone = build(where, pathlib.Path(folder) / "alone", "--volume", "web")
        again = build(where, pathlib.Path(folder) / "again", "--volume", "web")
        assert alone[0].read_bytes() == again[0].read_bytes()


def a_volume_that_is_not_there_has_no_web_edition():
    with scratch() as folder:
        where = copied("shiomizawa", folder)
        settings = where / "kensho.yaml"
        settings.write_text(settings.read_text().replace("outputs:\n", "outputs:\n  web-annex: x.html\n"))
        result = kensho("build", where, "--out", pathlib.Path(folder) / "out")
        assert result.returncode == 1 and "`web-annex`" in result.stderr, result.stderr


if __name__ == "__main__":
    sys.exit(main([the_page_is_whole, a_volume_that_is_not_there_has_no_web_edition]))
