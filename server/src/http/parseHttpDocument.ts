import type { Span } from "../text/span.ts";
import type { HttpDocument } from "./model.ts";
import { parseBlock } from "./parseBlock.ts";
import { CLIENT_TRAITS, type ClientProfile } from "./profile.ts";
import { splitBlocks } from "./splitBlocks.ts";

export interface HttpParseOptions {
  /** Whose dialect decides where clients differ; `auto` when left out. */
  readonly profile?: ClientProfile;
  /** The part of the text to read, such as a Markdown fence; the whole text when left out. */
  readonly span?: Span;
}

/** Reads a `.http` document in the dialects of five clients. Never throws, and is linear in the text. */
export function parseHttpDocument(text: string, options: HttpParseOptions = {}): HttpDocument {
  const span = options.span ?? { start: 0, end: text.length };
  const traits = CLIENT_TRAITS[options.profile ?? "auto"];
  return { blocks: splitBlocks(text, span, span.end).map((block) => parseBlock(text, block, traits)) };
}
