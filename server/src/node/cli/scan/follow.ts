import { type FileHandle, open, stat } from "node:fs/promises";
import { createDescriber, type DescribedRecord } from "../../../scan/describe.ts";
import { imprinter, stillBeginsWith } from "../../../scan/imprint.ts";
import { createScanner, type Scanner } from "../../../scan/scanner.ts";
import { fillPhrase } from "../../../text/phrase.ts";
import { decodeUtf8, fileChunks } from "../../fileChunks.ts";
import { reasonOf } from "../../reasonOf.ts";
import type { Host } from "../host.ts";
import type { Input } from "../inputs.ts";
import { printable } from "../paint.ts";
import { recordFilter, type ScanQuery } from "./scanInput.ts";

/** Asking the file system works on network drives and in containers too, where being told does not. */
const EVERY_MILLISECONDS = 200;

/**
 * Reads the files and then what is appended to them, until the user stops it; a file that is rotated or cut is read
 * from its start. Standard input is followed to its end. Answers how many records there were.
 */
export async function follow(
  inputs: readonly Input[],
  query: ScanQuery,
  host: Host,
  write: (file: string, record: DescribedRecord) => void,
  flush: () => Promise<void>,
): Promise<number> {
  let count = 0;
  const scannerFor = ({ name }: Input): Scanner => {
    const describe = createDescriber();
    const keep = recordFilter(query, (record) => {
      count += 1;
      write(name, record);
    });
    return createScanner({
      claim: query.claim,
      decode: decodeUtf8,
      onRecord: (found) => keep(describe(found)),
    });
  };
  const stopped = new Promise<void>((resolve) => host.onInterrupt(resolve));
  await Promise.all(
    inputs.map((input) =>
      input.path === undefined
        ? Promise.race([followStream(host.stdin, scannerFor(input), flush), stopped])
        : followFile(input, input.path, () => scannerFor(input), host, stopped, flush),
    ),
  );
  return count;
}

async function followStream(
  chunks: AsyncIterable<Uint8Array>,
  scanner: Scanner,
  flush: () => Promise<void>,
): Promise<void> {
  for await (const chunk of chunks) {
    scanner.push(chunk);
    scanner.flush();
    await flush();
  }
  scanner.end();
  await flush();
}

async function followFile(
  { name }: Input,
  path: string,
  newScanner: () => Scanner,
  host: Host,
  stopped: Promise<void>,
  flush: () => Promise<void>,
): Promise<void> {
  let scanner = newScanner();
  let file: FileHandle | undefined;
  let print = imprinter();
  while (!host.interrupted()) {
    try {
      file ??= await open(path);
      const [here, there] = await Promise.all([file.stat(), stat(path).catch(() => undefined)]);
      const known = print.imprint();
      if (here.size !== known.bytes && !(await stillBeginsWith(known, partsOf(file)))) {
        scanner.end();
        scanner = newScanner();
        print = imprinter();
      }
      const isRotated = there !== undefined && there.ino !== here.ino;
      const start = print.imprint().bytes;
      // What is no file on disk does not know its size.
      if (here.size !== start || !here.isFile()) {
        for await (const chunk of fileChunks(file, { start })) {
          print.add(chunk);
          scanner.push(chunk);
          if (host.interrupted()) break;
        }
      }
      if (isRotated) {
        scanner.end();
        scanner = newScanner();
        print = imprinter();
        await file.close();
        file = undefined;
      } else {
        scanner.flush();
      }
      await flush();
      const refusal = scanner.refusal();
      if (refusal !== undefined) throw new Error(fillPhrase(refusal));
      if (isRotated) continue;
    } catch (error) {
      host.err(`dreamfactory-errors scan: ${printable(name)}: ${reasonOf(error)}\n`);
      break;
    }
    await Promise.race([pause(), stopped]);
  }
  await file?.close();
}

function partsOf(file: FileHandle) {
  return (start: number, end: number) => fileChunks(file, { start, end });
}

function pause(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, EVERY_MILLISECONDS));
}
