import type { TextDocument } from "vscode-languageserver-textdocument";
import { URI } from "vscode-uri";
import type { ParsedDocument } from "../documents/model.ts";
import type { HttpRequest } from "../http/model.ts";
import type { ErrorRecord } from "../records/model.ts";
import { encloses } from "../text/span.ts";
import { resolvePath } from "./filePath.ts";

/** A document with its parse. */
export interface ReadDocument {
  readonly document: TextDocument;
  readonly parsed: ParsedDocument;
}

/** A request and the document that it stands in. */
export interface AnsweredRequest extends ReadDocument {
  readonly request: HttpRequest;
}

/**
 * The request that an error answers: the one above the response that holds it, or else, for a kept response in a file
 * of its own, the one among `others` whose `<> file` line names that file.
 */
export function answeredRequest(
  here: ReadDocument,
  record: ErrorRecord,
  others: readonly ReadDocument[] = [],
): AnsweredRequest | undefined {
  const request = requestAbove(here.parsed, record);
  return request === undefined ? requestOfFile(here.document.uri, others) : { ...here, request };
}

/** The request whose response the record stands in. */
export function requestAbove({ requests }: ParsedDocument, { span }: ErrorRecord): HttpRequest | undefined {
  const block = requests?.http.blocks.find((each) => encloses(each.span, span));
  return block?.responses.find((response) => encloses(response.span, span))?.request;
}

function requestOfFile(uri: string, others: readonly ReadDocument[]): AnsweredRequest | undefined {
  const file = URI.parse(uri).toString();
  for (const { document, parsed } of others) {
    for (const { fileReferences } of parsed.requests?.http.blocks ?? []) {
      const kept = fileReferences.find(
        ({ use, path }) => use === "response" && resolvePath(document.uri, path.value)?.toString() === file,
      );
      if (kept?.request !== undefined) return { document, parsed, request: kept.request };
    }
  }
  return undefined;
}
