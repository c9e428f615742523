import { targetParts } from "../http/target.ts";
import type { Located } from "../text/span.ts";

/** The start of a URL with the variables of its document filled in. */
export interface UrlBase {
  /** Scheme, host and port; a variable that the document does not define stays as written. */
  readonly host: string;
  /** The parts of the path that variables bring along, all at the place of the variable. */
  readonly path: readonly Located<string>[];
}

const DEEPEST = 5;

/** Fills in the variable that stands in place of the host. */
export function resolveBase(
  { value, span }: Located<string>,
  variables: ReadonlyMap<string, string> = new Map(),
): UrlBase {
  const path: Located<string>[] = [];
  let host = value;
  // A variable may start with another one; the limit ends those that name each other.
  for (let depth = 0; depth < DEEPEST; depth += 1) {
    const name = variableIn(host);
    const url = name === undefined ? undefined : variables.get(name);
    if (url === undefined) return { host, path };
    const located = { value: url, span };
    const { base, segments } = targetParts({ ...located, pieces: [located] });
    path.unshift(...segments.map((segment) => ({ value: segment.value, span })));
    host = base.value;
  }
  return { host: value, path: [] };
}

/** The parts of a path, with those in place of a variable that holds several, such as `{{api}}` for `api/v2`. */
export function resolvePath(
  segments: readonly Located<string>[],
  variables: ReadonlyMap<string, string> = new Map(),
): readonly Located<string>[] {
  return segments.flatMap((segment) => {
    const path = variables.get(variableIn(segment.value) ?? "");
    if (path === undefined || path.includes("://")) return [segment];
    const located = { value: `/${path}`, span: segment.span };
    const parts = targetParts({ ...located, pieces: [located] }).segments;
    return parts.map(({ value }) => ({ value, span: segment.span }));
  });
}

/** The name of the variable that the text consists of. */
function variableIn(text: string): string | undefined {
  return /^\{\{([^{}]+)\}\}$/.exec(text)?.[1]?.trim();
}
