/**
 * Whether a path with forward slashes fits a glob, as editors write them: `?` and `*` stay within a folder, `**` does
 * not, `{a,b}` is either. A glob that does not begin with a slash may begin at any folder. Takes time in the product of
 * the two lengths, whatever the glob.
 */
export function matchesGlob(path: string, glob: string): boolean {
  const anchored = glob.startsWith("/") || glob.startsWith("**/") ? glob : `**/${glob}`;
  return alternatives(anchored).some((alternative) => fits(path, tokensOf(alternative)));
}

/** A text without stars and question marks, or one of those. `folders` is `**` with the slash behind it. */
type Token = { readonly text: string } | "one" | "name" | "folders" | "rest";

/** More alternatives than anybody writes by hand. */
const LIMIT = 100;

function alternatives(glob: string): readonly string[] {
  let results = [glob];
  for (;;) {
    const expanded = results.flatMap(expandInnermost);
    const done = expanded.every((each, index) => each === results[index]);
    if (done || expanded.length > LIMIT) return results;
    results = expanded;
  }
}

function expandInnermost(glob: string): readonly string[] {
  const close = glob.indexOf("}");
  const open = close < 0 ? -1 : glob.lastIndexOf("{", close);
  if (open < 0) return [glob];
  const choices = glob.slice(open + 1, close).split(",");
  return choices.map((choice) => glob.slice(0, open) + choice + glob.slice(close + 1));
}

function tokensOf(glob: string): readonly Token[] {
  return (glob.match(/\*\*\/|\*\*|\*|\?|[^*?]+/g) ?? []).map((part): Token => {
    switch (part) {
      case "**/":
        return "folders";
      case "**":
        return "rest";
      case "*":
        return "name";
      case "?":
        return "one";
      default:
        return { text: part };
    }
  });
}

/** Follows every way at once: `ends` holds where the tokens so far can have ended. */
function fits(path: string, tokens: readonly Token[]): boolean {
  let ends: ReadonlySet<number> = new Set([0]);
  for (const token of tokens) ends = endsAfter(path, token, ends);
  return ends.has(path.length);
}

function endsAfter(path: string, token: Token, starts: ReadonlySet<number>): ReadonlySet<number> {
  if (typeof token === "object") {
    const { text } = token;
    return new Set([...starts].filter((at) => path.startsWith(text, at)).map((at) => at + text.length));
  }
  if (token === "one")
    return new Set([...starts].filter((at) => at < path.length && path[at] !== "/").map((at) => at + 1));

  const ends = new Set(starts);
  let running = false;
  for (let at = 0; at <= path.length; at += 1) {
    running ||= starts.has(at);
    if (running && (token !== "folders" || path[at - 1] === "/")) ends.add(at);
    if (token === "name" && path[at] === "/") running = false;
  }
  return ends;
}
