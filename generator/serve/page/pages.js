// ページ: a page as it will print; a figure that is chosen says what it is, how it came about and where else it stands.
import { ask, at, count, drawn, form, lines, make, now, pairs, place } from "./dom.js";
import { show } from "./review.js";

async function showFact(panel) {
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
    make("h2", {}, "この数字は"), make("p", {}, `${fact.what}　`, make("span", { class: "where" }, fact.name)),
    make("p", { class: "says" }, fact.says), make("pre", {}, fact.explained), ...typed, ...edit,
    make("h2", {}, `出る場所　${fact.places.length}か所`),
    make("ul", { class: "plain" }, fact.places.map((each) => make("li", {}, make("button", {
      type: "button", class: "go", onclick: () => show("pages", { volume: each.volume, page: each.page, fact: each.fact }),
    }, `${now.state.volumes[each.volume].name} ${each.label}ページ　${each.words}`)))));
}

function choose(svg) {
  svg.querySelectorAll(".fact").forEach((each) => each.classList.toggle("chosen", Number(each.dataset.fact) === at.fact));
}

export async function pages() {
  const { volumes } = now.state;
  if (volumes.length === 0) return [make("p", {}, "まだページを作れません。「誤りと警告」を見てください。")];
  at.volume = Math.min(at.volume, volumes.length - 1);
  const { labels } = volumes[at.volume];
  at.page = Math.min(at.page, labels.length - 1);
  const svg = await drawn(`/page/${at.volume}/${at.page}`);
  const panel = make("section", { class: "panel", "aria-label": "選んだ数字", tabindex: "0" });
  const pick = (target) => {
    if (!target.matches(".fact")) return;
    at.fact = Number(target.dataset.fact);
    choose(svg);
    showFact(panel);
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
  await showFact(panel);
  return [
    make("section", { class: count("error") > 0 ? "sheets old" : "sheets", "aria-label": "ページ", tabindex: "0" },
      make("div", { class: "turn" }, choice, number,
        make("button", { type: "button", id: "previous", onclick: turn(-1), disabled: at.page === 0 }, "前"),
        make("button", { type: "button", id: "next", onclick: turn(1), disabled: at.page + 1 >= labels.length }, "次"),
        make("span", {}, `${at.page + 1} / ${labels.length}ページ`)),
      make("div", { class: "sheet" }, svg)), panel];
}
