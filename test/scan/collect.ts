import { Buffer } from "node:buffer";
import { type Collection, createCollection } from "../../server/src/scan/collection.ts";
import { createDescriber } from "../../server/src/scan/describe.ts";
import { createScanner } from "../../server/src/scan/scanner.ts";

/** What a scan of these files collects. */
export function collect(files: Readonly<Record<string, string>>, mostKept?: number): Collection {
  const collection = createCollection(mostKept);
  for (const [name, text] of Object.entries(files)) {
    const describe = createDescriber();
    const scanner = createScanner({
      decode: (bytes) => Buffer.from(bytes).toString("utf8"),
      onRecord: (found) => collection.add(name, describe(found)),
    });
    scanner.push(Buffer.from(text));
    scanner.end();
  }
  return collection;
}

/** A line of an access log, which tells time, request and status. */
export function accessLine(time: Date, status: number, request = "GET /api/v2/db/_table/contact"): string {
  const [day, month, year] = [time.getUTCDate(), time.getUTCMonth(), time.getUTCFullYear()];
  const clock = time.toISOString().slice(11, 19);
  const name = "JanFebMarAprMayJunJulAugSepOctNovDec".slice(3 * month, 3 * month + 3);
  const stamp = `${String(day).padStart(2, "0")}/${name}/${year}:${clock} +0000`;
  return `10.0.0.1 - - [${stamp}] "${request} HTTP/1.1" ${status} 120 "-" "curl/8.0"\n`;
}

/** An envelope behind its time, as applications log it. */
export function timedLine(time: Date, code: number, message: string): string {
  const error = { code, context: null, message, status_code: code };
  return `${time.toISOString()} WARN ${JSON.stringify({ error })}\n`;
}
