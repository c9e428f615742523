import { getCodeActions } from "../../server/src/features/codeActions.ts";
import { getCodeLenses } from "../../server/src/features/codeLenses.ts";
import { getCompletions } from "../../server/src/features/completion.ts";
import { getDiagnostics } from "../../server/src/features/diagnostics.ts";
import { getDocumentSymbols } from "../../server/src/features/documentSymbols.ts";
import { explainText } from "../../server/src/features/explainText.ts";
import { cardAt } from "../../server/src/features/hover.ts";
import { getInlayHints } from "../../server/src/features/inlayHints.ts";
import { listErrors } from "../../server/src/features/listErrors.ts";
import { DEFAULT_SETTINGS, type Settings } from "../../server/src/settings.ts";
import type { Span } from "../../server/src/text/span.ts";
import { FULL_SUPPORT, openDocument } from "../support/documents.ts";

/** A text that a reader sees, and where. */
export interface Shown {
  readonly surface: string;
  readonly text: string;
}

const ALL_ON: Settings = { ...DEFAULT_SETTINGS, logs: { problems: true } };

/** Everything that the server says about a document, on every surface and at every place that has something to say. */
export function shownFor(text: string, languageId: string): Shown[] {
  const { document, parsed } = openDocument(text, languageId);
  const whole = { start: document.positionAt(0), end: document.positionAt(text.length) };
  const places: Span[] = [
    ...parsed.faults.map(({ span }) => span),
    ...parsed.records.flatMap(({ hotspots, span }) => [span, ...hotspots.slice(0, 2)]),
    ...(parsed.requests?.http.blocks ?? []).flatMap(({ requests, responses }) => [
      ...requests.flatMap(({ target, headers }) => [target.span, ...headers.map(({ span }) => span)]),
      ...responses.flatMap(({ statusLine, headers }) => [statusLine, ...headers.map(({ span }) => span)]),
    ]),
  ];
  const at = (offset: number) => document.positionAt(offset);
  const range = ({ start, end }: Span) => ({ start: at(start), end: at(end) });
  const actions = places.flatMap((place) =>
    getCodeActions(
      document,
      parsed,
      { range: range(place), context: { diagnostics: [] } },
      ALL_ON,
      FULL_SUPPORT,
    ),
  );
  return [
    ...named(
      "card",
      places.map((place) => cardAt(document, parsed, place.start, FULL_SUPPORT)?.markdown),
    ),
    ...named("diagnostic", stringsIn(getDiagnostics(document, parsed, ALL_ON, FULL_SUPPORT), ["message"])),
    ...named("action", stringsIn(actions, ["title", "label", "description"])),
    ...named("report", actions.flatMap(({ command }) => command?.arguments ?? []).filter(isReport)),
    ...named("symbol", stringsIn(getDocumentSymbols(document, parsed, FULL_SUPPORT), ["name", "detail"])),
    ...named(
      "hint",
      stringsIn(getInlayHints(document, parsed, whole, ALL_ON, FULL_SUPPORT), ["label", "value"]),
    ),
    ...named("lens", stringsIn(getCodeLenses(document, parsed, ALL_ON, FULL_SUPPORT), ["title"])),
    ...named("list", stringsIn(listErrors(document, parsed), ["label", "title"])),
    ...named("explanation", [explainText(text, "always").markdown ?? undefined]),
    ...named(
      "completion",
      stringsIn(
        places.flatMap(
          (place) => getCompletions(document, parsed, at(place.end), ALL_ON, FULL_SUPPORT) ?? [],
        ),
        ["detail", "documentation", "value"],
      ),
    ),
  ];
}

function named(surface: string, texts: readonly (string | undefined)[]): Shown[] {
  return texts.flatMap((text) => (text === undefined ? [] : [{ surface, text }]));
}

/** The Markdown report; the plain one says the same, without marks that set code apart. */
function isReport(argument: unknown): argument is string {
  return typeof argument === "string" && argument.startsWith("**");
}

/** What a document has fill the holes of its faults, and what the server is expected to answer, in its own words. */
export function valuesIn(text: string, languageId: string): string[] {
  const { faults } = openDocument(text, languageId).parsed;
  return faults.flatMap(({ message, repairs, related = [], answer, code }) => [
    code,
    answer?.message ?? "",
    ...repairs.flatMap(({ edits }) => edits.map(({ newText }) => newText)),
    ...[message, ...repairs.map(({ title }) => title), ...related.map((each) => each.message)]
      .flatMap(({ args = {} }) => Object.values(args))
      .filter((value) => typeof value === "string"),
  ]);
}

/** The strings under the given names, however deep. */
function stringsIn(value: unknown, names: readonly string[]): string[] {
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([name, member]) =>
    typeof member === "string" ? (names.includes(name) ? [member] : []) : stringsIn(member, names),
  );
}
