import { readSync } from "node:fs";
import { type Page, pageSpan, searchPage } from "../../scan/page.ts";
import type { PageRequest } from "./pageMessages.ts";

/** The length of all stretches but the last: long beside what is read twice, short beside what a page takes of memory. */
const SIZE = 1 << 21;

/** Memory for one page. */
export function pageBuffer(): Uint8Array<SharedArrayBuffer> {
  return new Uint8Array(new SharedArrayBuffer(pageSpan(1, SIZE).length));
}

/** Reads and searches one page of an open file of UTF-8 into the buffer. Throws what reading throws. */
export function readPage({ fd, index, claim, buffer }: PageRequest): Page {
  const { position, length } = pageSpan(index, SIZE);
  let read = 0;
  while (read < length) {
    const size = readSync(fd, buffer, read, length - read, position + read);
    if (size === 0) break;
    read += size;
  }
  return searchPage(index, SIZE, buffer.subarray(0, read), claim);
}
