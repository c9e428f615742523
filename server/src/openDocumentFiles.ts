import type { TextDocument } from "vscode-languageserver-textdocument";
import type { Platform } from "./platform.ts";
import type { Files } from "./scan/files.ts";

const CHARACTERS_PER_CHUNK = 1 << 17;

/** Reads documents of the editor, by their URIs, as they are there, and other files where they can be read. */
export function openDocumentFiles(
  documents: ReadonlyMap<string, TextDocument>,
  { encode, files: own }: Platform,
  client: Files,
): Files {
  const filesOf = (uri: string): Files => (own?.reads(uri) ? own : client);
  return {
    async stat(uri) {
      const document = documents.get(uri);
      if (document === undefined) return filesOf(uri).stat(uri);
      return { kind: "file", size: document.getText().length };
    },
    list: (uri) => filesOf(uri).list(uri),
    read(uri, start, end) {
      const document = documents.get(uri);
      return document === undefined
        ? filesOf(uri).read(uri, start, end)
        : encoded(document.getText(), encode);
    },
  };
}

async function* encoded(text: string, encode: Platform["encode"]): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < text.length; ) {
    let end = Math.min(text.length, at + CHARACTERS_PER_CHUNK);
    // The halves of a surrogate pair must stay together.
    if ((text.charCodeAt(end - 1) & 0xfc00) === 0xd800 && end < text.length) end += 1;
    yield encode(text.slice(at, end));
    at = end;
  }
}
