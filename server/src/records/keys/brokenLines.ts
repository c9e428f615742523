import type { Seam } from "../../text/layers/layer.ts";
import { lineStart } from "../line.ts";

/** What stands between two parts of a line of more than 16 kB, which the container runtimes break. */
export function brokenLineSeam(text: string, keyStart: number, limit: number): Seam | undefined {
  const start = lineStart(text, keyStart);
  if (text.startsWith(DOCKER_START, start)) {
    const line = text.slice(keyStart, Math.min(limit, keyStart + MAX_PART));
    const end = line.indexOf(DOCKER_STREAM);
    // Docker's mark of a part is the line break that is not there.
    if (end < 0 || line.startsWith("\\n", end - 2)) return undefined;
    return DOCKER_SEAMS.find((seam) => line.startsWith(seam.stream, end + DOCKER_STREAM.length));
  }
  if (text.charCodeAt(start) !== FIRST_OF_YEAR) return undefined;
  const stream = KUBERNETES_PART.exec(text.slice(start, start + KUBERNETES_HEAD))?.[1];
  return KUBERNETES_SEAMS.find((seam) => seam.stream === stream);
}

interface StreamSeam extends Seam {
  readonly stream: string;
}

/** A part, its quotes and backslashes escaped. */
const MAX_PART = 40_000;
const STREAMS = ["stdout", "stderr"];

const DOCKER_START = '{"log":"';
const DOCKER_STREAM = '","stream":"';
const DOCKER_SEAMS = STREAMS.map((stream): StreamSeam => {
  const next = `(?=[^\\n]{0,${MAX_PART}}${DOCKER_STREAM}${stream}")`;
  const pattern = new RegExp(`(?<!\\\\n)${dockerSeam(stream)}${next}`, "y");
  return { stream, pattern, first: 0x22, standsFor: 0 };
});

/** The source of an expression for what Docker puts between the contents of two lines of a stream. */
export function dockerSeam(stream: string): string {
  const rest = String.raw`(?:,"attrs":\{[^\n{}]{0,400}\})?,"time":"[^"\n]{1,40}"\}\r?\n`;
  return `${DOCKER_STREAM}${stream}"${rest}\\{"log":"`;
}

/** Kubernetes marks a part by `P`, and the last one by `F`. */
const TIME = String.raw`2\d{3}-\d\d-\d\dT[\d:.]{8,20}\S{0,6}`;
const KUBERNETES_PART = new RegExp(`^${TIME} (stdout|stderr) P `);
const KUBERNETES_HEAD = 64;
const FIRST_OF_YEAR = 0x32;
const KUBERNETES_SEAMS = STREAMS.map((stream): StreamSeam => {
  const part = `(?<=^${TIME} ${stream} P .{0,${MAX_PART}})`;
  const pattern = new RegExp(`${part}\\r?\\n${TIME} ${stream} [PF] `, "my");
  return { stream, pattern, first: 0x0a, standsFor: 0 };
});
