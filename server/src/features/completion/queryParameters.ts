/** A query parameter of tables, as completion offers it. */
export interface ParameterHelp {
  readonly name: string;
  /** A value to start with. */
  readonly value: string;
  /** One Markdown sentence. */
  readonly meaning: string;
}

/** The options that callers need most, the commonest first; names and meanings from `ApiOptions` in df-core. */
export const PARAMETER_HELP: readonly ParameterHelp[] = [
  {
    name: "fields",
    value: "*",
    meaning: "The fields to return, separated by commas. Writes return only ids unless it is given.",
  },
  {
    name: "filter",
    value: "(id=1)",
    meaning:
      "Conditions such as `(age>30) AND (name LIKE 'A%25')`. Both sides of `AND` and `OR` need parentheses.",
  },
  {
    name: "limit",
    value: "25",
    meaning: "The most records to return. A value above the limit of the service is lowered without a word.",
  },
  { name: "offset", value: "0", meaning: "How many records to skip." },
  { name: "order", value: "id ASC", meaning: "The fields to sort by, each with `ASC` or `DESC`." },
  {
    name: "related",
    value: "*",
    meaning: "The relationships whose records come along, separated by commas, or `*`.",
  },
  { name: "ids", value: "1,2", meaning: "The records to work on, by identifier, separated by commas." },
  {
    name: "id_field",
    value: "id",
    meaning: "The field that identifies records, where it is not the primary key.",
  },
  { name: "id_type", value: "int", meaning: "The type of the identifying field." },
  {
    name: "include_count",
    value: "true",
    meaning: "Adds the number of all records that fit the filter to `meta`.",
  },
  { name: "count_only", value: "true", meaning: "Returns only the number of records that fit the filter." },
  { name: "include_schema", value: "true", meaning: "Adds the schema of the table to `meta`." },
  {
    name: "continue",
    value: "true",
    meaning: "Goes on with the other records of a batch after one has failed. Not together with `rollback`.",
  },
  {
    name: "rollback",
    value: "true",
    meaning: "Undoes the whole batch when one record fails. Not together with `continue`.",
  },
  { name: "group", value: "field", meaning: "The fields to group by." },
  { name: "having", value: "", meaning: "Conditions on the groups." },
  { name: "params", value: "", meaning: "Values for the `:name` holes of the filter." },
  {
    name: "allow_related_delete",
    value: "true",
    meaning: "Lets an update delete related records that it leaves out.",
  },
  { name: "refresh", value: "true", meaning: "Reads what the server has cached again." },
  {
    name: "file",
    value: "export.csv",
    meaning: "Returns the answer as a file of that name; its extension decides the format.",
  },
  {
    name: "accept",
    value: "application/json",
    meaning: "The format of the answer, before the `Accept` header.",
  },
  { name: "api_key", value: "{{apiKey}}", meaning: "The API key. A header is safer: URLs end up in logs." },
  {
    name: "session_token",
    value: "{{sessionToken}}",
    meaning: "The session token. A header is safer: URLs end up in logs.",
  },
];

/** An operator of a filter. */
export interface OperatorHelp {
  readonly label: string;
  /** In LSP's snippet syntax, spaces encoded. */
  readonly snippet: string;
  readonly meaning: string;
}

/** What compares a field with a value, from `DbComparisonOperators` in df-core. */
export const COMPARISONS: readonly OperatorHelp[] = [
  { label: "=", snippet: "=$1", meaning: "Equal." },
  { label: "!=", snippet: "!=$1", meaning: "Not equal." },
  { label: ">", snippet: ">$1", meaning: "Greater." },
  { label: ">=", snippet: ">=$1", meaning: "Greater or equal." },
  { label: "<", snippet: "<$1", meaning: "Less." },
  { label: "<=", snippet: "<=$1", meaning: "Less or equal." },
  {
    label: "IN (…)",
    snippet: "IN%20($1)",
    meaning: "One of the values between the parentheses. Commas separate them, also inside quotes.",
  },
  { label: "NOT IN (…)", snippet: "NOT%20IN%20($1)", meaning: "None of the values between the parentheses." },
  {
    label: "LIKE",
    snippet: "LIKE%20'$1%25'",
    meaning: "Fits a pattern in which `%` stands for any text; a URL has it as `%25`.",
  },
  { label: "CONTAINS", snippet: "CONTAINS%20'$1'", meaning: "Holds the text." },
  { label: "STARTS WITH", snippet: "STARTS%20WITH%20'$1'", meaning: "Begins with the text." },
  { label: "ENDS WITH", snippet: "ENDS%20WITH%20'$1'", meaning: "Ends with the text." },
  { label: "IS NULL", snippet: "IS%20NULL", meaning: "Has no value." },
  { label: "IS NOT NULL", snippet: "IS%20NOT%20NULL", meaning: "Has a value." },
];

/** What joins two conditions in parentheses. */
export const CONNECTIVES: readonly OperatorHelp[] = [
  { label: "AND (…)", snippet: "AND%20($1)", meaning: "Both conditions hold." },
  { label: "OR (…)", snippet: "OR%20($1)", meaning: "One of the conditions holds." },
];
