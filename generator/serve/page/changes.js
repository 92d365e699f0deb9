// 変わったところ: what was typed otherwise since an edition, what followed, which sentences, and pages side by side.
import { ask, at, drawn, form, head_of, make, now, pairs, tail_of } from "./dom.js";
import { show } from "./review.js";

const first_pages = 8;
const letters_around = 24;

/// Old and new words in one line: what both share once, what differs struck and underlined.
function merged(before, after) {
  const parts = [];
  const cut = (side) => {
    const letters = [...(side?.words ?? "")];
    let common = "", end = 0;
    const changed = (side?.stretches ?? []).map(([begin, length]) => {
      common += letters.slice(end, begin).join("");
      end = begin + length;
      return { at: [...common].length, text: letters.slice(begin, end).join("") };
    });
    return { changed, common: common + letters.slice(end).join("") };
  };
  const old = cut(before), fresh = cut(after);
  if (before && after && old.common !== fresh.common) {
    return [["del", before.words], ["ins", after.words]];
  }
  const common = [...(after ? fresh : old).common];
  let end = 0;
  const marks = [...old.changed.map((each) => ["del", each]), ...fresh.changed.map((each) => ["ins", each])]
    .sort(([a, x], [b, y]) => x.at - y.at || a.localeCompare(b));
  for (const [kind, each] of marks) {
    if (each.at > end) parts.push(["", common.slice(end, each.at).join("")]);
    end = Math.max(end, each.at);
    parts.push([kind, each.text]);
  }
  if (end < common.length) parts.push(["", common.slice(end).join("")]);
  return parts;
}

/// A mark that is also said: a reader who hears the page is told which is which.
const mark = (kind, text) => make(kind, {}, make("span", { class: "heard" }, kind === "del" ? "前：" : "後："), text);

function words(item) {
  const all = merged(item.before, item.after);
  return all.map(([kind, text], i) => {
    if (kind) return mark(kind, text);
    const letters = [...text];
    if (i === 0) return tail_of(letters, letters_around);
    if (i === all.length - 1) return head_of(letters, letters_around);
    return letters.length > 3 * letters_around ? head_of(letters, letters_around) + letters.slice(-letters_around).join("") : text;
  });
}

const named = (volume) => now.state.volumes.find((each) => each.volume === volume)?.name ?? volume;
const where = (side) => `${named(side.volume)} ${side.label}ページ　${side.heading ?? ""}${side.line ? `　${side.line}行目` : ""}`;
const from_to = (before, after) => [before ? mark("del", before) : "（なし）", " → ", after ? mark("ins", after) : "（なし）"];

/// The pages on which something differs, each with its page before.
function pages_of(places) {
  const pages = new Map();
  for (const { kind, before, after } of places) {
    const side = after ?? before;
    if (kind === "cell" || kind === "running-head" || !side.page) continue;
    const key = `${side.volume} ${after ? after.page : `-${before.page}`}`;
    const page = pages.get(key) ?? { key, volume: side.volume, before: before?.page ?? null, after: after?.page ?? null, label: side.label, places: 0, old: [], fresh: [] };
    page.old.push(...(before?.areas ?? []));
    page.fresh.push(...(after?.areas ?? []));
    page.places += 1;
    page.before ??= before?.page ?? null;
    pages.set(key, page);
  }
  return [...pages.values()];
}

/// A page with frames around what changed, as a picture.
async function framed(path, marks, page, name) {
  const svg = await drawn(path);
  svg.querySelectorAll(".fact").forEach((each) => each.remove());
  svg.setAttribute("role", "img");
  svg.setAttribute("aria-label", name);
  for (const { rectangle } of marks.filter((each) => each.page === page)) {
    const rect = document.createElementNS("http://www.w3.org/2000/svg", "rect");
    const [x, y, width, height] = rectangle.map((each) => each / 1000);
    for (const [key, value] of Object.entries({ class: "changed", x: x - 2, y: y - 2, width: width + 4, height: height + 4 })) rect.setAttribute(key, value);
    svg.append(rect);
  }
  return svg;
}

async function sheet(told, page, old, name) {
  const [volumes, on, marks] = old ? [told.volumes, page.before, page.old] : [now.state.volumes, page.after, page.fresh];
  const number = volumes.findIndex((each) => each.volume === page.volume);
  if (on === null || number < 0) return make("p", {}, "（なし）");
  return make("div", { class: "sheet" }, await framed(`/${old ? "before" : "page"}/${number}/${on - 1}`, marks, on, name));
}

async function beside(told, page) {
  const [before, after] = await Promise.all([
    sheet(told, page, true, `前の${page.label}ページ`), sheet(told, page, false, `いまの${page.label}ページ`)]);
  const both = make("div", { class: "pair" },
    make("figure", {}, make("figcaption", {}, told.edition), before), make("figure", {}, make("figcaption", {}, "いまの入力"), after));
  // One above the other: the slider lets the page before shine through.
  const slider = make("input", { type: "range", min: 0, max: 100, value: 50, oninput: () => { after.style.opacity = slider.value / 100; } });
  const fade = make("label", { class: "fade" }, "前", slider, "いま");
  const lay = (over) => {
    at.over = over;
    both.classList.toggle("over", over);
    fade.hidden = !over;
    after.style.opacity = over ? slider.value / 100 : 1;
    for (const [button, pressed] of [[side, !over], [above, over]]) button.setAttribute("aria-pressed", pressed ? "true" : "false");
  };
  const side = make("button", { type: "button", onclick: () => lay(false) }, "前と後を並べる");
  const above = make("button", { type: "button", onclick: () => lay(true) }, "重ねて見る");
  lay(at.over);
  return [make("h2", {}, `${named(page.volume)} ${page.label}ページ`), make("div", { class: "turn" }, side, above, fade), both];
}

/// What the page itself writes beside a value, by its keys.
const written = { silence: "確かめた理由", from: "出どころ" };

function causes({ changes, unchanged }) {
  return make("section", { "aria-label": "入力の変更" },
    make("h2", {}, `入力の変更　${changes.causes.length}`),
    make("ul", { class: "plain causes" }, changes.causes.map((cause) => make("li", {}, make("p", {}, make("b", {}, written[cause.label] ?? cause.label)),
      make("p", {}, from_to(cause.before?.text, cause.after?.text)), make("p", { class: "where" }, (cause.after ?? cause.before)?.place ?? "")))),
    make("h2", {}, `続いて変わった数字　${changes.facts.length}`),
    make("ul", { class: "plain facts" }, changes.facts.map((fact) => make("li", {}, make("span", {}, fact.label), make("span", {}, from_to(fact.before, fact.after))))),
    make("h2", {}, "変わらなかった主な数字"), make("ul", { class: "plain" }, unchanged.map((each) => make("li", {}, each))));
}

/// Sentences whose figures no longer fit what they claim come first.
function texts(places) {
  const wrong = now.state.sentences.filter((each) => each.claims.some((claim) => claim.verdict === "contradicted"));
  // A page sets digits in other widths than a file.
  const plain = (text) => text.normalize("NFKC").replace(/\s/gu, "");
  const doubted = (item) => wrong.filter((each) => item.after && plain(item.after.words).includes(plain(each.sentence)));
  const first = [], rest = [];
  for (const item of places.filter((each) => each.kind === "text" || each.kind === "heading")) {
    const doubts = doubted(item);
    if (doubts.length > 0) first.push([item, doubts]);
    else rest.push(item);
  }
  const line = (item) => [make("p", {}, words(item)), make("p", { class: "quiet" }, where(item.after ?? item.before))];
  return make("section", { "aria-label": "文" }, make("h2", {}, `文　${first.length + rest.length}${first.length > 0 ? `（うち要確認 ${first.length}）` : ""}`),
    first.map(([item, doubts]) => make("div", { class: "warning" }, make("p", {}, make("b", {}, "▲ 数字だけが変わり、文の意味が合わなくなった")), line(item),
      doubts.map((each) => [make("p", {}, each.sentence), place_of(each)]))),
    make("ul", { class: "plain" }, rest.map((item) => make("li", {}, line(item)))));
}
const place_of = (each) => make("p", { class: "where" }, `${each.file}:${each.line}`);

function thumbs(told, pages, shown) {
  const list = make("ul", { class: "thumbs" });
  const add = (some) => list.append(...some.map((page) => {
    const name = `${named(page.volume)} ${page.label}ページ　${page.places}か所`;
    const button = make("button", { type: "button", class: "thumb", onclick: () => shown(page) }, make("span", {}, name));
    sheet(told, page, page.after === null, "").then((svg) => {
      svg.querySelector("svg")?.setAttribute("aria-hidden", "true");
      button.prepend(svg);
    }).catch(() => {});  // the state went on; the pane is drawn anew
    return make("li", {}, button);
  }));
  add(pages.slice(0, first_pages));
  const rest = pages.length - first_pages;
  return [list, rest > 0 ? make("button", { type: "button", onclick: (event) => { event.target.remove(); add(pages.slice(first_pages)); } }, `ほか${rest}ページ`) : null];
}

const download = ({ file, number }) => make("li", {}, make("a", { href: `/correction/${number}`, download: file }, file));

function freeze() {
  return make("details", {}, make("summary", {}, "版を残す"), form({
    fields: [{ key: "name", label: "版の名前（会議提出、公表など）" }, { key: "date", label: "日付", type: "date" }, { key: "reason", label: "なぜ残すか" },
      { key: "final", label: "公表した版にする（後から替えられない）", type: "checkbox" }, { key: "draft", label: "案として残す（まだない値があってもよい）", type: "checkbox" }],
    name: "何が残されるかを見る", confirm: "この版を残す", attempt: pairs("/freeze"), shown: (answer) => [make("pre", {}, answer.said)],
  }));
}

function errata(edition) {
  return make("details", {}, make("summary", {}, "正誤表を作る"), form({
    fields: [{ key: "date", label: "訂正の日", type: "date" }], name: "何が作られるかを見る", confirm: "正誤表を作る",
    attempt: pairs("/errata", { edition }),
    shown: (answer) => [make("pre", {}, answer.said), ...(answer.written ? [make("ul", { class: "plain" }, answer.made.map(download))] : [])],
  }));
}

export async function changes() {
  const { editions, edits } = now.state;
  if (editions.length === 0) {
    return [make("p", {}, "まだ版がありません。版を残すと、それから何が変わったかがここに出ます。"), edits ? freeze() : null].filter(Boolean);
  }
  // The one that was looked at, by its name: a new one may stand before it. At first the latest.
  const found = editions.findIndex((each) => each.name === at.edition);
  const number = found < 0 ? editions.length - 1 : found;
  at.edition = editions[number].name;
  const choice = make("label", {}, "比べる版", make("select", { id: "edition", onchange: (event) => show("changes", { edition: editions[event.target.value].name, pair: null }, "edition") },
    editions.map((each, i) => make("option", { value: i, selected: i === number }, `${each.name}${each.date ? `（${each.date}）` : ""}${each.closed ? "　公表" : ""}`))));
  let told;
  try {
    told = await (await ask(`/changes/${number}`)).json();
  } catch (error) {
    return [choice, make("p", { class: "error" }, error.message)];
  }
  const { places, causes: all, facts } = told.changes;
  const pages = pages_of(places);
  const counted = (kinds) => places.filter((each) => kinds.includes(each.kind)).length;
  const summary = told.changes.same ? "この版から何も変わっていない。"
    : `入力${all.length}か所から、数字${facts.length}、文${counted(["text", "heading"])}、表${counted(["table"])}、図${counted(["drawing"])}が変わり、${pages.length}ページに及ぶ。`;
  const pair = make("section", { id: "pair", "aria-label": "前と後のページ", tabindex: "-1" });
  const shown = async (page, focus = true) => {
    at.pair = page.key;
    pair.replaceChildren(...await beside(told, page));
    if (focus) { pair.focus({ preventScroll: true }); pair.scrollIntoView({ block: "start" }); }
  };
  const again = pages.find((page) => page.key === at.pair);
  if (again) await shown(again, false);
  const total = now.state.volumes.reduce((sum, each) => sum + each.labels.length, 0);
  return [make("div", { class: "bar" }, choice, make("p", {}, summary), edits ? [told.changes.same ? null : errata(number), freeze()] : null),
    told.changes.same ? "" : make("div", { class: "three" }, causes(told), texts(places),
      make("section", { "aria-label": "ページ" }, make("h2", {}, `ページ　${pages.length} / ${total}`), thumbs(told, pages, shown),
        told.changes.moved.length > 0 ? make("p", {}, `ほかに、${told.changes.moved.length}か所で、同じ中身が別のページへ移った。`) : null,
        told.changes.redrawn.length > 0 ? make("p", {}, `中身は同じで、見え方が変わったページ：${told.changes.redrawn.map((each) => `${named(each.volume)} ${each.label}`).join("、")}`) : null)),
    pair];
}
