// 誤りと警告, 文と数字, 回答状況, 出力: what was found, what sentences claim, who has answered, what is made.
import { ask, at, form, head_of, lines, make, now, pairs, place, tail_of, tell } from "./dom.js";
import { show } from "./review.js";

const letters_around = 60;

/// The line with what is meant marked in it; of a long one what is near.
function marked(each) {
  if (!each.file) return null;
  const letters = [...each.text], begin = each.column - 1, end = begin + Math.max(each.letters, 1);
  return make("pre", {}, tail_of(letters.slice(0, begin), letters_around),
    make("mark", {}, letters.slice(begin, end).join("") || " "), head_of(letters.slice(end), letters_around));
}

function go(each) {
  return each.page === undefined ? null
    : make("button", { type: "button", onclick: () => show("pages", { volume: each.volume, page: each.page, fact: null }) },
      `${now.state.volumes[each.volume].name} ${now.state.volumes[each.volume].labels[each.page]}ページを見る`);
}

export function found() {
  if (now.state.found.length === 0) return [make("p", {}, "誤りも警告もありません。")];
  return now.state.found.map((each) => make("section", { class: each.severity, "aria-label": each.message },
    make("p", {}, make("b", {}, each.severity === "error" ? "✕ 誤り　" : "▲ 警告　"), each.message, each.name ? `［${each.name}］` : ""),
    place(each), marked(each), each.hint ? make("p", {}, `ヒント：${each.hint}`) : null, go(each),
    now.state.edits && each.name && each.file ? make("details", {}, make("summary", {}, "確かめた"), form({
      fields: [{ key: "reason", label: "何で確かめたか" }], name: "どう書かれるかを見る", confirm: "この行を書く", shown: lines,
      attempt: pairs("/silence", { number: each.number, message: each.message }),
    })) : null));
}

export function sentences() {
  const words = { tied: "✓ 合う", contradicted: "✕ 合わない", left: "－ 結べない" };
  return [make("ul", { class: "plain" }, now.state.sentences.filter((each) => each.claims.length > 0).map((each) => make("li", {},
    make("p", {}, each.sentence), place(each),
    make("ul", {}, each.claims.map((claim) => make("li", {}, `${words[claim.verdict]}　${claim.typed}　${claim.about}${claim.truth ? `　データ ${claim.truth}` : ""}`))), go(each))))];
}

/// 回答を取り込む: forms of the project's folder, and those that are chosen here, sent one after another in one body.
async function collect() {
  const { forms } = await (await ask("/forms")).json();
  const upload = make("input", { type: "file", multiple: true, accept: ".xlsx" });
  const here = forms.map((file, i) => make("label", { class: "check" }, make("input", { type: "checkbox", value: i }), file));
  const whole = form({
    fields: [{ key: "partial", label: "誤りのある調査票からも、よいところだけ取り込む", type: "checkbox" }],
    name: "何が取り込まれるかを見る", confirm: "これらの行を書く",
    attempt: (values, write) => {
      const files = [...upload.files];
      const query = new URLSearchParams({
        partial: values.partial, write: write ? "1" : "0", chosen: here.map((each) => each.firstChild).filter((each) => each.checked).map((each) => each.value).join("/"),
        names: files.map((each) => each.name).join("/"), sizes: files.map((each) => each.size).join("/"),
      });
      return tell(`/collect?${query}`, new Blob(files));
    },
    shown: (answer) => [make("pre", {}, answer.said), make("p", {}, `${answer.values.length}個の値`), answer.values.length === 0 ? null
      : make("div", { class: "wide", tabindex: "0", role: "group", "aria-label": "変わる行" }, make("table", {}, make("thead", {}, make("tr", {}, ["ファイルと行", "名前", "前", "後"].map((name) => make("th", { scope: "col" }, name)))),
        make("tbody", {}, answer.values.map((each) => make("tr", {}, make("td", { class: "where" }, `${each.file}:${each.line}`),
          make("th", { scope: "row" }, each.name), make("td", {}, each.before || "（なし）"), make("td", {}, make("b", {}, each.after))))))),
    ].filter(Boolean),
  });
  whole.prepend(make("label", {}, "送られてきた調査票（xlsx、いくつでも、1つ16MBまで）", upload),
    here.length === 0 ? "" : make("fieldset", {}, make("legend", {}, "プロジェクトのフォルダーにある調査票"), here));
  return make("details", {}, make("summary", {}, "回答を取り込む"), whole);
}

const done = (row) => row.answered >= row.asked;
const state = (row) => done(row) ? ["done", "✓ 回答済"] : row.answered > 0 ? ["begun", "◐ 途中"] : ["none", "○ 未回答"];
const name_of = (row) => row.section || "（課の名がない）";

/// How many sections have answered, in figures and as a bar of three kinds.
function answered(rows) {
  const kinds = [["done", "回答済"], ["begun", "途中"], ["none", "未回答"]].map(([kind, word]) => [kind, word, rows.filter((row) => state(row)[0] === kind).length]);
  return make("section", { class: "answered", "aria-label": "回答した課" },
    make("p", {}, "回答した課 ", make("span", { class: "large" }, kinds[0][2]), ` / ${rows.length}課`),
    make("div", {}, make("div", { class: "meter", "aria-hidden": "true" }, kinds.map(([kind, , many]) => {
      const part = make("span", { class: kind });
      part.style.flexGrow = many;
      return part;
    })), make("p", {}, kinds.map(([kind, word, many]) => make("span", { class: kind === "done" ? "strong" : "" }, `${word} ${many}　`)))));
}

/// What the chosen section still owes, and the words to ask for it.
function section_of(row) {
  const reminder = make("textarea", { rows: 8, readonly: true, "aria-label": `${name_of(row)}に尋ねる文` });
  reminder.value = row.reminder;
  const copy = make("button", { type: "button", onclick: async () => {
    try {
      await navigator.clipboard.writeText(row.reminder);
      copy.textContent = "写しました";
    } catch {
      reminder.select();  // not from another machine: the keys copy it
    }
  } }, "この文を写す");
  return [
    make("h2", {}, name_of(row)), make("p", { class: "quiet" }, `KPI ${row.kpis}・事業 ${row.projects}`),
    make("h2", {}, `未記入　${row.missing.length}`), make("ul", { class: "plain" }, row.missing.map((each) => make("li", {}, each))),
    row.doubts.length === 0 ? null : [make("h2", {}, `確かめたい値　${row.doubts.length}`), make("ul", { class: "plain" }, row.doubts.map((each) => make("li", {}, `▲ ${each}`)))],
    row.reminder === "" ? null : [make("h2", {}, "課に尋ねる"), reminder, copy]].flat(2).filter((each) => each !== null);
}

export async function board() {
  const rows = now.state.board;
  const panel = make("section", { class: "panel", "aria-label": "選んだ課", tabindex: "0" });
  // In place: a form that is being filled in above stays.
  const choose = (row) => {
    at.section = row?.section ?? null;
    panel.replaceChildren(...(row ? section_of(row) : []));
    body.forEach((each, i) => {
      each.classList.toggle("chosen", rows[i] === row);
      each.querySelector("button").setAttribute("aria-pressed", rows[i] === row ? "true" : "false");
    });
  };
  const head = make("tr", {}, ["課", "KPI", "事業", "状態", "記入", "未記入", "確かめたい値"].map((name, i) => make("th", { scope: "col", class: [1, 2, 5].includes(i) ? "n" : null }, name)));
  const body = rows.map((row, i) => make("tr", {},
    make("th", { scope: "row" }, make("button", { type: "button", class: "go", id: `section-${i}`, onclick: () => choose(row) }, name_of(row))),
    make("td", { class: "n" }, row.kpis), make("td", { class: "n" }, row.projects), make("td", {}, state(row)[1]),
    make("td", {}, make("meter", { min: 0, max: Math.max(row.asked, 1), value: row.answered, "aria-label": `${name_of(row)}の記入` }), ` ${row.answered}/${row.asked}`),
    make("td", { class: "n" }, row.missing.length), make("td", {}, row.doubts.length === 0 ? "" : `▲ ${row.doubts.length}`)));
  const table = make("div", { class: "wide", tabindex: "0", role: "group", "aria-label": "担当課ごとの回答" },
    make("table", {}, make("caption", {}, "担当課ごとの回答"), make("thead", {}, head), make("tbody", {}, body)));
  choose(rows.find((row) => row.section === at.section) ?? rows.find((row) => !done(row)) ?? rows[0]);
  return [make("div", { class: "bar" }, answered(rows), now.state.edits ? await collect() : null), make("div", { class: "two" }, table, panel)];
}

export function outputs() {
  return [make("p", {}, "いまの入力から、案として作って渡します。"), make("ul", { class: "plain" },
    now.state.outputs.map((file, i) => make("li", {}, make("a", { href: `/output/${i}`, download: file }, file))))];
}
