// By hand: minutes of random edits under a browser; says what memory kensho serve held and how long pages took.
// KENSHO=… node random_edits.mjs MINUTES [SEED]. Fails when the memory grew by more than a fifth or a page got stuck.
import { spawn } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { launch } from "./browser.mjs";

const minutes = Number(process.argv[2] ?? 10);
let seed = Number(process.argv[3] ?? 1);
const random = (below) => (seed = (seed * 48271) % 2147483647) % below;

const home = join(dirname(fileURLToPath(import.meta.url)), "../..");
const folder = mkdtempSync(join(tmpdir(), "kensho-"));
const project = join(folder, "atsugi");
cpSync(join(home, "samples/atsugi"), project, { recursive: true });
const files = ["years/r5/actuals.yaml", "years/r4.yaml", "years/r5/narrative.yaml", "strategy.yaml", "kensho.yaml"].map((name) => join(project, name));
const whole = new Map(files.map((file) => [file, readFileSync(file, "utf8")]));

const served = spawn(process.env.KENSHO ?? join(home, "build/dev/kensho"), ["serve", project], { env: { ...process.env, KENSHO_HOME: home }, stdio: ["ignore", "pipe", "inherit"] });
const address = await new Promise((found) => {
  let text = "";
  served.stdout.on("data", (part) => { text += part; if (text.includes("\n")) found(text.trim()); });
});
const held = () => Number(readFileSync(`/proc/${served.pid}/status`, "utf8").match(/VmRSS:\s+(\d+)/)[1]);

/// A digit that becomes another, a line that goes, a letter that breaks the file, or all as it was.
function edit() {
  const file = files[random(files.length)];
  const text = readFileSync(file, "utf8");
  const lines = text.split("\n");
  const at = random(lines.length);
  const how = random(10);
  if (how < 6) lines[at] = lines[at].replace(/[0-9](?=[^0-9]*$)/, String(random(10)));
  else if (how < 8) lines.splice(at, 1);
  else lines[at] += [" :", "{", "あ", "\t"][random(4)];
  const changed = how === 9 || text !== whole.get(file) && random(2) === 0 ? whole.get(file) : lines.join("\n");
  if (changed === text) return false;
  writeFileSync(file, changed);
  return true;
}

const browser = await launch();
const page = await browser.newPage({ viewport: { width: 1280, height: 960 } });
const broken = [];
page.on("pageerror", (error) => broken.push(error.message));
await page.goto(address);
await page.waitForSelector(".fact");
const version = () => page.evaluate(() => Number(document.body.dataset.version));
const panes = ["pages", "found", "sentences", "changes", "board", "outputs"];
const waited = [], memory = [];
const end = Date.now() + minutes * 60_000;
try {
  while (Date.now() < end && broken.length === 0) {
    const before = await version(), since = performance.now();
    if (!edit()) continue;
    await page.waitForFunction((before) => Number(document.body.dataset.version) > before, before, { polling: 50, timeout: 300_000 });
    waited.push(performance.now() - since);
    memory.push(held());
    if (random(3) === 0) await page.click(`#tab-${panes[random(panes.length)]}`);
    // The button may go with its pane while it is being reached for.
    if (random(4) === 0 && await page.locator("#next:enabled").count() > 0) await page.click("#next", { timeout: 2000 }).catch(() => {});
  }
} catch (error) {
  broken.push(`after ${waited.length} edits: ${error.message}`);
} finally {
  await browser.close();
  served.kill("SIGINT");
  rmSync(folder, { recursive: true });
  waited.sort((a, b) => a - b);
  console.log(`${waited.length} edits in ${minutes} minutes; disk to page ${Math.round(waited[waited.length >> 1])} ms in the middle, ${Math.round(waited.at(-1))} ms at most`);
  // From one state to the next it goes up and down by a fifth; the first builds fill what is kept.
  const middle = (some) => [...some].sort((a, b) => a - b)[some.length >> 1];
  const begin = middle(memory.slice(10, 40)), last = middle(memory.slice(-30));
  console.log(`memory: ${begin} kB in the middle of the edits 11 to 40, ${last} kB of the last 30, ${Math.max(...memory)} kB at most`);
  if (memory.length > 70 && last > 1.2 * begin) broken.push("the memory has grown by more than a fifth");
}
for (const fault of broken) console.log(fault);
process.exit(broken.length === 0 ? 0 : 1);
