import type { HttpRequest } from "../http/model.ts";
import type { Located } from "../text/span.ts";
import { headerKey } from "./credentials.ts";
import { hasPlaceholder } from "./placeholders.ts";
import type { RequestUrl } from "./requestUrl.ts";

/** A header or query parameter that names another verb than the request line. */
export interface VerbOverride {
  readonly name: Located<string>;
  readonly value: Located<string>;
}

/**
 * The verb that DreamFactory acts on. Only a POST can be another verb: Symfony looks at `X-HTTP-Method-Override` and
 * `_method` first, df-core's `VerbOverrides` then at the other three. MERGE is PATCH.
 */
export function effectiveVerb(
  { method, headers }: HttpRequest,
  { parameters }: RequestUrl,
): { verb: string | undefined; override: VerbOverride | undefined } {
  const overrides = OVERRIDES.flatMap(({ name, isHeader }) => {
    if (isHeader) return headers.filter((header) => headerKey(header.name.value) === name);
    return parameters
      .filter((parameter) => parameter.name.value === name)
      .map((parameter) => ({
        name: parameter.name,
        value: { value: parameter.value.value, span: parameter.rawValue },
      }));
  });
  const override = overrides.find(({ value }) => value.value !== "");
  const written = override !== undefined && method.value === "POST" ? override.value.value : method.value;
  const names = [...headers, ...parameters].map(({ name }) => name.value);
  const mayBeTunneled = method.value === "POST" && override === undefined && names.some(hasPlaceholder);
  if (mayBeTunneled || hasPlaceholder(written)) return { verb: undefined, override };
  const verb = written.toUpperCase();
  return { verb: verb === "MERGE" ? "PATCH" : verb, override };
}

const OVERRIDES: readonly { name: string; isHeader: boolean }[] = [
  { name: "x-http-method-override", isHeader: true },
  { name: "_method", isHeader: false },
  { name: "x-http-method", isHeader: true },
  { name: "x-method-override", isHeader: true },
  { name: "method", isHeader: false },
];
