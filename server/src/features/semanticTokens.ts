import type { TextDocument } from "vscode-languageserver-textdocument";
import type { Range, SemanticTokens, SemanticTokensLegend } from "vscode-languageserver-types";
import type { ParsedDocument } from "../documents/model.ts";
import { firstIndex } from "../text/firstIndex.ts";
import { toSpan } from "./positions.ts";
import { httpTokens } from "./tokens/httpTokens.ts";
import { TOKEN_TYPES, type Token } from "./tokens/token.ts";

/** How the numbers of an answer are to be read. */
export const TOKEN_LEGEND: SemanticTokensLegend = { tokenTypes: [...TOKEN_TYPES], tokenModifiers: [] };

/**
 * The tokens of an `.http` document, those of the blocks in the range where one is given; `undefined` for other
 * documents, which have grammars of their own.
 */
export function getSemanticTokens(
  document: TextDocument,
  { text, requests }: ParsedDocument,
  range?: Range,
): SemanticTokens | undefined {
  if (requests === undefined) return undefined;
  const { blocks } = requests.http;
  const asked = range === undefined ? { start: 0, end: text.length } : toSpan(document, range);
  const first = firstIndex(blocks, ({ span }) => span.end > asked.start);
  const behind = firstIndex(blocks, ({ span }) => span.start >= asked.end);
  return {
    data: encode(
      document,
      blocks.slice(first, behind).flatMap((block) => httpTokens(block, text)),
    ),
  };
}

/** Five numbers a token: lines down, characters along, length, type, modifiers. No token goes over a line. */
function encode(document: TextDocument, tokens: readonly Token[]): number[] {
  const data: number[] = [];
  let line = 0;
  let character = 0;
  for (const { type, start, end } of tokens) {
    const at = document.positionAt(start);
    const along = at.line === line ? at.character - character : at.character;
    data.push(at.line - line, along, end - start, TOKEN_TYPES.indexOf(type), 0);
    ({ line, character } = at);
  }
  return data;
}
