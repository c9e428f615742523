import { URI, Utils } from "vscode-uri";

/** The file that a path names from a document, where both can be in the same place; never another host. */
export function resolvePath(documentUri: string, path: string): URI | undefined {
  const base = URI.parse(documentUri);
  if (base.scheme === "untitled" || path.includes("{{") || /^[a-z][a-z\d+.-]+:/i.test(path)) return undefined;
  const slashed = path.replaceAll("\\", "/");
  if (slashed.startsWith("//")) return undefined;
  if (/^[a-z]:\//i.test(slashed))
    return base.scheme === "file" ? base.with({ path: `/${slashed}` }) : undefined;
  return slashed.startsWith("/")
    ? base.with({ path: slashed })
    : Utils.joinPath(Utils.dirname(base), slashed);
}
