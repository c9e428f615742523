import type { HttpRequest, JsonPart } from "../http/model.ts";
import type { JsonVerdict } from "../json/judgement.ts";
import type { Span } from "../text/span.ts";
import type { Credentials } from "./credentials.ts";
import type { DecodedText } from "./decodedText.ts";
import type { Endpoint } from "./endpoint.ts";
import type { FilterMistake } from "./filterGrammar.ts";
import type { RequestBody } from "./requestBody.ts";
import type { QueryParameter, RequestUrl } from "./requestUrl.ts";
import type { VerbOverride } from "./verbs.ts";

/** What is known of a request beyond its own text. */
export interface RequestOptions {
  /** Hosts that are DreamFactory servers, as written in URLs: `df.example.com`, `localhost:8080`, `{{host}}`. */
  readonly hosts?: readonly string[];
  /** What the variables of the document hold that may stand in place of a host. */
  readonly variables?: ReadonlyMap<string, string> | undefined;
  /** True when a script elsewhere in the document may add headers to the request. */
  readonly sharesHeaders?: boolean;
  /** PHP's verdicts on its JSON, where it was judged before; any other part is judged when it is read. */
  readonly verdicts?: ReadonlyMap<JsonPart, JsonVerdict>;
}

/** A request that is recognizably meant for DreamFactory, read the way the server reads it. */
export interface DreamFactoryRequest extends Endpoint {
  readonly http: HttpRequest;
  readonly text: string;
  /** 1 for `/rest/…`, which DreamFactory 2 and later do not know. */
  readonly generation: 1 | 2;
  /** False when only `/api/v2/` speaks for DreamFactory; other products have that path too. */
  readonly certain: boolean;
  /** The verb that counts after tunneling, upper case; `undefined` when a placeholder decides it. */
  readonly verb: string | undefined;
  /** What tunnels the verb, also where the server ignores it. */
  readonly override: VerbOverride | undefined;
  readonly url: RequestUrl;
  readonly parameters: readonly QueryParameter[];
  readonly body: RequestBody;
  readonly credentials: Credentials;
  /** The filter that chooses the records; `undefined` where there is none or where the server does not look at it. */
  readonly filter: RequestFilter | undefined;
  /** True where the server asks for neither key nor token. */
  readonly isOpenEndpoint: boolean;
}

/** The filter that a server applies, with what is wrong in it. */
export interface RequestFilter {
  /** Percent or JSON escapes removed. */
  readonly text: DecodedText;
  /** The filter as written, when it stands in the query. */
  readonly inQuery?: Span;
  /** What ends the filter too early; nothing is said of its grammar then. */
  readonly cut?: FilterCut;
  /** In text order; none when the service is by its name no SQL database, as those have grammars of their own. */
  readonly mistakes: readonly FilterMistake[];
  /** How a space is written where the filter stands. */
  readonly space: string;
}

/** The `&` or `#` in the middle of a quoted value or a parenthesis, or the `&&` that should be AND. */
export interface FilterCut {
  readonly place: Span;
  readonly char: "&" | "#";
}
