import { inspect } from "node:util";
import { envelopeOf, phpJson, type ThrownError, throwError } from "./dreamFactoryErrors.ts";
import { JSON_LINES, NEAR_MISSES, ORDINARY_LINES } from "./otherLines.ts";
import { go, java, phpPrintR, phpVarExport, powershell, python, ruby } from "./printers.ts";
import { type Random, seededRandom } from "./random.ts";

/** A log with errors of all forms among other lines, and where each error stands. */
export interface GeneratedLog {
  readonly text: string;
  /** In text order. */
  readonly manifest: readonly ManifestEntry[];
}

export interface ManifestEntry {
  readonly form: string;
  readonly span: { readonly start: number; readonly end: number };
  readonly exception: string | undefined;
  readonly code: number | string | undefined;
}

export interface LogOptions {
  readonly seed: number;
  readonly length: number;
  /** How many characters there are for each error, about. */
  readonly charactersPerError: number;
  /** The share of the other lines that only look like errors; 0.02 when left out. */
  readonly nearMisses?: number;
  /** What most lines are: those of servers and programs as they come, or only JSON, errors too; `text` when left out. */
  readonly lines?: "text" | "json";
}

/** The same log for the same options. */
export function generateLog({
  seed,
  length,
  charactersPerError,
  nearMisses = 0.02,
  lines = "text",
}: LogOptions): GeneratedLog {
  const random = seededRandom(seed);
  const parts: string[] = [];
  const manifest: ManifestEntry[] = [];
  let at = 0;
  let nextError = charactersPerError;
  const append = (text: string) => {
    parts.push(text);
    at += text.length;
  };
  while (at < length) {
    if (at < nextError) {
      append(random.pick(random.chance(nearMisses) ? NEAR_MISSES : OTHER_LINES[lines])(random));
      continue;
    }
    nextError += charactersPerError;
    const thrown = throwError(random);
    const form = random.pick(FORM_NAMES[lines]);
    const [before = "", marked = "", after = ""] = FORMS[form]?.(thrown, random).split(/[«»]/) ?? [];
    append(before);
    const start = at;
    append(marked);
    const { exception, code } = STATUS_ONLY.has(form)
      ? { exception: thrown.status === 400 ? "BadRequestException" : thrown.exception, code: undefined }
      : thrown;
    manifest.push({ form, span: { start, end: at }, exception, code });
    append(`${after}\n`);
  }
  return { text: parts.join(""), manifest };
}

type Write = (thrown: ThrownError, random: Random) => string;

const json: Write = (thrown) => phpJson(envelopeOf(thrown));
const pretty: Write = (thrown) => JSON.stringify(envelopeOf(thrown), null, 4);
const escaped = (text: string) => JSON.stringify(text).slice(1, -1);
const stamp = (random: Random) => `2026-11-22T09:${10 + random.below(50)}:${10 + random.below(50)}`;

/** Each form with «…» around the record. */
const FORMS: Readonly<Record<string, Write>> = {
  line: (thrown, random) => `«${json(thrown, random)}»`,
  "mid-line": (thrown, random) =>
    `${stamp(random)} WARN api answered «${json(thrown, random)}» after ${random.below(900)} ms`,
  pretty: (thrown, random) => `«${pretty(thrown, random)}»`,
  "member of a JSON line": (thrown, random) =>
    `{"level":"warn","took":${random.below(99)},"body":«${json(thrown, random)}»,"path":"/x"}`,
  "escaped once": (thrown, random) => `{"level":"error","body":"«${escaped(json(thrown, random))}»","n":1}`,
  "escaped twice": (thrown, random) =>
    `{"log":"{\\"body\\":\\"«${escaped(escaped(json(thrown, random)))}»\\"}\\n","stream":"stdout"}`,
  "escaped three times": (thrown, random) => `"«${escaped(escaped(escaped(json(thrown, random))))}»"`,
  "escaped and pretty": (thrown, random) => `{"text":"«${escaped(pretty(thrown, random))}»"}`,
  entities: (thrown, random) =>
    `<pre>«${json(thrown, random).replaceAll("&", "&amp;").replaceAll('"', "&quot;")}»</pre>`,
  base64: (thrown, random) => `{"content":{"encoding":"base64","text":"«${btoa(json(thrown, random))}»"}}`,
  response: (thrown, random) =>
    `HTTP/1.1 ${thrown.status} X\r\nContent-Type: application/json\r\n\r\n«${json(thrown, random)}»`,
  "node inspect": (thrown, random) =>
    `${stamp(random)} failed «${inspect(envelopeOf(thrown), { depth: 8 })}»`,
  python: (thrown) => `ERROR:root:«${python(envelopeOf(thrown))}»`,
  ruby: (thrown) => `E, [x] -- : «${ruby(envelopeOf(thrown))}»`,
  java: (thrown) => `W/Api: body=«${java(envelopeOf(thrown))}»`,
  go: (thrown) => `answer «${go(envelopeOf(thrown))}»`,
  print_r: (thrown) => `«${phpPrintR(envelopeOf(thrown)).trimEnd()}»`,
  var_export: (thrown) => `«${phpVarExport(envelopeOf(thrown))}»`,
  powershell: (thrown) => `«error : ${powershell(envelopeOf(thrown).error)}»`,
  nginx: (thrown, random) =>
    `2026/11/22 09:21:44 [error] 8276#0: *${random.below(9999)} FastCGI sent in stderr: "PHP message: «REST Exception #${thrown.code} > ${thrown.message.trim()}»" while reading response header from upstream, client: 10.0.0.1, server: df, request: "GET /api/v2/db HTTP/1.1", upstream: "fastcgi://unix:/run/php.sock:", host: "df"`,
  error_log: (thrown) =>
    `[22-Nov-2026 09:15:37 UTC] «REST Exception #${thrown.code} > ${thrown.message.trim()}»`,
  monolog: (thrown, random) => {
    const message = thrown.message.trim().replace(/\n.*/, "");
    return `«[${stamp(random)}.123456+00:00] local.ERROR: ${message} {"exception":"[object] (DreamFactory\\\\Core\\\\Exceptions\\\\${thrown.exception}(code: ${thrown.code}): ${escaped(message)} at /opt/dreamfactory/vendor/dreamfactory/df-core/src/a.php:12)"} »`;
  },
  pair: (thrown, random) =>
    `[${stamp(random)}+00:00] local.INFO: [REQUEST] {"API Version":"2.0","Method":"GET","Service":"db","Resource":"_table/x","Requestor":1} \n«[${stamp(random)}+00:00] local.INFO: [RESPONSE] {"Status Code":${thrown.status},"Content-Type":null} »`,
  "access log": (thrown, random) =>
    `«10.0.0.${random.below(255)} - - [22/Nov/2026:09:15:10 +0000] "GET /api/v2/db/_table/x?limit=1 HTTP/1.1" ${thrown.status} 120 "-" "curl/8.0"»`,
};

/** Most of what people meet are envelopes as they come and the lines of nginx; the other forms are rarer. */
const FREQUENT = [
  "line",
  "line",
  "mid-line",
  "pretty",
  "member of a JSON line",
  "response",
  "escaped once",
  "nginx",
];
const FORM_NAMES = {
  text: [...Object.keys(FORMS), ...FREQUENT, ...FREQUENT, ...FREQUENT, ...FREQUENT],
  json: ["line", "member of a JSON line", "escaped once", "escaped twice"],
};
const OTHER_LINES = { text: ORDINARY_LINES, json: JSON_LINES };
/** Forms that tell the status only. */
const STATUS_ONLY: ReadonlySet<string> = new Set(["pair", "access log"]);
