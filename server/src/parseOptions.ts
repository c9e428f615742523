import { URI } from "vscode-uri";
import type { ParseOptions } from "./documents/model.ts";
import type { Settings } from "./settings.ts";
import { matchesGlob } from "./text/glob.ts";

/** What the settings say about reading the document of a URI. The last glob that fits its path decides. */
export function parseOptions({ http, claim }: Settings, uri: string): ParseOptions {
  const { path } = URI.parse(uri);
  const fitting = Object.entries(claim).filter(([glob]) => matchesGlob(path, glob));
  return { client: http.client, hosts: http.hosts, claim: fitting.at(-1)?.[1] ?? "auto" };
}
