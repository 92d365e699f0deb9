// 語を探す: words of all volumes, whatever width they are written in and whatever blanks, lines and pages part them.
import { ask, at, head_of, make, now, tail_of } from "./dom.js";
import { showFact } from "./pages.js";
import { show } from "./review.js";

const letters_around = 16, most_listed = 200;

/// Letters that stand for one: with what is joined to them (ｶﾞ), of any width, small, one kind of dash and wave; blanks
/// are none.
const letters_of = (text) => text.match(/.[\u3099\u309a\uff9e\uff9f\p{M}]*/gsu) ?? [];
const folded = (letter) => letter.normalize("NFKC").toLowerCase().replace(/[\s\u00ad\u200b]/gu, "").replace(/[‐-―−]/gu, "-").replaceAll("〜", "~");
const wanted = () => letters_of(at.find.words).map(folded).join("");

/// Each paragraph or cell folded, and of each of its letters: the page, the run and where it begins and ends in that.
let read = { version: null, blocks: [] };

async function words() {
  const version = now.state.version;
  if (read.version === version) return;
  const volumes = await Promise.all(now.state.volumes.map(async (_, i) => (await ask(`/words/${i}`)).json()));
  const blocks = volumes.flatMap(({ blocks }, volume) => blocks.map((runs) => {
    let text = "";
    const from = [];  // of each letter of the text: page, run, begin, end, what is printed with it
    for (let i = 0; i < runs.length; i += 3) {
      let begin = 0;
      for (const letter of letters_of(runs[i + 2])) {
        const fold = folded(letter), end = begin + letter.length;
        if (fold === "" && from.length > 0) from.at(-1)[4] += letter;
        for (let unit = 0; unit < fold.length; ++unit) from.push([runs[i], runs[i + 1], begin, end, unit === 0 ? letter : ""]);
        text += fold;
        begin = end;
      }
    }
    return { volume, text, from };
  }));
  read = { version, blocks };
}

let hits = [], sought = null;  // where the words stand, and what was sought in which state

/// Looks for the words that were typed, in the state that is seen.
async function look() {
  if (wanted() === "") return void ([hits, sought] = [[], null]);
  await words();
  const what = wanted(), key = `${read.version} ${what}`;
  if (key === sought) return;
  sought = key;
  hits = read.blocks.flatMap((block) => {
    const found = [];
    for (let begin = block.text.indexOf(what); begin >= 0; begin = block.text.indexOf(what, begin + what.length)) {
      const letters = block.from.slice(begin, begin + what.length);
      found.push({ block, begin, letters, volume: block.volume, page: letters[0][0] });
    }
    return found;
  });
  hits.sort((a, b) => a.volume - b.volume || a.page - b.page);
}

/// What is printed around a hit, the words marked.
function context({ block, begin, letters }) {
  const printed = (part) => part.map((each) => each[4]).join("");
  const words = printed(letters), behind = words.slice(words.trimEnd().length) + printed(block.from.slice(begin + letters.length));
  return [tail_of([...printed(block.from.slice(0, begin))], letters_around), make("mark", { class: "plain" }, words.trimEnd()),
    head_of([...behind], letters_around)];
}

/// Goes to a hit; what is named gets the focus.
function go(number, focus = null) {
  at.find.hit = (number + hits.length) % hits.length;
  const { volume, page } = hits[at.find.hit];
  return show("pages", { volume, page, fact: null, come: true }, focus);
}

const step = (by) => go(at.find.hit === null ? Math.min(by, 0) : at.find.hit + by);

/// All of them, to be gone to; the panel's until a figure is chosen.
function list(panel) {
  const listed = hits.slice(0, most_listed);
  panel.replaceChildren(make("h2", {}, `「${at.find.words.trim()}」の出る場所　${hits.length}か所`),
    make("ul", { class: "plain places" }, listed.map((hit, i) => make("li", {},
      make("button", { type: "button", class: "go", id: `hit-${i}`, "aria-current": i === at.find.hit ? "true" : null, onclick: () => go(i, `hit-${i}`) },
        `${now.state.volumes[hit.volume].name} ${now.state.volumes[hit.volume].labels[hit.page]}ページ`), make("span", {}, context(hit))))),
    hits.length > listed.length ? make("p", {}, `ほか${hits.length - listed.length}か所`) : "");
}

/// A box for each run that a hit is in: words may be broken over lines.
function boxes(svg, hit) {
  const runs = svg.querySelectorAll("text"), of = new Map();
  for (const [page, run, begin, end] of hit.letters) {
    if (page !== at.page || end > (runs[run]?.getNumberOfChars() ?? 0)) continue;  // the state went on
    const first = runs[run].getExtentOfChar(begin), last = runs[run].getExtentOfChar(end - 1), box = of.get(run);
    of.set(run, { x: box?.x ?? first.x, y: first.y, width: last.x + last.width - (box?.x ?? first.x), height: first.height });
  }
  return [...of.values()];
}

/// Marks the hits on the page that is seen; one that was gone to comes into sight.
export function mark() {
  const svg = document.querySelector("#pane.pages .sheet svg");
  if (svg === null) return;
  svg.querySelectorAll(".hit").forEach((each) => each.remove());
  const before = svg.querySelector(".fact");
  hits.forEach((hit, number) => {
    if (hit.volume !== at.volume) return;
    for (const box of boxes(svg, hit)) {
      const rect = document.createElementNS(svg.namespaceURI, "rect");
      rect.setAttribute("class", number === at.find.hit ? "hit here" : "hit");
      for (const [name, value] of Object.entries(box)) rect.setAttribute(name, value);
      svg.insertBefore(rect, before);
    }
  });
  if (!at.come) return;
  at.come = false;
  document.querySelector(".panel [aria-current]")?.scrollIntoView({ block: "nearest" });
  svg.querySelector(".hit.here")?.scrollIntoView({ block: "center" });
}

/// Looks in the state that is seen, and says in the panel what stands where; false where nothing is sought.
export async function seek(panel) {
  await look();
  if (at.find.hit >= hits.length) at.find.hit = null;
  next.disabled = previous.disabled = hits.length === 0;
  const sought = wanted() !== "";
  document.getElementById("found").textContent = !sought ? "" : `${at.find.hit === null ? "" : `${at.find.hit + 1} / `}${hits.length}か所`;
  if (sought && at.fact === null) list(panel);
  return sought;
}

// The field stands above all panes, so that no new state takes away what is being typed.
const field = document.getElementById("find"), next = document.getElementById("find-next"), previous = document.getElementById("find-previous");
async function typed() {
  Object.assign(at, { find: { words: field.value, hit: null }, fact: null });
  const panel = document.querySelector("#pane.pages .panel");
  if (panel === null) return show("pages");
  document.querySelectorAll(".chosen, .near").forEach((each) => each.classList.remove("chosen", "near"));
  await showFact(panel);
  mark();
}
field.addEventListener("input", ({ isComposing }) => { if (!isComposing) typed(); });
field.addEventListener("compositionend", typed);
field.addEventListener("keydown", (event) => {
  if (event.isComposing) return;
  if (event.key === "Enter") hits.length > 0 && step(event.shiftKey ? -1 : 1);
  else if (event.key === "Escape" && field.value === "") document.getElementById("pane").focus();
  else if (event.key === "Escape") {
    field.value = "";
    typed();
  } else return;
  event.preventDefault();
});
next.addEventListener("click", () => step(1));
previous.addEventListener("click", () => step(-1));

/// The stroke leads to the field from wherever nothing is being typed.
document.addEventListener("keydown", (event) => {
  if (event.key !== "/" || event.ctrlKey || event.altKey || event.metaKey || event.target.matches("input, textarea, select")) return;
  event.preventDefault();
  field.select();
});
