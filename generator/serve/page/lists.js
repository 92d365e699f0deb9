// 誤りと警告, 文と数字, 回答状況, 出力: what was found, what sentences claim, who has answered, what is made.
import { ask, form, head_of, lines, make, now, pairs, place, tail_of, tell } from "./dom.js";
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

export async function board() {
  const head = make("tr", {}, ["課", "KPI", "事業", "記入", "未記入", "確かめたい値"].map((name) => make("th", { scope: "col" }, name)));
  const rows = now.state.board.map((row) => make("tr", {},
    make("th", { scope: "row" }, row.section || "（課の名がない）"), make("td", { class: "n" }, row.kpis), make("td", { class: "n" }, row.projects),
    make("td", {}, make("meter", { min: 0, max: Math.max(row.asked, 1), value: row.answered, "aria-label": `${row.section}の記入` }), ` ${row.answered}/${row.asked}`),
    make("td", {}, row.missing.length === 0 ? "0" : make("details", {}, make("summary", {}, `${row.missing.length}`), make("ul", {}, row.missing.map((each) => make("li", {}, each))))),
    make("td", {}, row.doubts.length === 0 ? "" : make("ul", { class: "plain" }, row.doubts.map((each) => make("li", {}, `▲ ${each}`))))));
  const table = make("div", { class: "wide", tabindex: "0", role: "group", "aria-label": "担当課ごとの回答" },
    make("table", {}, make("caption", {}, "担当課ごとの回答"), make("thead", {}, head), make("tbody", {}, rows)));
  return now.state.edits ? [await collect(), table] : [table];
}

export function outputs() {
  return [make("p", {}, "いまの入力から、案として作って渡します。"), make("ul", { class: "plain" },
    now.state.outputs.map((file, i) => make("li", {}, make("a", { href: `/output/${i}`, download: file }, file))))];
}
