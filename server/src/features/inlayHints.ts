import type { TextDocument } from "vscode-languageserver-textdocument";
import type { InlayHint, Range } from "vscode-languageserver-types";
import { InlayHintKind, MarkupKind } from "vscode-languageserver-types";
import type { ClientSupport } from "../clientSupport.ts";
import type { ParsedDocument } from "../documents/model.ts";
import type { Explanation } from "../records/explain.ts";
import { explainRecord } from "../records/explain.ts";
import type { ErrorRecord } from "../records/model.ts";
import type { Settings } from "../settings.ts";
import type { Phrase } from "../text/phrase.ts";
import { toLabel } from "./labels.ts";
import { fillMarkdown, toPlainText } from "./markdown.ts";
import { toSpan } from "./positions.ts";
import { recordsWithin } from "./recordsWithin.ts";
import { inWords, say } from "./words.ts";

const LONGEST = 70;
const LONGEST_HOLE = 24;

/** A few words behind each record in the range, at the end of the line that its message ends on. */
export function getInlayHints(
  document: TextDocument,
  parsed: ParsedDocument,
  range: Range,
  settings: Settings,
  support: ClientSupport,
): InlayHint[] {
  if (!settings.inlayHints.enabled) return [];
  const asked = toSpan(document, range);
  return recordsWithin(parsed, asked).flatMap((record) => {
    const at = hintOffset(parsed.text, record);
    if (at < asked.start || at > asked.end) return [];
    const explanation = explainRecord(record);
    const words = fewWords(explanation);
    if (words === undefined) return [];
    const [cause] = explanation.causes;
    return {
      position: document.positionAt(at),
      label: `← ${words}`,
      kind: InlayHintKind.Type,
      paddingLeft: true,
      ...(cause !== undefined && {
        tooltip: support.markdown
          ? { kind: MarkupKind.Markdown, value: fillMarkdown(cause) }
          : toPlainText(fillMarkdown(cause)),
      }),
    };
  });
}

function hintOffset(text: string, { message, hotspots, span }: ErrorRecord): number {
  const from = message?.span.end ?? hotspots[0]?.end ?? span.start;
  const lineFeed = text.indexOf("\n", from);
  const lineEnd = lineFeed < 0 ? text.length : lineFeed;
  return text[lineEnd - 1] === "\r" && lineEnd > from ? lineEnd - 1 : lineEnd;
}

/** The first sentence of the likeliest cause, or what the class stands for. */
function fewWords({ causes: [cause], exception, matches, driverCodes }: Explanation): string | undefined {
  const exact = matches.length > 0 || driverCodes.length > 0;
  if (!exact && exception !== undefined) return say(exception.summary);
  return cause && toLabel(firstClause(fillShortly(cause)), LONGEST);
}

function fillShortly(cause: Phrase): string {
  const { text, args = {} } = inWords(cause);
  const short = Object.entries(args).map(([name, value]) => [name, toLabel(String(value), LONGEST_HOLE)]);
  return toPlainText(fillMarkdown({ text, args: Object.fromEntries(short) }));
}

/** The first sentence; of a long one, what stands before a clause that only adds to it. */
function firstClause(text: string): string {
  const sentence = (/^.*?[.;…](?=\s|$)/.exec(text)?.[0] ?? text).replace(/[.;]$/, "");
  if (sentence.length <= LONGEST) return sentence;
  return CLAUSE.exec(sentence)?.[0] ?? sentence;
}

/**
 * What stands before a clause that begins with such a word, in each language that there is a translation for. What a
 * "but" introduces is the point, and stays.
 */
const CLAUSE = /^.{20,70}?(?=, (?:and|because|or|so|which|und|weil|denn|oder|sodass|y|porque|o|así que) )/;
