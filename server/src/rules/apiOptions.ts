/**
 * Every query parameter that means something to a table or a system resource, from `ApiOptions` in df-core with its
 * aliases. PHP tells them apart by case.
 */
export const KNOWN_PARAMETERS: readonly string[] = [
  "fields",
  "select",
  "related",
  "ids",
  "id_field",
  "id_type",
  "filter",
  "where",
  "params",
  "limit",
  "top",
  "offset",
  "skip",
  "order",
  "sort",
  "order_by",
  "group",
  "group_by",
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
  "app_name",
  "check_exist",
];

/** What DreamFactory's `to_bool` takes for true. */
export function isTrue(value: string): boolean {
  return ["1", "true", "t", "yes", "y", "on"].includes(value.toLowerCase());
}
