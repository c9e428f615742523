import { parentPort } from "node:worker_threads";
import type { PageReply, PageRequest } from "./pageMessages.ts";
import { readPage } from "./readPage.ts";

parentPort?.on("message", (request: PageRequest) => {
  parentPort?.postMessage(replyTo(request));
});

function replyTo(request: PageRequest): PageReply {
  try {
    return { page: readPage(request) };
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    return { failure: { code, message } };
  }
}
