import type { Located } from "../text/span.ts";
import { hasPlaceholder } from "./placeholders.ts";

/** What a path addresses; `other` where only the service itself knows. */
export type ResourceKind =
  | "table"
  | "record"
  | "schema"
  | "procedure"
  | "function"
  | "session"
  | "password"
  | "system"
  | "files"
  | "other";

/** The path of a request as DreamFactory divides it. */
export interface Endpoint {
  readonly service: Located<string>;
  readonly resource: ResourceKind;
  /** The parts after the service. */
  readonly path: readonly Located<string>[];
  /** For `table`, `record` and `schema`; `undefined` when the path ends before it. */
  readonly table?: Located<string>;
  /** For `record` and `system`. */
  readonly id?: Located<string>;
  /** True when the last part is a placeholder that may hold further parts. */
  readonly openPath: boolean;
}

/** The resources of the system API whose records are read and written like those of a table. */
const SYSTEM_RECORDS = ["admin", "app", "role", "user", "service", "lookup", "cors", "email_template"];

const SYSTEM_OTHERS = [
  "service_type",
  "limit",
  "event",
  "event_script",
  "environment",
  "cache",
  "config",
  "package",
  "import",
  "constant",
  "custom",
];

export function readEndpoint(service: Located<string>, path: readonly Located<string>[]): Endpoint {
  const [first, second, third] = path;
  const last = path.at(-1);
  const frame = { service, path, openPath: hasPlaceholder(last?.value ?? service.value) };
  switch (first?.value) {
    case "_table":
      return {
        ...frame,
        resource: third === undefined ? "table" : "record",
        ...(second !== undefined && { table: second }),
        ...(third !== undefined && { id: third }),
      };
    case "_schema":
      return { ...frame, resource: "schema", ...(second !== undefined && { table: second }) };
    case "_proc":
      return { ...frame, resource: "procedure" };
    case "_func":
      return { ...frame, resource: "function" };
    default:
      return otherEndpoint(frame, service.value.toLowerCase());
  }
}

/** True when no other product has this path below `/api/v2/`. */
export function isKnownEndpoint({ resource, service, path }: Endpoint): boolean {
  if (resource === "other") return service.value.toLowerCase() === "user" && isUserResource(path[0]?.value);
  return resource !== "files";
}

/** True for `system/role` and the like, whose handlers share `BaseSystemResource`. */
export function hasSystemRecords({ resource, path }: Endpoint): boolean {
  return resource === "system" && SYSTEM_RECORDS.includes(path[0]?.value ?? "") && path.length <= 2;
}

/** The access exceptions of DreamFactory's service providers: these calls need neither key nor token. */
export function isOpenEndpoint({ resource, service, path }: Endpoint, verb: string | undefined): boolean {
  const name = service.value.toLowerCase();
  const first = path[0]?.value;
  if (resource === "session") return true;
  if (resource === "password") return verb === "POST" || verb === undefined;
  if (name === "user") return (first === "register" && verb !== "GET") || first === "profile";
  if (name === "system") return first === "environment" && (verb === "GET" || verb === undefined);
  if (name === "api_docs" || name.endsWith("_oauth")) return true;
  return first === "sso" || first === "acs" || first === "metadata";
}

function otherEndpoint(frame: Pick<Endpoint, "service" | "path" | "openPath">, service: string): Endpoint {
  const names = frame.path.map((part) => part.value);
  const user =
    service === "user" ? names[0] : service === "system" && names[0] === "admin" ? names[1] : undefined;
  if (user === "session") return { ...frame, resource: "session" };
  if (user === "password") return { ...frame, resource: "password" };
  if (user === "profile") return { ...frame, resource: "other" };
  // `system/admin/{{x}}` may be a login as well as a record.
  const isUnsure = user !== undefined && hasPlaceholder(user);
  if (service === "system" && isSystemResource(names[0]) && !isUnsure) {
    const id = frame.path[1];
    return { ...frame, resource: "system", ...(id !== undefined && { id }) };
  }
  return { ...frame, resource: service === "files" ? "files" : "other" };
}

function isSystemResource(name: string | undefined): boolean {
  return name !== undefined && (SYSTEM_RECORDS.includes(name) || SYSTEM_OTHERS.includes(name));
}

function isUserResource(name: string | undefined): boolean {
  return name === "register" || name === "profile";
}
