import { URI, Utils } from "vscode-uri";

/** Where files come from: a disk, an editor, a test. Whatever it throws has a sentence for the user as its message. */
export interface Files {
  stat(uri: string): Promise<FileKind>;
  list(uri: string): Promise<readonly FolderItem[]>;
  /** The bytes, of a file with a {@link FileKind.version} also a part of them; every chunk may be overwritten by the next one. */
  read(uri: string, start?: number, end?: number): AsyncIterable<Uint8Array>;
}

export interface FileKind {
  readonly kind: "file" | "folder";
  /** Bytes; 0 for folders. */
  readonly size: number;
  /** Of files that can be read from any place. */
  readonly version?: FileVersion;
}

/** Tells whether a file is still the same one, and whether it has been written to. */
interface FileVersion {
  /** Another one when another file has taken the name. */
  readonly id: string;
  readonly modified: string;
}

export interface FolderItem {
  readonly name: string;
  readonly kind: "file" | "folder";
}

/** A file to scan. */
export interface FoundFile extends FileKind {
  readonly uri: string;
}

export interface FoundFiles {
  readonly files: readonly FoundFile[];
  /** What was asked for and cannot be read, and why. */
  readonly missing: readonly { readonly uri: string; readonly reason: string }[];
  /** How many files more there are. */
  readonly omitted: number;
}

/** What logs are called, rotated and packed ones too. */
export const LOG_NAME = /\.(?:log|txt|out|err|json|jsonl|ndjson|har|xml|csv)(?:[.-]\d[\w.-]*)?(?:\.gz)?$/i;

/** Folders that hold no files of the user's own. */
export const SKIPPED_FOLDERS: ReadonlySet<string> = new Set(["node_modules", ".git", ".hg", ".svn"]);

/** Whoever opens a whole disk wants no scan of it. */
const MOST_FILES = 1000;

/** The files of the given URIs, each once: those named, and the logs in folders by name. */
export async function findFiles(
  files: Files,
  uris: readonly string[],
  cancelled: () => boolean,
): Promise<FoundFiles> {
  const found = new Map<string, FoundFile>();
  const missing: { uri: string; reason: string }[] = [];
  let omitted = 0;

  async function visit(uri: string, listed?: FolderItem["kind"]): Promise<void> {
    if (cancelled()) return;
    try {
      const stat = await files.stat(uri);
      if (stat.kind === "file") take({ uri, ...stat });
      // A link that is listed as a file can lead to a folder, and in circles.
      else if (listed !== "file") await visitFolder(uri);
    } catch (error) {
      missing.push({ uri, reason: sentenceOf(error) });
    }
  }

  function take(file: FoundFile): void {
    if (found.has(file.uri)) return;
    if (found.size >= MOST_FILES) omitted += 1;
    else found.set(file.uri, file);
  }

  async function visitFolder(uri: string): Promise<void> {
    const items = [...(await files.list(uri))].sort((a, b) => (a.name < b.name ? -1 : 1));
    for (const { name, kind } of items) {
      const wanted = kind === "folder" ? !SKIPPED_FOLDERS.has(name) : LOG_NAME.test(name);
      // Written as editors write it: the same file must have the same address.
      if (wanted) await visit(Utils.joinPath(URI.parse(uri), name).toString(), kind);
    }
  }

  for (const uri of uris) await visit(uri);
  return { files: [...found.values()], missing, omitted };
}

export function sentenceOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** Names that are as short as they can be while they tell the URIs apart: what follows their common folder. */
export function shortNames(uris: readonly string[]): ReadonlyMap<string, string> {
  const [first = ""] = uris;
  let common = first.lastIndexOf("/") + 1;
  for (const uri of uris) {
    while (!uri.startsWith(first.slice(0, common))) common = first.lastIndexOf("/", common - 2) + 1;
  }
  return new Map(uris.map((uri) => [uri, decode(uri.slice(common))]));
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
