import { type Disposable, l10n, Uri, workspace } from "vscode";

/** Scheme of read-only documents that show what a packed file holds; the query is the address of that file. */
const SCHEME = "dreamfactory-errors-unpacked";

/** VS Code keeps larger documents from extensions. */
const LARGEST = 50 * 1024 * 1024;

/** Packed files as documents. */
export interface UnpackedFiles extends Disposable {
  /** The address of a document with the text of the file. Fails, with a reason in words, when it cannot be unpacked. */
  addressOf(packed: Uri): Promise<Uri>;
}

export function registerUnpackedFiles(): UnpackedFiles {
  /** What was unpacked to see whether it can be, and is asked for next. */
  let ready: { readonly query: string; readonly text: string } | undefined;
  const provider = workspace.registerTextDocumentContentProvider(SCHEME, {
    async provideTextDocumentContent({ query }) {
      const text = ready?.query === query ? ready.text : await unpackedText(Uri.parse(query));
      ready = undefined;
      return text;
    },
  });
  return {
    async addressOf(packed) {
      const query = packed.toString();
      ready = { query, text: await unpackedText(packed) };
      // The ending that is left decides the language.
      return Uri.from({ scheme: SCHEME, path: packed.path.replace(/\.gz$/i, ""), query });
    },
    dispose: () => provider.dispose(),
  };
}

/** The file that a document shows: the packed one, or the document's own. */
export function fileShownBy(document: Uri): Uri {
  return document.scheme === SCHEME ? Uri.parse(document.query) : document;
}

async function unpackedText(packed: Uri): Promise<string> {
  const { size } = await workspace.fs.stat(packed);
  if (size > LARGEST) throw tooLarge();
  const stream = new DecompressionStream("gzip");
  const writer = stream.writable.getWriter();
  const written = writer.write(await workspace.fs.readFile(packed)).then(() => writer.close());
  // Whoever reads hears of it too.
  written.catch(() => undefined);
  const parts: Uint8Array[] = [];
  let length = 0;
  const reader = stream.readable.getReader();
  try {
    for (let next = await reader.read(); next.value !== undefined; next = await reader.read()) {
      parts.push(next.value);
      length += next.value.length;
      if (length > LARGEST) {
        await reader.cancel();
        throw tooLarge();
      }
    }
  } catch (error) {
    // Of a file that was cut, the scan has found what stands before.
    if (length > LARGEST || length === 0) throw error;
  }
  return workspace.decode(joined(parts, length));
}

function tooLarge(): Error {
  const megabytes = LARGEST / 1024 / 1024;
  return new Error(l10n.t("it holds more than {0} MB; unpack it, and scan what comes of it", megabytes));
}

function joined(parts: readonly Uint8Array[], length: number): Uint8Array {
  const bytes = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}
