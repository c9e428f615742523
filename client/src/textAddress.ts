import { Uri } from "vscode";

/** The address of a read-only document that carries its text with it. */
export function textAddress(scheme: string, name: string, text: string): Uri {
  // The half of a surrogate pair, which a cut can leave, stands in no address.
  return Uri.from({ scheme, path: `/${name}`, query: text.replace(/\p{Surrogate}/gu, "\ufffd") });
}
