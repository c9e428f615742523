import { readFacts } from "../facts.ts";
import { MAX_RECORD } from "../keys/errorKey.ts";
import { lineStart } from "../line.ts";
import type { ErrorRecord } from "../model.ts";
import { recognize } from "../recognize.ts";
import { recordOf } from "../recordOf.ts";
import type { Scan } from "../scan.ts";
import { readYamlBlock } from "../values/readYaml.ts";

/** Also the sign with which a browser's console shows an open object. */
const INDENT = /^ *(?:- |[▼▾] ?)?:?$/;
const FIRST_NAME = /^[^\n]*\r?\n\s+(?:- )?:?["']?(?:code|context|message|status_code|trace)["']?:/;

/** An envelope as YAML or the tree of a console prints it, one member to a line; `at` is where its `error:` starts. */
export function readYamlEnvelope(scan: Scan, at: number): ErrorRecord | undefined {
  const { text } = scan;
  const head = text.slice(lineStart(text, at), at);
  if (!INDENT.test(head) || !FIRST_NAME.test(text.slice(at, at + 160))) return undefined;
  const indent = head.replace(/:$/, "").length;
  const below = text.indexOf("\n", at) + 1;
  const value = readYamlBlock(text, below, indent, Math.min(scan.span.end, at + MAX_RECORD));
  if (value === undefined) return undefined;
  scan.noteReach(value.span.end);
  const error = value.kind === "list" && value.items.length === 1 ? value.items[0] : value;
  if (error?.kind !== "object") return undefined;
  const facts = readFacts(error);
  const verdict = recognize(facts, {
    claim: scan.claim,
    inList: value.kind === "list",
    sign: () => scan.signNear(at),
  });
  if (verdict === undefined) return undefined;
  const keyStart = head.endsWith(":") ? at - 1 : at;
  return recordOf(scan, facts, {
    span: { start: keyStart, end: value.span.end },
    form: "printed-envelope",
    verdict,
    source: { text, end: value.span.end, layers: ["double-quoted"] },
    hotspots: [{ start: keyStart, end: at + "error".length }],
  });
}
