/** What a failed request was about, alike for all requests to the same endpoint. */
export interface RequestTarget {
  /** Method and path behind `/api/v2/`, without query, ids as `{id}`: `GET db/_table/contact/{id}`. */
  readonly endpoint: string;
  readonly table: string | undefined;
}

const VERBS = /^(?:GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS|MERGE)$/;
/** Scheme and host, and the folder that DreamFactory is installed in. */
const BASE = /^(?:https?:\/\/[^/\s]*)?\/?(?:[^?#]*?\/)??(?:api\/v2|rest)\//;
const NUMBER_OR_UUID = /^(?:\d+|[\da-f]{8}-[\da-f-]{27})$/i;

/** Reads the request as logs write it: `GET /api/v2/db/_table/contact/5?fields=id HTTP/1.1`, `GET db/_table/contact`. */
export function readRequestTarget(written: string): RequestTarget | undefined {
  const [verb = "", address] = written.split(" ", 2);
  if (address === undefined || !VERBS.test(verb)) return undefined;
  const [path = ""] = address.replace(BASE, "").split(/[?#]/, 1);
  const parts = path.split("/").filter((part) => part !== "");
  if (parts.length === 0) return undefined;
  const [, resource, table] = parts;
  const isTable = resource === "_table";
  const shown = parts.map((part, at) => ((isTable && at === 3) || NUMBER_OR_UUID.test(part) ? "{id}" : part));
  return {
    endpoint: `${verb} ${shown.join("/")}`,
    table: isTable || resource === "_schema" ? table : undefined,
  };
}
