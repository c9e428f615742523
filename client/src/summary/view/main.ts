import type { ScanFilter } from "../../../../server/src/protocol.ts";
import type { ShowErrors, ShowScan, ToPage, ToPanel, Words } from "../messages.ts";
import { button, element, fill, table } from "./dom.ts";
import { createFilterBar } from "./filterBar.ts";
import { numberText, sizeText } from "./formats.ts";
import { keepPlace } from "./keepPlace.ts";
import type { Page } from "./page.ts";
import { burstsSection, errorRows, filesSection, namesSection, problemsSection } from "./sections.ts";
import { timelineSection } from "./timeline.ts";

interface Editor {
  postMessage(message: ToPanel): void;
  getState(): unknown;
  setState(state: ScanFilter): void;
}

declare function acquireVsCodeApi(): Editor;

const editor = acquireVsCodeApi();
const words: Words = JSON.parse(document.body.dataset.words ?? "{}");
let filter: ScanFilter = Object(editor.getState());

const page: Page = {
  words,
  post: (message) => editor.postMessage(message),
  filter: () => filter,
  setFilter: (change) => {
    const entries = Object.entries({ ...filter, ...change }).filter(([, value]) => value !== undefined);
    useFilter(Object.fromEntries(entries));
  },
  clearFilter: () => useFilter({}),
};

function useFilter(next: ScanFilter): void {
  filter = next;
  editor.setState(filter);
  editor.postMessage({ type: "filter", filter });
}

const filters = createFilterBar(page);
const status = element("div", { role: "status" });
const sections = element("div");
const list = table(words.errors, [words.place, words.time, words.error, words.message, words.request], []);
const more = button(words.more, () =>
  editor.postMessage({ type: "more", start: list.tBodies[0]?.rows.length ?? 0 }),
);
const errors = element("section", {}, element("h2", {}, words.errors), list, more);
const files = element("div");

document
  .querySelector("main")
  ?.append(
    element("header", {}, element("h1", {}, words.title), actions()),
    status,
    filters.root,
    sections,
    errors,
    files,
  );

window.addEventListener("message", ({ data }: MessageEvent<ToPage>) => {
  if (data.type === "scan") showScan(data);
  else showErrors(data);
});
editor.postMessage({ type: "ready", filter });

function showScan({ result, outdated, classes, summary }: ShowScan): void {
  const isFiltered = Object.keys(filter).length > 0;
  const lines = [
    fill(words.found, numberText(result.records), numberText(result.files.length), sizeText(result.bytes)),
    isFiltered ? fill(words.shown, numberText(summary.records), numberText(result.records)) : "",
    isFiltered && summary.records === 0 ? words.none : "",
    result.partial ? words.partial : "",
    outdated ? words.outdated : "",
    result.kept < result.records ? fill(words.kept, numberText(result.kept)) : "",
    result.omittedFiles > 0 ? fill(words.omittedFiles, numberText(result.omittedFiles)) : "",
  ];
  status.replaceChildren(...lines.filter((line) => line !== "").map((line) => element("p", {}, line)));
  filters.update(classes);
  const parts = [
    timelineSection(page, summary.timeline, classes),
    burstsSection(page, summary.bursts),
    problemsSection(page, summary),
    namesSection(page, words.endpoints, words.endpoint, summary.endpoints),
    namesSection(page, words.tables, words.table, summary.tables),
  ];
  keepPlace(sections, () => sections.replaceChildren(...parts.filter((part) => part !== undefined)));
  files.replaceChildren(filesSection(page, result) ?? "");
}

function showErrors({ list: found, start }: ShowErrors): void {
  const body = list.tBodies[0];
  if (body === undefined) return;
  const rows = errorRows(page, found.errors);
  if (start === 0) keepPlace(document, () => body.replaceChildren(...rows));
  else body.append(...rows);
  more.hidden = body.rows.length >= found.total;
  errors.hidden = found.total === 0;
}

function actions(): HTMLElement {
  const save = (label: string, format: "markdown" | "csv" | "json"): HTMLElement =>
    button(label, () => editor.postMessage({ type: "export", filter, format }), {
      class: "secondary",
      "aria-label": `${words.export} ${label}`,
    });
  return element(
    "div",
    { class: "actions" },
    button(words.scanAgain, () => editor.postMessage({ type: "scanAgain" })),
    element("span", {}, words.export),
    save("Markdown", "markdown"),
    save("CSV", "csv"),
    save("JSON", "json"),
  );
}
