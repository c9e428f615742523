import type { HttpBlock, HttpBody, HttpDocument, HttpRequest, JsonPart } from "../http/model.ts";
import type { ClientProfile } from "../http/profile.ts";
import type { Judgement } from "../json/judgement.ts";
import type { Claim, ErrorRecord } from "../records/model.ts";
import type { PredictedAnswer } from "../rules/model.ts";
import type { Fault } from "../text/fault.ts";

/** What the user's settings say about reading. */
export interface ParseOptions {
  readonly client: ClientProfile;
  readonly hosts: readonly string[];
  /** Whether envelopes of unsure origin are DreamFactory's in this document. */
  readonly claim: Claim;
}

/** Everything that was read from one version of a document. Never throws to make; features only look things up. */
export interface ParsedDocument {
  readonly text: string;
  /** The LSP language identifier. */
  readonly languageId: string;
  /** In text order, not overlapping. */
  readonly records: readonly ErrorRecord[];
  /** Behind the last place that was searched for records; absent when the whole text was. */
  readonly recordsEnd?: number;
  /** Only for `.http` documents, and for prose with `http` code blocks. */
  readonly requests?: ReadRequests;
  /** All mistakes of structure, bodies and requests, in text order; suppressed ones are left out. */
  readonly faults: readonly DocumentFault[];
}

/** The requests of a `.http` document with what was found in each block. */
export interface ReadRequests {
  readonly http: HttpDocument;
  /** What the readings took for the values of variables that hold a path. */
  readonly variables: ReadonlyMap<string, string>;
  /** Whether they took headers that scripts add to every request into account. */
  readonly sharesHeaders: boolean;
  /** Keyed by `block.origin ?? block`, at that block's offsets: a block that an edit only moved is not read again. */
  readonly readings: WeakMap<HttpBlock, BlockReading>;
}

/** What one block would send, judged. */
export interface BlockReading {
  readonly bodies: readonly JudgedBody[];
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
