import { Disposable, FileSystemError, FileType, l10n, Uri, workspace } from "vscode";
import { type BaseLanguageClient, ErrorCodes, ResponseError } from "vscode-languageclient";
import {
  FileMethod,
  type FileParams,
  type FileStat,
  type FolderEntry,
  type ReadFileParams,
} from "../../../server/src/protocol.ts";

/** Reads for the server what only the editor can reach: virtual and web workspaces, unsaved documents. */
export function registerEditorFiles(client: BaseLanguageClient): Disposable {
  /** The file that is being read, which comes in one piece and is handed out in many. */
  let open: { readonly uri: string; readonly bytes: Uint8Array } | undefined;
  const registered = [
    client.onRequest(FileMethod.stat, ({ uri }: FileParams) => explained(() => statOf(Uri.parse(uri)))),
    client.onRequest(FileMethod.list, ({ uri }: FileParams) => explained(() => entriesOf(Uri.parse(uri)))),
    client.onRequest(FileMethod.read, ({ uri, start, count }: ReadFileParams) =>
      explained(async () => {
        if (open?.uri !== uri || start === 0) open = { uri, bytes: await bytesOf(Uri.parse(uri)) };
        const part = open.bytes.subarray(start, start + count);
        if (part.length < count) open = undefined;
        return toBase64(part);
      }),
    ),
  ];
  return Disposable.from(...registered);
}

async function statOf(uri: Uri): Promise<FileStat> {
  const text = unsavedText(uri);
  if (text !== undefined) return { kind: "file", size: text.length };
  const { type, size } = await workspace.fs.stat(uri);
  return (type & FileType.Directory) === 0 ? { kind: "file", size } : { kind: "folder", size: 0 };
}

async function entriesOf(uri: Uri): Promise<FolderEntry[]> {
  const entries = await workspace.fs.readDirectory(uri);
  return entries.flatMap(([name, type]): FolderEntry[] => {
    if (type === FileType.Directory) return [{ name, kind: "folder" }];
    // Links to folders are not followed, as they may lead in circles.
    return (type & FileType.File) === 0 ? [] : [{ name, kind: "file" }];
  });
}

async function bytesOf(uri: Uri): Promise<Uint8Array> {
  const text = unsavedText(uri);
  return text === undefined ? workspace.fs.readFile(uri) : workspace.encode(text, { encoding: "utf8" });
}

function unsavedText(uri: Uri): string | undefined {
  const document = workspace.textDocuments.find((each) => each.uri.toString() === uri.toString());
  return document !== undefined && (document.isDirty || document.isUntitled) ? document.getText() : undefined;
}

const MOST_ARGUMENTS = 8192;

function toBase64(bytes: Uint8Array): string {
  const parts: string[] = [];
  for (let at = 0; at < bytes.length; at += MOST_ARGUMENTS) {
    parts.push(String.fromCharCode(...bytes.subarray(at, at + MOST_ARGUMENTS)));
  }
  return btoa(parts.join(""));
}

/** Errors travel as sentences for the user. */
async function explained<T>(read: () => Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (error) {
    throw new ResponseError(ErrorCodes.InvalidRequest, reasonOf(error));
  }
}

function reasonOf(error: unknown): string {
  const code = error instanceof FileSystemError ? error.code : "";
  if (code === "FileNotFound") return l10n.t("there is no such file");
  if (code === "NoPermissions") return l10n.t("it may not be read");
  return error instanceof Error ? error.message : String(error);
}
