// The review page: asks for the version twice a second, often while a new one is made, and for what changed when it did.
import { ask, at, busy, count, make, now, say } from "./dom.js";
import { pages } from "./pages.js";
import { board, found, outputs, sentences } from "./lists.js";
import { changes } from "./changes.js";

const panes = [["pages", "ページ", pages], ["found", "誤りと警告", found], ["sentences", "文と数字", sentences],
  ["changes", "変わったところ", changes], ["board", "回答状況", board], ["outputs", "出力", outputs]];
const pane = document.getElementById("pane");

function tabs() {
  const badge = {
    found: () => now.state.found.length,
    board: () => `${now.state.board.filter((row) => row.answered >= row.asked).length}/${now.state.board.length}`,
  };
  const held = document.activeElement?.id;
  document.getElementById("tabs").replaceChildren(...panes.map(([name, title]) => make("button", {
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
  pane.setAttribute("aria-labelledby", `tab-${at.pane}`);
}

/// What an error says; nobody answers where there is none of kensho's words.
const why = (error) => error instanceof TypeError ? "kensho serve が止まりました" : error.message;

const stops = () => [...pane.querySelectorAll("a[href], button, input, select, summary, [tabindex]")];
const scrolled = () => [pane, ...pane.querySelectorAll("[tabindex]:not(.fact)")];

let asked = 0, shown = 0;  // how often a pane was asked for, and which of these times is seen

/// Shows a pane; when it is the same one again, what was scrolled, opened and focused stays. `instead`: called when
/// somebody has begun to fill in a form by the time the pane has come.
export async function show(name, where = {}, focus = null, instead = null) {
  const same = at.pane === name && Object.keys(where).length === 0;
  at.pane = name;
  Object.assign(at, where);
  tabs();
  const turn = ++asked, held = document.activeElement;
  const slow = setTimeout(() => { if (at.pane === name && shown < turn && !same) pane.replaceChildren(make("p", {}, "待ってください…")); }, 400);
  let inside;
  try {
    inside = await panes.find(([each]) => each === name)[2]();
  } catch (error) {  // the next state is shown all the same
    inside = [make("p", { class: "error", role: "alert" }, why(error))];
  } finally {
    clearTimeout(slow);
  }
  if (at.pane !== name || shown > turn) return;  // somebody went on meanwhile, or a later answer came first
  if (instead !== null && busy(pane)) return void instead();
  shown = turn;
  const stop = stops().indexOf(document.activeElement), within = pane.contains(document.activeElement);
  const moved = ![held, document.body].includes(document.activeElement);  // somebody types elsewhere by now
  // As it is now: somebody may have gone on reading while the answer came.
  const stays = same && pane.className === name;
  const tops = stays ? scrolled().map((each) => each.scrollTop) : [];
  const open = stays ? [...pane.querySelectorAll("details")].map((each) => each.open) : [];
  pane.className = name;
  pane.replaceChildren(...inside);
  pane.querySelectorAll("details").forEach((each, i) => { if (open[i]) each.open = true; });
  scrolled().forEach((each, i) => { each.scrollTop = tops[i] ?? 0; });
  if (focus && !moved) document.getElementById(focus)?.focus();
  else if (within) ((same && stops()[stop]) || pane).focus({ preventScroll: true });
  if (!same) pane.querySelector(".fact.chosen")?.scrollIntoView({ block: "nearest" });
}

function head() {
  document.getElementById("title").textContent = now.state.title ?? "";
  const errors = count("error");
  const pill = (name, kind, words) => make("button", { type: "button", class: kind, onclick: () => show(name, {}, `tab-${name}`) }, words);
  document.getElementById("counts").replaceChildren(
    pill("found", errors > 0 ? "pill bad" : "pill", `${errors > 0 ? "✕" : "✓"} 誤り ${errors}`),
    pill("found", "pill", `▲ 警告 ${count("warning")}`),
    pill("board", "pill", `□ 未記入 ${now.state.board.reduce((sum, row) => sum + row.missing.length, 0)}`),
    make("span", {}, `${(now.state.milliseconds / 1000).toFixed(1)}秒で組み上げ`));
}

async function refresh() {
  now.state = await (await ask("/state")).json();
  head();
  // A form that is being filled in is not taken away.
  const offer = () => {
    tabs();
    say(make("p", {}, "ファイルが変わりました。"), make("button", { type: "button", onclick: () => show(at.pane) }, "新しい状態を見る"));
  };
  if (busy(pane)) offer();
  else await show(at.pane, {}, null, offer);
}

async function poll() {
  let pause = 500;
  try {
    const { version, changing } = await (await ask("/version")).json();
    if (now.state === null || version !== now.state.version) await refresh();
    // New pages come before all that is found about them.
    if (changing) pause = 50;
    else document.body.dataset.version = now.state.version;
    document.title = now.state?.title ? `${now.state.title}　検証` : "検証";
  } catch (error) {
    document.getElementById("counts").textContent = why(error);
  }
  setTimeout(poll, pause);
}
poll();
