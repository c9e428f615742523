import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import vm from "node:vm";

interface Message {
  readonly id?: number;
  readonly result?: { readonly capabilities?: { readonly hoverProvider?: boolean } };
}

test("the web server's bundle runs in a worker, with nothing of Node's around it", async () => {
  const worker = startWorker(readFileSync("dist/server.web.js", "utf8"));
  const answer = await worker.ask({
    jsonrpc: "2.0",
    id: 1,
    method: "initialize",
    params: { processId: null, rootUri: null, capabilities: {} },
  });
  assert.equal(answer.result?.capabilities?.hoverProvider, true);
});

/** A worker's global scope and no more: no `module`, `require`, `process` or `Buffer`. */
function startWorker(code: string) {
  const answers: Message[] = [];
  let answered: ((message: Message) => void) | undefined;
  const self: {
    onmessage?: (event: { data: unknown }) => void;
    postMessage: (message: Message) => void;
    addEventListener: (type: string, listener: (event: { data: unknown }) => void) => void;
  } = {
    postMessage(message) {
      if (message.id === undefined) return;
      if (answered === undefined) answers.push(message);
      else answered(message);
    },
    addEventListener(type, listener) {
      if (type === "message") self.onmessage = listener;
    },
  };
  vm.runInNewContext(code, {
    self,
    WorkerGlobalScope: class {},
    setTimeout,
    clearTimeout,
    TextDecoder,
    TextEncoder,
    console,
  });
  return {
    ask(data: unknown): Promise<Message> {
      const promise = new Promise<Message>((resolve) => {
        answered = resolve;
      });
      self.onmessage?.({ data });
      return promise;
    },
  };
}
