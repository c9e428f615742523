import { performance } from "node:perf_hooks";
import { parseHttpDocument } from "../../server/src/http/parseHttpDocument.ts";
import { reparseHttpDocument } from "../../server/src/http/reparseHttpDocument.ts";
import { manyRequests } from "../http/manyRequests.ts";

/** One way of reading a `.http` file, its time on the median run, and how many times faster than a fresh read. */
export interface HttpReadingTime {
  readonly name: string;
  readonly milliseconds: number;
  readonly timesFaster: number;
}

/**
 * Reads 10,000 requests (about 5 MB) afresh and after a key typed in the middle. What is measured of an edit
 * includes a look at every block, as whoever keeps results by block has to take one.
 */
export function benchHttp(runs = 15): readonly HttpReadingTime[] {
  const text = manyRequests(10_000);
  const at = text.indexOf('"Contact 5000"') + 1;
  const typed = `${text.slice(0, at)}x${text.slice(at)}`;
  let document = parseHttpDocument(text);

  const fresh = median(runs, () => parseHttpDocument(text));
  const edit = median(runs, () => {
    document = reparseHttpDocument(document, typed, { span: { start: at, end: at }, newLength: 1 });
    for (const block of document.blocks) touch(block.origin ?? block);
    document = reparseHttpDocument(document, text, { span: { start: at, end: at + 1 }, newLength: 0 });
    for (const block of document.blocks) touch(block.origin ?? block);
  });
  return [
    { name: "fresh read of 10,000 requests", milliseconds: fresh, timesFaster: 1 },
    { name: "read after one key", milliseconds: edit / 2, timesFaster: fresh / (edit / 2) },
  ];
}

const touched = new WeakSet<object>();

function touch(block: object): void {
  touched.has(block);
}

function median(runs: number, run: () => void): number {
  const times = Array.from({ length: runs }, () => {
    const start = performance.now();
    run();
    return performance.now() - start;
  }).sort((a, b) => a - b);
  return times[runs >> 1] ?? Number.NaN;
}
