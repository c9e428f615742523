import type {
  ErrorPlace,
  ErrorSummary,
  ScannedError,
  ScanResult,
  SummaryBurst,
  SummaryRow,
  SummaryRows,
} from "../../../../server/src/protocol.ts";
import { button, element, fill, table } from "./dom.ts";
import { momentText, numberText, rangeText, sizeText } from "./formats.ts";
import type { Page } from "./page.ts";

type Section = HTMLElement | undefined;

export function burstsSection({ words, setFilter }: Page, bursts: readonly SummaryBurst[]): Section {
  if (bursts.length === 0) return undefined;
  const items = bursts.map(({ start, end, count, factor, className }) => {
    const text = fill(
      words.burst,
      rangeText(start, end),
      numberText(count),
      numberText(Math.round(factor)),
      className,
    );
    return element(
      "li",
      {},
      button(text, () => setFilter({ from: start, to: end }), { class: "link" }),
    );
  });
  return element("section", {}, element("h2", {}, words.bursts), element("ul", {}, ...items));
}

export function problemsSection(page: Page, { problems }: ErrorSummary): Section {
  const { words } = page;
  return rowsSection(
    page,
    words.problems,
    [words.error, words.message],
    problems,
    ({ key, label, detail }) => [
      button(label, () => page.setFilter({ problem: key }), { class: "link" }),
      detail,
    ],
  );
}

export function namesSection(page: Page, heading: string, column: string, rows: SummaryRows): Section {
  return rowsSection(page, heading, [column], rows, ({ label }) => [
    button(label, () => page.setFilter({ text: searchableText(label) }), { class: "link" }),
  ]);
}

/** The endpoint `GET db/_table/x/{id}` is not written so in logs; its path before the id is. */
function searchableText(label: string): string {
  return label.replace(/^[A-Z]+ /, "").replace(/\/?\{id\}.*$/, "");
}

function rowsSection(
  page: Page,
  heading: string,
  columns: readonly string[],
  { rows, omitted }: SummaryRows,
  cells: (row: SummaryRow) => readonly (Node | string)[],
): Section {
  if (rows.length === 0) return undefined;
  const { words } = page;
  const header = [words.count, ...columns, words.firstSeen, words.lastSeen, words.place];
  const body = rows.map((row) => [
    numberText(row.count),
    ...cells(row),
    momentText(row.firstSeen),
    momentText(row.lastSeen),
    places(page, row),
  ]);
  return element(
    "section",
    {},
    element("h2", {}, heading),
    table(heading, header, body),
    omitted > 0 ? element("p", {}, fill(words.omitted, numberText(omitted))) : undefined,
  );
}

function places(page: Page, { first, last, count }: SummaryRow): HTMLElement {
  return count === 1
    ? placeButton(page, first)
    : element("span", {}, placeButton(page, first), " … ", placeButton(page, last));
}

function placeButton({ post }: Page, place: ErrorPlace): HTMLElement {
  return button(`${place.name}:${place.line}`, () => post({ type: "open", place }), { class: "link place" });
}

export function errorRows(page: Page, errors: readonly ScannedError[]): HTMLTableRowElement[] {
  return errors.map(({ place, time = "", title, className, message, request = "" }) =>
    element(
      "tr",
      {},
      element("th", { scope: "row" }, placeButton(page, place)),
      element("td", {}, time),
      element("td", {}, className === "" ? title : `${title} · ${className}`),
      element("td", {}, message),
      element("td", {}, request),
    ),
  );
}

export function filesSection({ words }: Page, { files }: ScanResult): Section {
  const rows = files.map(({ name, bytes, records, refusal }) => [
    name,
    sizeText(bytes),
    refusal === undefined ? numberText(records) : fill(words.notRead, refusal),
  ]);
  return element(
    "section",
    {},
    element("h2", {}, words.files),
    table(words.files, [words.file, words.size, words.errors], rows),
  );
}
