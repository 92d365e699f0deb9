// The review page: asks for the version twice a second, and for what changed when it did.
const panes = [["pages", "ページ"], ["found", "誤りと警告"], ["sentences", "文と数字"], ["board", "回答状況"], ["outputs", "出力"]];
const at = { pane: "pages", volume: 0, page: 0, fact: null };
let state = null;

const main = document.getElementById("pane");

/// An element with its attributes and what is in it; text is only ever text.
function make(tag, attributes = {}, ...inside) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else if (value !== null && value !== undefined && value !== false) element.setAttribute(name, value === true ? "" : value);
  }
  element.append(...inside.filter((each) => each !== null && each !== undefined));
  return element;
}

async function ask(path) {
  const answer = await fetch(path);
  if (!answer.ok) throw new Error(await answer.text());
  return answer;
}

async function tell(path, what) {
  const answer = await fetch(path, {
    method: "POST", body: new URLSearchParams(what), headers: { "X-Kensho": "1" },
  });
  const said = answer.headers.get("Content-Type").includes("json") ? await answer.json() : { error: await answer.text() };
  if (!answer.ok) throw new Error(said.error);
  return said;
}

const count = (severity) => state.found.filter((each) => each.severity === severity).length;
const place = (each) => each.file ? make("p", { class: "where" }, `${each.file}:${each.line}:${each.column}`) : null;

function caret(each) {
  if (!each.file) return null;
  const before = [...each.text].slice(0, each.column - 1).map((letter) => letter.codePointAt(0) > 0x2e80 ? "　" : " ").join("");
  return make("pre", {}, `${each.text}\n${before}^`);
}

function go(each) {
  return each.page === undefined ? null
    : make("button", { type: "button", onclick: () => show("pages", { volume: each.volume, page: each.page, fact: each.fact ?? null }) },
      `${state.volumes[each.volume].name} ${state.volumes[each.volume].labels[each.page]}ページを見る`);
}

/// Asks what would be written first, shows file and line, and writes only then.
function form(path, fields, fixed, name) {
  const said = make("div", { "aria-live": "polite" });
  const inputs = fields.map(([key, label]) => make("label", {}, label, make("input", { name: key, autocomplete: "off" })));
  const values = () => ({ ...fixed, ...Object.fromEntries(inputs.map((label) => [label.lastChild.name, label.lastChild.value])) });
  const attempt = async (write) => {
    try {
      const made = await tell(path, { ...values(), write: write ? "1" : "0" });
      said.replaceChildren(
        make("p", {}, write ? "書きました" : "次のように書きます"),
        make("p", { class: "where" }, `${made.file}:${made.line}`),
        make("pre", {}, `− ${made.before}\n＋ ${made.after}`),
        write ? "" : make("button", { type: "button", class: "main", onclick: () => attempt(true) }, "この行を書く"));
    } catch (error) {
      said.replaceChildren(make("p", { class: "error" }, error.message));
    }
  };
  return make("form", { onsubmit: (event) => { event.preventDefault(); attempt(false); } }, ...inputs, make("button", { type: "submit" }, name), said);
}

async function showFact(panel) {
  if (at.fact === null) {
    panel.replaceChildren(make("h2", {}, "この数字は"), make("p", {}, "ページの数字を選ぶと、何であるか、どう計算したか、ほかにどこに出るかを示します。"));
    return;
  }
  const fact = await (await ask(`/fact/${at.volume}/${at.fact}`)).json();
  const typed = fact.file ? [make("h2", {}, "書いた所"), place(fact), make("pre", {}, fact.text)] : [];
  const edit = state.edits && fact.file
    ? [make("h2", {}, "値を直す"), form("/value", [["value", "新しい値"], ["source", "出どころ（担当課と日付など）"], ["reason", "なぜ直すか"]], { volume: at.volume, fact: at.fact }, "直すとどうなるかを見る")] : [];
  panel.replaceChildren(
    make("h2", {}, "この数字は"), make("p", {}, `${fact.what}　`, make("span", { class: "where" }, fact.name)),
    make("p", { class: "says" }, fact.says), make("pre", {}, fact.explained), ...typed, ...edit,
    make("h2", {}, `出る場所　${fact.places.length}か所`),
    make("ul", { class: "plain" }, ...fact.places.map((each) => make("li", {}, make("button", {
      type: "button", class: "go", onclick: () => show("pages", { volume: each.volume, page: each.page, fact: each.fact }),
    }, `${state.volumes[each.volume].name} ${each.label}ページ　${each.words}`)))));
}

function choose(svg) {
  svg.querySelectorAll(".fact").forEach((each) => each.classList.toggle("chosen", Number(each.dataset.fact) === at.fact));
}

async function pages() {
  if (state.volumes.length === 0) return [make("p", {}, "まだページを作れません。「誤りと警告」を見てください。")];
  at.volume = Math.min(at.volume, state.volumes.length - 1);
  const labels = state.volumes[at.volume].labels;
  at.page = Math.min(at.page, labels.length - 1);
  const parsed = new DOMParser().parseFromString(await (await ask(`/page/${at.volume}/${at.page}`)).text(), "image/svg+xml");
  const svg = document.importNode(parsed.documentElement, true);
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
  const volumes = make("select", { "aria-label": "巻", onchange: (event) => show("pages", { volume: Number(event.target.value), page: 0, fact: null }) },
    ...state.volumes.map((each, i) => make("option", { value: i, selected: i === at.volume }, each.name)));
  await showFact(panel);
  return [
    make("section", { class: count("error") > 0 ? "sheets old" : "sheets", "aria-label": "ページ", tabindex: "0" },
      make("div", { class: "turn" }, volumes,
        make("button", { type: "button", id: "previous", onclick: turn(-1), disabled: at.page === 0 }, "前"),
        make("button", { type: "button", id: "next", onclick: turn(1), disabled: at.page + 1 >= labels.length }, "次"),
        make("span", {}, `${labels[at.page]}（${at.page + 1} / ${labels.length}）ページ`)),
      make("div", { class: "sheet" }, svg)), panel];
}

function found() {
  if (state.found.length === 0) return [make("p", {}, "誤りも警告もありません。")];
  return state.found.map((each) => make("section", { class: each.severity, "aria-label": each.message },
    make("p", {}, make("b", {}, each.severity === "error" ? "✕ 誤り　" : "▲ 警告　"), each.message, each.name ? `［${each.name}］` : ""),
    place(each), caret(each), each.hint ? make("p", {}, `ヒント：${each.hint}`) : null, go(each),
    state.edits && each.name && each.file
      ? make("details", {}, make("summary", {}, "確かめた"), form("/silence", [["reason", "何で確かめたか"]], { number: each.number }, "どう書かれるかを見る")) : null));
}

function sentences() {
  const words = { tied: "✓ 合う", contradicted: "✕ 合わない", left: "－ 結べない" };
  return [make("ul", { class: "plain" }, ...state.sentences.filter((each) => each.claims.length > 0).map((each) => make("li", {},
    make("p", {}, each.sentence), place(each),
    make("ul", {}, ...each.claims.map((claim) => make("li", {}, `${words[claim.verdict]}　${claim.typed}　${claim.about}${claim.truth ? `　データ ${claim.truth}` : ""}`))), go(each))))];
}

function board() {
  const head = make("tr", {}, ...["課", "KPI", "事業", "記入", "未記入", "確かめたい値"].map((name) => make("th", { scope: "col" }, name)));
  const rows = state.board.map((row) => make("tr", {},
    make("th", { scope: "row" }, row.section || "（課の名がない）"), make("td", { class: "n" }, row.kpis), make("td", { class: "n" }, row.projects),
    make("td", {}, make("meter", { min: 0, max: Math.max(row.asked, 1), value: row.answered, "aria-label": `${row.section}の記入` }), ` ${row.answered}/${row.asked}`),
    make("td", {}, row.missing.length === 0 ? "0" : make("details", {}, make("summary", {}, `${row.missing.length}`), make("ul", {}, ...row.missing.map((each) => make("li", {}, each))))),
    make("td", {}, row.doubts.length === 0 ? "" : make("ul", { class: "plain" }, ...row.doubts.map((each) => make("li", {}, `▲ ${each}`))))));
  return [make("table", {}, make("caption", {}, "担当課ごとの回答"), make("thead", {}, head), make("tbody", {}, ...rows))];
}

function outputs() {
  return [make("p", {}, "いまの入力から、案として作って渡します。"), make("ul", { class: "plain" },
    ...state.outputs.map((file, i) => make("li", {}, make("a", { href: `/output/${i}`, download: file }, file))))];
}

const panesOf = { pages, found, sentences, board, outputs };

function tabs() {
  const badge = { found: () => state.found.length, board: () => `${state.board.filter((row) => row.answered >= row.asked).length}/${state.board.length}` };
  const list = document.getElementById("tabs");
  const held = document.activeElement?.id;
  list.replaceChildren(...panes.map(([name, title]) => make("button", {
    type: "button", role: "tab", id: `tab-${name}`, "aria-selected": at.pane === name ? "true" : "false", "aria-controls": "pane",
    tabindex: at.pane === name ? "0" : "-1", onclick: () => show(name),
    onkeydown: (event) => {
      const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
      if (!step) return;
      const next = panes[(panes.findIndex(([each]) => each === name) + step + panes.length) % panes.length][0];
      show(next, {}, `tab-${next}`);
    },
  }, title, badge[name] ? ` ${badge[name]()}` : "")));
  if (held) document.getElementById(held)?.focus();
  main.setAttribute("aria-labelledby", `tab-${at.pane}`);
}

/// Shows a pane; what was scrolled stays where it was when the same thing is shown again.
async function show(pane, where = {}, focus = null) {
  const same = at.pane === pane && Object.keys(where).length === 0;
  const kept = same ? [main.scrollTop, ...[...main.querySelectorAll(".sheets, .panel")].map((each) => each.scrollTop)] : [];
  at.pane = pane;
  Object.assign(at, where);
  tabs();
  const inside = await panesOf[pane]();
  main.className = pane;
  main.replaceChildren(...inside);
  if (same) [main, ...main.querySelectorAll(".sheets, .panel")].forEach((each, i) => { each.scrollTop = kept[i] ?? 0; });
  if (focus) document.getElementById(focus)?.focus();
  main.querySelector(".fact.chosen")?.scrollIntoView({ block: "nearest" });
}

function head() {
  document.getElementById("title").textContent = state.title ?? "";
  const errors = count("error");
  document.getElementById("counts").replaceChildren(
    make("span", { class: errors > 0 ? "pill bad" : "pill" }, `${errors > 0 ? "✕" : "✓"} 誤り ${errors}`),
    make("span", { class: "pill" }, `▲ 警告 ${count("warning")}`),
    make("span", { class: "pill" }, `□ 未記入 ${state.board.reduce((sum, row) => sum + row.missing.length, 0)}`),
    make("span", {}, `${(state.milliseconds / 1000).toFixed(1)}秒で組み上げ`));
}

async function refresh() {
  state = await (await ask("/state")).json();
  document.body.dataset.version = state.version;
  head();
  // A form that is being filled in is not taken away; it is drawn anew when its pane is.
  const writing = main.contains(document.activeElement) && document.activeElement.matches("input") && document.activeElement.value !== "";
  if (writing) tabs(); else await show(at.pane);
}

async function poll() {
  try {
    const { version } = await (await ask("/version")).json();
    if (state === null || version !== state.version) await refresh();
    document.title = state?.title ? `${state.title}　検証` : "検証";
  } catch (error) {
    document.getElementById("counts").textContent = "kensho serve が止まりました";
  }
  setTimeout(poll, 500);
}
poll();
