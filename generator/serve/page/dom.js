// What every pane uses: elements, questions to kensho, and forms that show what they would write first.

/// Where one is, and what kensho said last.
export const at = { pane: "pages", volume: 0, page: 0, fact: null, wide: false, edition: null, pair: null, over: false, section: null,
  find: { words: "", hit: null }, come: false };
export const now = { state: null };

/// An element with its attributes and what is in it; text is only ever text.
export function make(tag, attributes = {}, ...inside) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else if (value !== null && value !== undefined && value !== false) element.setAttribute(name, value === true ? "" : value);
  }
  element.append(...inside.flat(Infinity).filter((each) => each !== null && each !== undefined));
  return element;
}

async function reason(answer) {
  const text = await answer.text();
  try { return JSON.parse(text).error ?? text; } catch { return text; }
}

export async function ask(path) {
  const answer = await fetch(path);
  if (!answer.ok) throw new Error(await reason(answer));
  return answer;
}

export async function tell(path, body) {
  const answer = await fetch(path, { method: "POST", body, headers: { "X-Kensho": "1" } });
  if (!answer.ok) throw new Error(await reason(answer));
  return answer.json();
}

/// A page of the report as an element.
export async function drawn(path) {
  const parsed = new DOMParser().parseFromString(await (await ask(path)).text(), "image/svg+xml");
  return document.importNode(parsed.documentElement, true);
}

export const count = (severity) => now.state.found.filter((each) => each.severity === severity).length;
export function place(each) {
  if (!each.file) return null;
  const text = `${each.file}:${each.line}:${each.column}`;
  // With --vscode the place opens in the editor of the one who asked for it.
  return make("p", { class: "where" }, now.state.root && each.own ? make("a", { href: `vscode://file${encodeURI(now.state.root)}/${encodeURI(text)}` }, text) : text);
}

/// The first or the last of some letters, with … for those that are left out.
export const head_of = (letters, most) => letters.length > most ? `${letters.slice(0, most).join("")}…` : letters.join("");
export const tail_of = (letters, most) => letters.length > most ? `…${letters.slice(-most).join("")}` : letters.join("");

/// Says under the tabs what has been done; it stays when the pane is drawn anew.
export function say(...inside) {
  document.getElementById("said").replaceChildren(...inside, make("button", {
    type: "button", onclick: () => { document.getElementById("said").replaceChildren(); document.getElementById("pane").focus(); },
  }, "閉じる"));
}

/// The line of a file before and after.
export const lines = (made) => [
  make("p", { class: "where" }, `${made.file}:${made.line}`), make("pre", {}, `− ${made.before}\n＋ ${made.after}`)];

/// A form whose first press shows what would be written, and where; only the second one writes.
/// attempt(values, write) asks kensho, shown(answer) is what to show of its answer.
export function form({ fields, name, confirm, attempt, shown }) {
  const told = make("div", { class: "told", "aria-live": "polite" });
  const inputs = fields.map(({ key, label, type = "text", ...more }) => {
    const input = make("input", { name: key, type, autocomplete: "off", ...more });
    return type === "checkbox" ? make("label", { class: "check" }, input, label) : make("label", {}, label, input);
  });
  const whole = make("form", {});
  const values = () => Object.fromEntries([...whole.querySelectorAll("input[name]")].filter((each) => each.type !== "file")
    .map((each) => [each.name, each.type === "checkbox" ? (each.checked ? "1" : "0") : each.value]));
  const go = async (write) => {
    told.replaceChildren(make("p", {}, "待ってください…"));
    try {
      const answer = await attempt(values(), write);
      if (!write) {
        told.replaceChildren(make("p", {}, "次のように書きます"), ...shown(answer),
          make("button", { type: "button", class: "main", onclick: () => go(true) }, confirm));
        told.lastChild.focus();
        return;
      }
      told.replaceChildren();
      whole.reset();
      say(make("p", {}, make("b", {}, "✓ 書きました")), ...shown(answer));
    } catch (error) {
      told.replaceChildren(make("p", { class: "error" }, error.message));
    }
  };
  whole.addEventListener("submit", (event) => { event.preventDefault(); go(false); });
  whole.append(...inputs, make("button", { type: "submit" }, name), told);
  return whole;
}

/// The same for what goes as pairs.
export const pairs = (path, fixed = {}) => (values, write) =>
  tell(path, new URLSearchParams({ ...values, ...fixed, write: write ? "1" : "0" }));

/// Something is being filled in, chosen in a dialog of files, or waits for its second press.
export const busy = (main) => [...main.querySelectorAll("form input")].some((each) =>
  each === document.activeElement || (each.type === "checkbox" ? each.checked : each.value !== "")) || main.querySelector(".told > *") !== null;
