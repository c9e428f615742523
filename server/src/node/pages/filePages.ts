import { on } from "node:events";
import { setImmediate } from "node:timers/promises";
import { Worker } from "node:worker_threads";
import type { Page } from "../../scan/page.ts";
import type { PageReply, PageRequest } from "./pageMessages.ts";
import { pageBuffer, readPage } from "./readPage.ts";

/** Of which file, and for which records. */
type PageQuery = Pick<PageRequest, "fd" | "claim">;

/**
 * The pages of an open file of UTF-8, in their order; each may be overwritten when the next one is asked for. With the
 * script of a thread, the thread reads and searches them, and the caller only waits.
 */
export async function* filePages(query: PageQuery, script: string | URL | undefined): AsyncGenerator<Page> {
  if (script === undefined) yield* ownPages(query);
  else yield* pagesOfThread(query, new Worker(script, { resourceLimits: { maxYoungGenerationSizeMb: 1 } }));
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

async function* pagesOfThread(query: PageQuery, thread: Worker): AsyncGenerator<Page> {
  // While the page in one is looked at, the thread makes the next one in the other.
  const buffers = [pageBuffer(), pageBuffer()] as const;
  let asked = 0;
  const ask = (): void => {
    const request: PageRequest = { ...query, index: asked, buffer: buffers[asked % 2 === 0 ? 0 : 1] };
    asked += 1;
    thread.postMessage(request);
  };
  try {
    // Listens from now on, to failures too.
    const replies = on(thread, "message", { close: ["exit"] });
    for (const _ of buffers) ask();
    for await (const [reply] of replies as AsyncIterable<[PageReply]>) {
      if ("failure" in reply) throw Object.assign(new Error(reply.failure.message), reply.failure);
      yield reply.page;
      if (reply.page.last) return;
      ask();
    }
    throw new Error("the thread that reads it has ended");
  } finally {
    await thread.terminate();
  }
}
