import type { HttpBlock, HttpDocument } from "./model.ts";

/**
 * True when a script of the document adds headers to the requests of other blocks: JetBrains' `client.global.headers`,
 * or a script of httpYac's or Kulala's that stands in a block of its own and works on every request.
 */
export function sharesHeaders({ blocks }: HttpDocument, text: string): boolean {
  return blocks.some((block) => scriptsOf(block, text).some((script) => setsHeaders(script, block)));
}

/** Read at the origin, so that a block that an edit moved need not be made again. */
function scriptsOf(block: HttpBlock, text: string): string[] {
  const origin = block.origin ?? block;
  const distance = block.span.start - origin.span.start;
  return origin.scripts.map(({ start, end }) => text.slice(start + distance, end + distance));
}

function setsHeaders(script: string, { origin, requests }: HttpBlock): boolean {
  if (/\bglobal\s*\.\s*headers\b/.test(script)) return true;
  return (origin?.requests ?? requests).length === 0 && /\bheaders\b/i.test(script);
}
