/**
 * The options that DreamFactory reads from the query string, from `ApiOptions` in df-core, with the names that stand
 * for them. Names are matched with their case, as PHP does.
 */
export const OPTION_ALIASES: Readonly<Record<string, readonly string[]>> = {
  fields: ["select"],
  filter: ["where"],
  limit: ["top"],
  offset: ["skip"],
  order: ["sort", "order_by"],
  group: ["group_by"],
};

/** Every query parameter that means something to a table or a system resource. */
export const KNOWN_PARAMETERS: readonly string[] = [
  "fields",
  "related",
  "ids",
  "id_field",
  "id_type",
  "filter",
  "params",
  "limit",
  "offset",
  "order",
  "group",
  "having",
  "count_only",
  "include_count",
  "include_schema",
  "include_access",
  "as_list",
  "as_access_list",
  "continue",
  "rollback",
  "allow_related_delete",
  "refresh",
  "regenerate",
  "schema",
  "force",
  "file",
  "send_invite",
  "accept",
  "wrap",
  "method",
  "_method",
  "api_key",
  "session_token",
  "script_token",
  "check_exist",
  ...Object.values(OPTION_ALIASES).flat(),
];

/** The options that a table also reads from the body, beside the records. */
export const BODY_OPTIONS: readonly string[] = [
  "fields",
  "ids",
  "filter",
  "limit",
  "offset",
  "order",
  "group",
  "count_only",
  "params",
  "continue",
  "rollback",
];

/** What DreamFactory's `to_bool` takes for true. */
export function isTrue(value: string): boolean {
  return ["1", "true", "t", "yes", "y", "on"].includes(value.toLowerCase());
}
