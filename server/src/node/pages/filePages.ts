import { on } from "node:events";
import { setImmediate } from "node:timers/promises";
import { Worker } from "node:worker_threads";
import type { Page } from "../../scan/page.ts";
import type { PageReply, PageRequest } from "./pageMessages.ts";
import { pageBuffer, readPage } from "./readPage.ts";

/** Of which file, and for which records. */
export type PageQuery = Pick<PageRequest, "fd" | "claim">;

/**
 * The pages of an open file of UTF-8, in their order; each may be overwritten when the next one is asked for. With the
 * script of a thread, the thread reads and searches them, and the caller only waits.
 */
export async function* filePages(query: PageQuery, script: string | URL | undefined): AsyncGenerator<Page> {
  if (script === undefined) yield* ownPages(query);
  else yield* pagesOfThread(query, new Worker(script, { resourceLimits: { maxYoungGenerationSizeMb: 4 } }));
}

async function* ownPages(query: PageQuery): AsyncGenerator<Page> {
  const buffer = pageBuffer();
  for (let index = 0; ; index++) {
    const page = readPage({ ...query, index, buffer });
    yield page;
    if (page.last) return;
    // Signals and the terminal get their turn.
    await setImmediate();
  }
}

/** So many pages are asked for ahead: one to be looked at, one to be searched. */
const AHEAD = 2;

async function* pagesOfThread(query: PageQuery, thread: Worker): AsyncGenerator<Page> {
  const ask = (request: PageRequest): void => thread.postMessage(request);
  const buffers = Array.from({ length: AHEAD }, pageBuffer);
  try {
    // Listens from now on, to failures too.
    const replies = on(thread, "message", { close: ["exit"] });
    for (const [ahead, buffer] of buffers.entries()) ask({ ...query, index: 1 + ahead, buffer });
    // The thread takes a while to start.
    const first = readPage({ ...query, index: 0, buffer: pageBuffer() });
    yield first;
    if (first.last) return;
    let index = 1;
    for await (const [reply] of replies as AsyncIterable<[PageReply]>) {
      if ("failure" in reply) throw Object.assign(new Error(reply.failure.message), reply.failure);
      yield reply.page;
      if (reply.page.last) return;
      const buffer = buffers[(index - 1) % AHEAD];
      if (buffer !== undefined) ask({ ...query, index: index + AHEAD, buffer });
      index += 1;
    }
    throw new Error("the thread that reads it has ended");
  } finally {
    await thread.terminate();
  }
}
