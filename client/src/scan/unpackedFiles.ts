import { type Disposable, Uri, workspace } from "vscode";

/** Scheme of read-only documents that show what a packed file holds; the query tells which one, and as of when. */
const SCHEME = "dreamfactory-errors-unpacked";

/** Packed files as documents. */
export interface UnpackedFiles extends Disposable {
  /**
   * Calls `open` with the address of a document that has the text of the file as it is now. Fails, with a reason in
   * words, when it cannot be unpacked.
   */
  withDocument(packed: Uri, open: (address: Uri) => Thenable<unknown>): Promise<void>;
}

/** Text that is about to be asked for. */
interface Ready {
  readonly address: string;
  readonly text: string;
}

export function registerUnpackedFiles(unpack: (packed: Uri) => Promise<string>): UnpackedFiles {
  let ready: Ready | undefined;
  const provider = workspace.registerTextDocumentContentProvider(SCHEME, {
    provideTextDocumentContent: (address) =>
      ready?.address === address.toString() ? ready.text : unpack(fileShownBy(address)),
  });
  return {
    async withDocument(packed, open) {
      const address = await addressOf(packed);
      if (isOpen(address)) {
        await open(address);
        return;
      }
      // Whoever provides a document cannot say in words why there is none.
      const own: Ready = { address: address.toString(), text: await unpack(packed) };
      ready = own;
      try {
        await open(address);
      } finally {
        if (ready === own) ready = undefined;
      }
    },
    dispose: () => provider.dispose(),
  };
}

/** The file that a document shows: the packed one, or the document's own. */
export function fileShownBy(document: Uri): Uri {
  return document.scheme === SCHEME ? Uri.parse(document.query.replace(/^\S* /, "")) : document;
}

/** Another one when the file has changed. */
async function addressOf(packed: Uri): Promise<Uri> {
  const { mtime, size } = await workspace.fs.stat(packed);
  // The ending that is left decides the language.
  const path = packed.path.replace(/\.gz$/i, "");
  return Uri.from({ scheme: SCHEME, path, query: `${mtime}-${size} ${packed}` });
}

function isOpen(address: Uri): boolean {
  return workspace.textDocuments.some(({ uri }) => uri.toString() === address.toString());
}
