import type { HttpBody, HttpDocument, HttpRequest, JsonPart } from "../http/model.ts";
import type { Judgement } from "../json/judgement.ts";
import type { ErrorRecord } from "../records/model.ts";
import type { PredictedAnswer } from "../rules/model.ts";
import type { Fault } from "../text/fault.ts";

/** Everything that was read from one version of a document. Never throws to make; features only look things up. */
export interface ParsedDocument {
  readonly text: string;
  /** The LSP language identifier. */
  readonly languageId: string;
  /** In text order, not overlapping. */
  readonly records: readonly ErrorRecord[];
  /** Only for `.http` documents. */
  readonly http?: HttpDocument;
  /** The JSON that the document would send, in text order. */
  readonly bodies: readonly JudgedBody[];
  /** All mistakes of structure, bodies and requests, in text order. */
  readonly faults: readonly DocumentFault[];
}

/** A JSON text that a request sends, with PHP's verdict on it. */
export interface JudgedBody {
  readonly request: HttpRequest;
  readonly body: HttpBody;
  readonly part: JsonPart;
  readonly judgement: Judgement;
}

/** A fault together with what the server would answer to the request it stands in. */
export interface DocumentFault extends Fault {
  readonly answer?: PredictedAnswer;
}
