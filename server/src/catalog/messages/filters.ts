import type { MessageTemplate } from "../model.ts";
import { common, row } from "./row.ts";

/** What is said about filters, field lists, ordering and grouping. */
export const filterMessages: readonly MessageTemplate[] = [
  row(
    "filter-unparsable",
    "Invalid or unparsable filter request.",
    "BadRequestException",
    "No operator that DreamFactory knows was found in the filter. `BETWEEN`, `RLIKE` and `REGEXP` are not among them, and word operators need a space on both sides.",
    "Use `=`, `!=`, `>`, `>=`, `<`, `<=`, `IN`, `NOT IN`, `LIKE`, `STARTS WITH`, `ENDS WITH`, `CONTAINS`, `IS NULL` or `IS NOT NULL`, and URL-encode the filter.",
    "df-sqldb src/Resources/Table.php:615",
  ),
  row(
    "filter-field-unparsable",
    "Invalid or unparsable field in filter request: '{field}'",
    "BadRequestException",
    "`{field}`, the text to the left of the operator, is no column of the table. When it holds a whole condition, the conditions are not in parentheses.",
    "Write `(a = 1) AND (b = 2)`, each condition in its own parentheses, and check the name of the column.",
    "df-sqldb src/Resources/Table.php:550",
  ),
  row(
    "filter-field-unparsable-unnamed",
    "Invalid or unparsable field in filter request.",
    "BadRequestException",
    "The text to the left of an operator in the filter is no field of the collection.",
    "Check the names, and put each condition into its own parentheses.",
    "df-mongodb src/Resources/Table.php:391",
  ),
  row(
    "filter-list-without-parentheses",
    "Filter value lists must be wrapped in parentheses.",
    "BadRequestException",
    "A list in the filter, after `IN`, `NOT IN` or `ALL`, has no parentheses.",
    "Write `id IN (1,2,3)`.",
    "df-sqldb src/Resources/Table.php:574",
  ),
  row(
    "order-invalid",
    "Invalid order by clause in request.",
    "BadRequestException",
    "The `order` holds a semicolon.",
    "Write `order=name ASC,id DESC`.",
    "df-sqldb src/Resources/Table.php:259",
  ),
  row(
    "order-field-unknown",
    "Invalid field '{field}' in order by clause.",
    "BadRequestException",
    "`{field}` in `order` is no column of the table.",
    "Use names from `_schema`, separated by commas, each with `ASC` or `DESC` after it if you like.",
    "df-sqldb src/Resources/Table.php:275",
  ),
  row(
    "group-field-unknown",
    "Invalid or unknown field '{field}' in group by clause.",
    "BadRequestException",
    "`{field}` in `group` is no column of the table.",
    "Use names from `_schema`, separated by commas.",
    "df-sqldb src/Resources/Table.php:877",
  ),
  common(
    "field-requested-unknown",
    "Invalid field requested: {field}",
    "BadRequestException",
    "`{field}` in `fields` is no column of the table, or it is an aggregate such as `COUNT(…)` in a request without `group`.",
    "Correct the name; add `group` when you use an aggregate.",
    "df-sqldb src/Resources/Table.php:853",
  ),
  row(
    "expression-not-permitted",
    "SQL expression '{expression}' is not permitted.",
    "BadRequestException",
    "The expression `{expression}` holds a query or a word that is blocked.",
    "Use plain functions of the database, such as `NOW()`, or compute the value in the client.",
    "df-sqldb src/Resources/Table.php:679",
  ),
];
