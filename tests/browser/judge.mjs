// Judges of a page, offline: html-validate of its markup, axe-core of what a browser makes of it, at every width and
// in both schemes that are asked for. node judge.mjs FILE WIDTH:SCHEME… ; says what is wrong and fails.
import { HtmlValidate } from "html-validate";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";
import { launch } from "./browser.mjs";

/// What heads a table that scrolls stays where it is: of each that is too long or too wide for the screen.
function held() {
  const faults = [];
  for (const frame of document.querySelectorAll(".scroll")) {
    const head = frame.querySelector("thead");
    let first = frame.querySelector("tbody th.first");
    if (first?.hasAttribute("colspan")) first = first.firstElementChild;
    const name = frame.getAttribute("aria-label");
    if (head && frame.scrollHeight > frame.clientHeight + 100) {
      frame.scrollTop = frame.querySelector("caption").offsetHeight + 60;
      if (Math.abs(head.getBoundingClientRect().top - frame.getBoundingClientRect().top) > 3) faults.push(`the head of the table ${name} scrolls away`);
      frame.scrollTop = 0;
    }
    if (first && frame.scrollWidth > frame.clientWidth + 100) {
      frame.scrollLeft = 60;
      if (Math.abs(first.getBoundingClientRect().left - frame.getBoundingClientRect().left) > 12) faults.push(`what the rows of ${name} are about scrolls away`);
      frame.scrollLeft = 0;
    }
  }
  return faults;
}

/// Cells whose words stand in lines of a few letters, since a neighbour took the room that a wide screen has.
function squeezed() {
  return [...document.querySelectorAll("main th:not(.r, .c), main td:not(.r, .c)")]
    .filter((cell) => cell.innerText.length > 30 && cell.clientWidth < 6 * parseFloat(getComputedStyle(cell).fontSize))
    .map((cell) => `a cell of ${cell.clientWidth} px for: ${cell.innerText.replace(/\s+/g, " ").slice(0, 30)}`);
}

const [file, ...views] = process.argv.slice(2);
const faults = [];

const validator = new HtmlValidate({
  extends: ["html-validate:recommended", "html-validate:document"],
  rules: {
    "long-title": "off", // the name of a report is as long as it is
    "prefer-native-element": ["error", { exclude: ["group"] }], // a frame that scrolls is no fieldset
  },
});
const report = await validator.validateFile(file);
for (const result of report.results) {
  for (const message of result.messages) {
    faults.push(`markup: ${message.line}:${message.column} ${message.ruleId}: ${message.message}`);
  }
}

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const browser = await launch();
for (const view of views) {
  const [width, colorScheme] = view.split(":");
  const page = await browser.newPage({ viewport: { width: Number(width), height: 900 }, colorScheme, bypassCSP: true });
  page.on("request", (request) => {
    if (!/^(file|data):/.test(request.url())) faults.push(`${view}: asks the network for ${request.url()}`);
  });
  page.on("pageerror", (error) => faults.push(`${view}: script: ${error.message}`));
  await page.goto(pathToFileURL(file).href);
  await page.evaluate(() => document.querySelectorAll("main details").forEach((each) => { each.open = true; }));
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  if (wide > 0) faults.push(`${view}: the page scrolls sideways by ${wide} px`);
  if (Number(width) >= 720) faults.push(...(await page.evaluate(squeezed)).map((fault) => `${view}: ${fault}`));
  if (Number(width) < 720) faults.push(...(await page.evaluate(held)).map((fault) => `${view}: ${fault}`));
  await page.evaluate(axe);
  const found = await page.evaluate(() => axe.run(document, { resultTypes: ["violations"] }));
  for (const violation of found.violations) {
    faults.push(`${view}: axe ${violation.id}: ${violation.help}: ${violation.nodes.slice(0, 3).map((node) => node.html.slice(0, 160)).join(" | ")}`);
  }
  await page.close();
}
await browser.close();
for (const fault of faults) console.log(fault);
process.exit(faults.length === 0 ? 0 : 1);
