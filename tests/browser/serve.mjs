// The review page as an officer uses it, in a browser. node serve.mjs JSON ; the JSON names the address that kensho serve
// printed, the project's folder, a form that came back, the views to judge and, where pictures are wanted, their folder.
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { launch } from "./browser.mjs";

const { address, project, form, views, pictures } = JSON.parse(process.argv[2]);
const actuals = join(project, "years/r5/actuals.yaml");
const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const panes = ["pages", "found", "sentences", "changes", "board", "outputs"];

const browser = await launch();
const context = await browser.newContext({ viewport: { width: 1280, height: 960 }, acceptDownloads: true, bypassCSP: true });
const page = await context.newPage();
page.setDefaultTimeout(300_000);  // on a machine that is busy with other things
const faults = [];
page.on("pageerror", (error) => faults.push(`script: ${error.message}`));
page.on("console", (message) => message.type() === "error" && !/422/.test(message.text()) && faults.push(`console: ${message.text()} ${message.location().url}`));
page.on("request", (request) => !request.url().startsWith(new URL(address).origin) && !/^(data|blob):/.test(request.url()) && faults.push(`asks for ${request.url()}`));

function expect(true_, what) {
  if (!true_) throw new Error(what);
}
const picture = async (name) => pictures && page.screenshot({ path: join(pictures, `${name}.png`) });
const version = async () => Number(await page.evaluate(() => document.body.dataset.version ?? 0));
const newer = (than) => page.waitForFunction((than) => Number(document.body.dataset.version) > than, than, { polling: 20 });
const pane = async (name) => {
  await page.click(`#tab-${name}`);
  await page.waitForSelector(`#pane.${name}`);
};
/// A click that meets a page just drawn anew is lost: `inside` is what is to be seen.
const open = async (summary, inside) => {
  do await page.click(`summary:text-is('${summary}')`); while (!await page.isVisible(inside));
};
function change(from, to) {
  const text = readFileSync(actuals, "utf8");
  expect(text.includes(from), `no ${from} in ${actuals}`);
  writeFileSync(actuals, text.replace(from, to));
}

/// The page of the births' table, by its number in the list of pages.
const births = () => page.evaluate(async () => {
  const { volumes } = await (await fetch("/state")).json();
  for (let i = 0; i < volumes[0].labels.length; ++i) if ((await (await fetch(`/page/0/${i}`)).text()).includes('aria-label="1,288"')) return i;
  return -1;
});

async function judge(view, name) {
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  if (wide > 0) faults.push(`${view} ${name}: the page scrolls sideways by ${wide} px`);
  await page.evaluate(axe);
  const found = await page.evaluate(() => axe.run(document, { resultTypes: ["violations"] }));
  for (const violation of found.violations) {
    faults.push(`${view} ${name}: axe ${violation.id}: ${violation.help}: ${violation.nodes.slice(0, 3).map((node) => node.html.slice(0, 160)).join(" | ")}`);
  }
}

const steps = {
  async "an edition is kept before anything changes"() {
    await page.goto(address);
    await page.waitForSelector(".fact");
    await pane("changes");
    await open("版を残す", "input[name=name]");
    await page.fill("input[name=name]", "公表");
    await page.fill("input[name=date]", "2024-09-30");
    await page.check("input[name=final]");
    await page.click("button:text-is('何が残されるかを見る')");
    await page.waitForSelector(".told button.main");
    expect((await page.textContent(".told pre")).includes("editions/公表"), await page.textContent(".told pre"));
    const before = await version();
    await page.click(".told button.main");
    await newer(before);
    await page.waitForSelector("#edition");
    expect((await page.textContent(".bar")).includes("何も変わっていない"), await page.textContent(".bar"));
    await pane("pages");
  },

  async "a figure says what it is and where it stands"() {
    await page.waitForSelector(".fact");
    expect(await page.textContent("#volume option") === "本編", "volumes have names");
    const at = await births();
    expect(at >= 0, "a page shows the births");
    await page.selectOption("#number", String(at));
    await page.click('.fact[aria-label="1,288"]');
    await page.waitForSelector(".panel .says");
    const panel = await page.textContent(".panel");
    expect(panel.includes("births.actual@R5") && panel.includes("years/r5/actuals.yaml:49"), panel);
    await page.waitForSelector(".fact.near");
    expect(await page.locator(".fact.chosen.near").count() === 0, "what hangs on it is not itself");
    const labels = await page.locator("#number option").count();
    expect(await page.locator(".rail button").count() === labels, "each page is in the rail");
    await page.waitForSelector(".rail [aria-current] svg, .rail button svg");
    await picture("1-figure");
    // The rate, by keys alone: a figure of the next row, which stands on other pages too.
    await page.locator(".fact.chosen").first().focus();
    while (await page.evaluate(() => document.activeElement.getAttribute("aria-label")) !== "82.8%") await page.keyboard.press("ArrowRight");
    await page.keyboard.press("Enter");
    await page.waitForFunction(() => document.querySelector(".panel")?.textContent.includes("births.rate@R5"));
    const places = page.locator(".panel button.go");
    expect(await places.count() > 4, "the rate stands at several places");
    await places.first().click();
    await page.waitForFunction((at) => Number(document.querySelector("#number")?.value ?? at) !== at, at);
    expect(await page.locator(".fact.chosen").count() > 0 && (await page.textContent(".panel .says")) === "82.8%", "it is chosen there too");
    expect((await page.textContent(".panel pre")).includes("1,244人以下で やや遅れ"), "it says which value would change the rating");
    await page.selectOption("#number", String(at));
    await page.click('.fact[aria-label="1,288"]');
    await page.waitForFunction(() => document.querySelector(".panel")?.textContent.includes("births.actual@R5"));
  },

  async "words are found by keys alone, over lines and volumes"() {
    const found = async (words, sign) => {
      await page.fill("#find", words);
      await page.waitForFunction((words) => document.querySelector(".panel h2")?.textContent.includes(words), words);
      const said = await page.textContent("#found");
      expect(sign.test(said), `${words}: ${said}`);
    };
    await pane("board");
    await page.keyboard.press("/");
    expect(await page.evaluate(() => document.activeElement.id) === "find", "the stroke leads to the field");
    // Of another width and with other blanks than the page has, and longer than a line.
    await found("ＫＰＩの 達成状況を見ると、　令和５年度の施策・事業の進捗は、全体として「おおむね順調」であると評価する", /^[1-9][0-9]*か所/);
    await page.keyboard.press("Enter");
    await page.waitForSelector(".hit.here");
    const lines = await page.evaluate(() => new Set([...document.querySelectorAll(".hit.here")].map((each) => each.getAttribute("y"))).size);
    expect(lines > 1, `it is marked on each of its lines: ${lines}`);
    const apart = await page.evaluate(() => {
      const mark = document.querySelector(".hit.here").getBoundingClientRect(), sheet = document.querySelector(".sheets").getBoundingClientRect();
      return mark.top >= sheet.top && mark.bottom <= sheet.bottom && document.getElementById("pane").scrollTop === 0;
    });
    expect(apart, "it is in sight, and nothing but the page has moved");
    await found("ｶｰﾄﾞ", /か所/);
    await found("出生数", /^[0-9]+か所/);
    const many = Number((await page.textContent("#found")).match(/([0-9]+)か所/)[1]);
    expect(await page.locator(".panel li").count() === many && many > 5, "all are listed");
    expect((await page.textContent(".panel ul")).includes("概要版"), "other volumes too");
    await page.keyboard.press("Shift+Enter");
    await page.waitForFunction((many) => document.getElementById("found").textContent === `${many} / ${many}か所`, many);
    await page.keyboard.press("Enter");
    await page.waitForFunction((many) => document.getElementById("found").textContent === `1 / ${many}か所`, many);
    await page.waitForSelector(".hit.here");
    expect(await page.evaluate(() => document.activeElement.id) === "find", "the field keeps the focus");
    await picture("1-found");
    await page.click(".panel li >> nth=2 >> button");
    await page.waitForFunction((many) => document.getElementById("found").textContent === `3 / ${many}か所`, many);
    expect(await page.evaluate(() => document.activeElement.id) === "hit-2", "what was chosen in the list keeps the focus");
    // Other words while the page is still on its way: its answer takes neither the list nor the focus.
    const slowly = async (route) => {
      await new Promise((go) => setTimeout(go, 600));
      await route.continue().catch(() => {});  // the page has given it up
    };
    await page.route("**/page/**", slowly);
    await page.evaluate(() => { document.querySelector(".panel").dataset.before = "yes"; });
    await page.click(".panel li >> nth=4 >> button");
    await found("転入者数", /^[0-9]+か所/);
    await page.waitForSelector(".panel:not([data-before])");
    expect((await page.textContent(".panel h2")).includes("転入者数"), "the list is that of the words that stand in the field");
    expect(await page.evaluate(() => document.activeElement.id) === "find", "and the field keeps the focus");
    await page.unroute("**/page/**", slowly);
    await found("どこにもない語", /^0か所/);
    expect(await page.isDisabled("#find-next") && await page.locator(".hit").count() === 0, "there is nowhere to go");
    await page.focus("#find");
    await page.keyboard.press("Escape");
    await page.waitForFunction(() => document.getElementById("found").textContent === "");
    await page.keyboard.press("Escape");
    expect(await page.evaluate(() => document.activeElement.id) === "pane", "the page has the keys again");
    await page.locator(".fact").first().click();
    await page.waitForSelector(".panel .says");
    await page.keyboard.press("/");
    await page.keyboard.type("。");
    await page.waitForFunction(() => document.querySelector(".panel h2")?.textContent.includes("。"));
    expect(await page.locator(".fact.chosen").count() === 0 && await page.locator(".panel li").count() === 200, "of very many the first are listed");
    await page.fill("#find", "");
    await page.selectOption("#volume", "0");
    await page.waitForFunction(() => document.querySelectorAll("#number option").length > 9);
    await page.selectOption("#number", String(await births()));
    await page.click('.fact[aria-label="1,288"]');
    await page.waitForFunction(() => document.querySelector(".panel")?.textContent.includes("births.actual@R5"));
  },

  async "a value that changes on the disk is on the page"() {
    const before = await version(), began = performance.now();
    change("births: 1,288", "births: 12,288");
    await page.waitForSelector('.fact[aria-label="12,288"]');
    console.log(`disk to page: ${Math.round(performance.now() - began)} ms, of which the build ${(await page.textContent("#counts span")).match(/[0-9]+[.][0-9]秒/)[0]}`);
    await newer(before);
    expect(await page.textContent(".panel .says") === "12,288", "the panel says it too");
  },

  async "the doubt appears, and is silenced with its reason"() {
    await pane("found");
    const doubt = page.locator("section.warning", { hasText: "actuals.yaml:49" }).first();
    await doubt.waitFor();
    expect(await doubt.locator("mark").textContent() === "12,288", "what is meant is marked");
    await picture("2-doubt");
    await doubt.locator("summary").click();
    await doubt.locator("input").fill("福祉課に電話で確かめた");
    await doubt.locator("button[type=submit]").click();
    await doubt.locator(".told pre").waitFor();
    expect(!readFileSync(actuals, "utf8").includes("電話"), "nothing is written before it was shown");
    const before = await version();
    await page.keyboard.press("Enter");  // the button has the focus
    await newer(before);
    expect(readFileSync(actuals, "utf8").includes("福祉課に電話で確かめた"), "the reason stands in the file");
    await page.waitForFunction(() => ![...document.querySelectorAll("section.warning")].some((each) => each.textContent.includes("actuals.yaml:49")));
    expect((await page.textContent("#said")).includes("actuals.yaml:49"), "what was written stays to be seen");
    await page.click("#said button");
  },

  async "a value is put right from the page"() {
    await pane("pages");
    await page.click('.fact[aria-label="12,288"]');
    await page.waitForSelector(".panel form");
    await page.fill(".panel input[name=value]", "1,228");
    await page.fill(".panel input[name=source]", "市民課 11月28日");
    await page.click(".panel button[type=submit]");
    await page.waitForSelector(".told .error");  // no reason
    await page.fill(".panel input[name=reason]", "転記の誤り");
    await page.click(".panel button[type=submit]");
    await page.waitForSelector(".told button.main");
    await picture("3-put-right");
    const before = await version();
    await page.click(".told button.main");
    await newer(before);
    await page.waitForSelector('.fact[aria-label="1,228"]');
    expect(/1,?228/.test(readFileSync(actuals, "utf8")), "the file has the value");
  },

  async "what changed since the edition, and its pages side by side"() {
    await pane("changes");
    await page.waitForSelector(".three .thumb svg");
    expect((await page.textContent(".bar")).includes("入力3か所から"), await page.textContent(".bar"));
    const causes = await page.textContent(".causes");
    expect(causes.includes("1,228") && causes.includes("確かめた理由") && !/silence|from/.test(causes), causes);
    expect((await page.textContent(".three")).includes("文の意味が合わなくなった"), "a sentence whose count changed comes first");
    const odd = (await page.textContent("section[aria-label='文']")).match(/.{0,60}(\[object|案　[0-9]{4}年).{0,60}/);
    expect(odd === null, `no mark of a draft is a change, and all is in words: ${odd?.[0]}`);
    await picture("4-changes");
    await page.click(".thumb");
    await page.waitForSelector(".pair .sheet + *, .pair figure:nth-child(2) svg .changed");
    expect(await page.locator(".pair figure:nth-child(1) svg .changed").count() > 0, "the old page is marked");
    await picture("5-pair");
    await page.click("button:text-is('重ねて見る')");
    const opacity = () => page.evaluate(() => document.querySelector(".pair figure:nth-child(2) .sheet").style.opacity);
    expect(await opacity() === "0.5", `half of the page before shines through: ${await opacity()}`);
    await page.focus(".fade input");
    await page.keyboard.press("End");
    expect(await opacity() === "1", "the slider goes by keys");
    await picture("5-over");
    await page.click("button:text-is('前と後を並べる')");
    expect(await page.isHidden(".fade"), "side by side there is nothing to slide");
  },

  async "what is opened while a new state is on its way stays open"() {
    let answer;
    const held = new Promise((resolve) => { answer = resolve; });
    await page.route("**/changes/*", async (route) => { await held; await route.continue(); });
    const before = await version(), asked = page.waitForRequest("**/changes/*");
    writeFileSync(actuals, readFileSync(actuals, "utf8") + "# 確かめた\n");
    await asked;
    await open("版を残す", "input[name=name]");
    answer();
    await newer(before);
    await page.unroute("**/changes/*");
    expect(await page.isVisible("input[name=name]"), "it was folded");
    await page.click("summary:text-is('版を残す')");
  },

  async "the errata is made and can be taken along"() {
    await open("正誤表を作る", "button:text-is('何が作られるかを見る')");
    await page.fill(".bar input[name=date] >> nth=0", "2024-11-28");
    await page.click("button:text-is('何が作られるかを見る')");
    await page.click(".told button.main");
    await page.waitForSelector("#said a[download='正誤表.pdf']");
    const [download] = await Promise.all([page.waitForEvent("download"), page.click("#said a[download='正誤表.pdf']")]);
    expect(readFileSync(await download.path()).subarray(0, 5).toString() === "%PDF-", "it is a PDF");
    const [table] = await Promise.all([page.waitForEvent("download"), page.click("#said a[download='changes.csv']")]);
    expect(readFileSync(await table.path(), "utf8").includes("1,228"), "the table for programs is another file");
    expect(await page.locator("#said a[download]").count() === 5, "a file that was made is not offered");
    await picture("6-errata");
  },

  async "a form that came back is taken in"() {
    await pane("board");
    const rows = await page.locator("tbody tr").count();
    expect(rows > 0 && /回答した課 ?\d+ ?\/ ?\d+課/.test(await page.textContent(".answered")), await page.textContent(".answered"));
    await page.click(`#section-${rows - 1}`);
    expect(await page.getAttribute(`#section-${rows - 1}`, "aria-pressed") === "true", "the section is chosen");
    await open("回答を取り込む", "input[name=partial]");
    // While the dialog of files is open, a file changes: the form waits for what is chosen.
    do await page.focus("input[type=file]"); while (await page.evaluate(() => document.activeElement.type) !== "file");
    const shown = await version();
    writeFileSync(actuals, readFileSync(actuals, "utf8") + "# 確かめた\n");
    await newer(shown);
    await page.waitForSelector("#said button:text-is('新しい状態を見る')");
    await page.setInputFiles("input[type=file]", form);
    await page.check("input[name=partial]");
    await page.click("button:text-is('何が取り込まれるかを見る')");
    await page.waitForSelector(".told button.main");
    expect(/years\/r5\/.*:[0-9]+/.test(await page.textContent(".told")), await page.textContent(".told"));
    await picture("7-form");
    const before = await version();
    await page.click(".told button.main");
    await newer(before);
  },

  async "the report is downloaded as a draft"() {
    await pane("outputs");
    const [download] = await Promise.all([page.waitForEvent("download"), page.click("a[href='/output/0']")]);
    expect(readFileSync(await download.path()).subarray(0, 5).toString() === "%PDF-", "it is a PDF");
  },

  async "every pane is free of what axe finds"() {
    for (const view of views) {
      const [width, colorScheme] = view.split(":");
      await page.setViewportSize({ width: Number(width), height: 960 });
      await page.emulateMedia({ colorScheme });
      for (const name of panes) {
        await pane(name);
        if (name === "pages") await page.locator(".fact").first().click();
        if (name === "changes") await page.waitForSelector(".thumb svg");
        await page.evaluate(() => document.querySelectorAll("main details").forEach((each) => { each.open = true; }));
        await judge(view, name);
        await picture(`8-${name}-${view.replace(":", "-")}`);
      }
    }
  },
};

try {
  for (const [name, step] of Object.entries(steps)) {
    try {
      await step();
    } catch (error) {
      const told = await page.evaluate(() => [...document.querySelectorAll("#counts, #said, .told")].map((each) => each.textContent).join(" | "));
      faults.push(`${name}: ${error.message}\nthe page says: ${told}`);
      if (pictures) await picture("fault");
      break;
    }
  }
} finally {
  await browser.close();
}
for (const fault of faults) console.log(fault);
process.exit(faults.length === 0 ? 0 : 1);
