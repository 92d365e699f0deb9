// ページ: a page as it will print; a figure that is chosen says what it is, how it came about and where else it stands.
import { ask, at, count, drawn, form, head_of, lines, make, now, pairs, place, tail_of } from "./dom.js";
import { mark, seek } from "./find.js";
import { show } from "./review.js";

const letters_around = 16;

/// Where else it stands: in a sentence with the words beside it, else alone.
function other_place(each) {
  const begin = each.around.indexOf(each.words);
  const words = begin < 0 ? [each.words] : [tail_of([...each.around.slice(0, begin)], letters_around), make("mark", { class: "plain" }, each.words),
    head_of([...each.around.slice(begin + each.words.length)], letters_around)];
  return make("li", {}, make("button", {
    type: "button", class: "go", onclick: () => show("pages", { volume: each.volume, page: each.page, fact: each.fact }),
  }, `${now.state.volumes[each.volume].name} ${each.label}ページ`), make("span", {}, words), make("span", { class: "quiet" }, begin < 0 ? "表・図" : "文"));
}

/// What the panel says: of the figure that is chosen, else where the words stand that are sought.
export async function showFact(panel) {
  if (await seek(panel) && at.fact === null) return;
  if (at.fact === null) {
    panel.replaceChildren(make("h2", {}, "この数字は"), make("p", {}, "ページの数字を選ぶと、何であるか、どう計算したか、ほかにどこに出るかを示します。"));
    return;
  }
  const fact = await (await ask(`/fact/${at.volume}/${at.fact}`)).json();
  const typed = fact.file ? [make("h2", {}, "書いた所"), place(fact), make("pre", {}, fact.text)] : [];
  const edit = now.state.edits && fact.file ? [make("h2", {}, "値を直す"), form({
    fields: [{ key: "value", label: "新しい値" }, { key: "source", label: "出どころ（担当課と日付など）" }, { key: "reason", label: "なぜ直すか" }],
    name: "直すとどうなるかを見る", confirm: "この行を書く", shown: lines,
    attempt: pairs("/value", { volume: at.volume, fact: at.fact, name: fact.name }),
  })] : [];
  panel.replaceChildren(
    make("h2", {}, "この数字は"), make("p", {}, make("b", {}, fact.label), "　", make("span", { class: "where" }, fact.name)),
    make("p", { class: "says" }, fact.says), make("pre", {}, fact.explained), ...typed, ...edit,
    make("h2", {}, `出る場所　${fact.places.length}か所`), make("ul", { class: "plain places" }, fact.places.map(other_place)));
}

/// What hangs on the fact takes a moment to be found: nobody waits for it.
async function frame(svg) {
  const { volume, fact } = at;
  if (fact === null) return;
  let near;
  try {
    ({ near } = await (await ask(`/near/${volume}/${fact}`)).json());
  } catch {
    return;  // the state went on
  }
  if (at.fact !== fact) return;  // another one was chosen meanwhile
  const hangs = new Set(near);
  svg.querySelectorAll(".fact").forEach((each) => each.classList.toggle("near", hangs.has(Number(each.dataset.fact))));
}

function choose(svg) {
  svg.querySelectorAll(".fact").forEach((each) => each.classList.toggle("chosen", Number(each.dataset.fact) === at.fact));
}

let small = { version: null, pages: new Map() };  // pages as small pictures, of this state

async function picture(volume, page) {
  const key = `${volume}/${page}`;
  if (!small.pages.has(key)) {
    const svg = await drawn(`/page/${key}`);
    svg.querySelectorAll(".fact").forEach((each) => each.remove());
    svg.setAttribute("aria-hidden", "true");
    small.pages.set(key, svg);
  }
  return small.pages.get(key).cloneNode(true);
}

/// All pages of the volume as small pictures; drawn when they come into sight.
function rail(volume) {
  if (small.version !== now.state.version) small = { version: now.state.version, pages: new Map() };
  const found = new Map();
  for (const each of now.state.found) if (each.volume === volume) found.set(each.page, (found.get(each.page) ?? 0) + 1);
  const seen = new IntersectionObserver((entries) => entries.filter((each) => each.isIntersecting).forEach(({ target }) => {
    seen.unobserve(target);
    picture(volume, Number(target.dataset.page)).then((svg) => target.prepend(svg)).catch(() => {});  // the state went on
  }));
  return make("nav", { class: "rail", "aria-label": "ページの一覧", tabindex: "0" }, now.state.volumes[volume].labels.map((label, page) => {
    const doubts = found.get(page);
    const button = make("button", {
      type: "button", id: `small-${page}`, "data-page": page, "aria-current": page === at.page ? "page" : null, tabindex: page === at.page ? "0" : "-1",
      onclick: () => show("pages", { page, fact: null }, `small-${page}`),
      onkeydown: (event) => {
        const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
        if (!step) return;
        event.preventDefault();
        document.getElementById(`small-${page + step}`)?.focus();
      },
    }, make("span", {}, label), make("span", { class: "heard" }, "ページ"),
    doubts ? [make("span", { class: "badge" }, doubts), make("span", { class: "heard" }, "件の警告など")] : null);
    seen.observe(button);
    return button;
  }));
}

export async function pages() {
  const { volumes } = now.state;
  if (volumes.length === 0) return [make("p", {}, "まだページを作れません。「誤りと警告」を見てください。")];
  at.volume = Math.min(at.volume, volumes.length - 1);
  const { labels } = volumes[at.volume];
  at.page = Math.min(at.page, labels.length - 1);
  const panel = make("section", { class: "panel", "aria-label": "選んだ数字", tabindex: "0" });
  const words = at.find.words;
  const [svg] = await Promise.all([drawn(`/page/${at.volume}/${at.page}`), showFact(panel)]);
  if (at.find.words !== words) await showFact(panel);  // somebody typed on meanwhile
  const pick = (target) => {
    if (!target.matches(".fact") || at.fact === Number(target.dataset.fact)) return;
    at.fact = Number(target.dataset.fact);
    choose(svg);
    showFact(panel);
    frame(svg);
  };
  svg.addEventListener("click", (event) => pick(event.target));
  svg.addEventListener("keydown", (event) => {
    const facts = [...svg.querySelectorAll(".fact")];
    const here = facts.indexOf(event.target);
    if (event.key === "Enter" || event.key === " ") pick(event.target);
    else if (event.key === "ArrowRight" || event.key === "ArrowDown") facts[here + 1]?.focus();
    else if (event.key === "ArrowLeft" || event.key === "ArrowUp") facts[here - 1]?.focus();
    else return;
    event.preventDefault();
  });
  choose(svg);
  const turn = (by) => () => show("pages", { page: at.page + by, fact: null }, by < 0 ? "previous" : "next");
  const choice = make("select", { "aria-label": "巻", id: "volume", onchange: (event) => show("pages", { volume: Number(event.target.value), page: 0, fact: null }, "volume") },
    volumes.map((each, i) => make("option", { value: i, selected: i === at.volume }, each.name)));
  const number = make("select", { "aria-label": "ページ", id: "number", onchange: (event) => show("pages", { page: Number(event.target.value), fact: null }, "number") },
    labels.map((label, i) => make("option", { value: i, selected: i === at.page }, `${label}ページ`)));
  frame(svg);
  requestAnimationFrame(mark);  // when the page is seen
  const file = now.state.outputs.indexOf(volumes[at.volume].file);
  const sheet = make("div", { class: at.wide ? "sheet wide" : "sheet" }, svg);
  const wide = make("button", { type: "button", id: "wide", "aria-pressed": at.wide ? "true" : "false", onclick: () => {
    at.wide = !at.wide;
    sheet.classList.toggle("wide", at.wide);
    wide.setAttribute("aria-pressed", at.wide ? "true" : "false");
  } }, "幅に合わせる");
  return [
    rail(at.volume),
    make("section", { class: count("error") > 0 ? "sheets old" : "sheets", "aria-label": "ページ", tabindex: "0" },
      make("div", { class: "turn" }, choice, number,
        make("button", { type: "button", id: "previous", onclick: turn(-1), disabled: at.page === 0 }, "前"),
        make("button", { type: "button", id: "next", onclick: turn(1), disabled: at.page + 1 >= labels.length }, "次"),
        make("span", {}, `${at.page + 1} / ${labels.length}ページ`), wide,
        file < 0 ? null : make("a", { href: `/output/${file}`, download: volumes[at.volume].file }, "PDFを受け取る")),
      sheet), panel];
}
