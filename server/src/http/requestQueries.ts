import { firstIndex } from "../text/firstIndex.ts";
import { encloses, touches } from "../text/span.ts";
import { findHeader, mediaTypeOf } from "./mediaType.ts";
import type { HttpBlock, HttpDocument, HttpRequest } from "./model.ts";

/** The media type that the client will send, in lower case and without parameters; `undefined` when it sends none. */
export function contentTypeOf(request: HttpRequest): string | undefined {
  const header = findHeader(request.headers, "content-type");
  const value = header?.value.value ?? request.defaultContentType;
  return value === undefined ? undefined : mediaTypeOf(value);
}

/** The block that holds the offset; between two blocks the later one. */
export function blockAt({ blocks }: HttpDocument, offset: number): HttpBlock | undefined {
  const block = blocks[firstIndex(blocks, ({ span }) => span.start > offset) - 1];
  return block !== undefined && encloses(block.span, { start: offset, end: offset }) ? block : undefined;
}

/** The request that a cursor at the offset touches. */
export function requestAt(document: HttpDocument, offset: number): HttpRequest | undefined {
  return blockAt(document, offset)?.requests.find((request) => touches(request.span, offset));
}
