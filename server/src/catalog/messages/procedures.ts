import type { MessageTemplate } from "../model.ts";
import { common, row } from "./row.ts";

/** What is said about stored procedures and functions. */
export const procedureMessages: readonly MessageTemplate[] = [
  row(
    "functions-not-supported",
    "Stored Functions are not supported by this database connection.",
    "\\Exception",
    "This database, or its driver, has no stored functions. The status is 500.",
    "Use a procedure, a view or a script.",
    "df-database src/Components/Schema.php:1260",
  ),
  row(
    "procedures-not-supported",
    "Stored Procedures are not supported by this database connection.",
    "BadRequestException",
    "This database, or its driver, has no stored procedures. The status is 400, not 501.",
    "Use a view or a script.",
    "df-database src/Components/Schema.php:1379",
  ),
  row(
    "procedure-not-found",
    "Procedure '{name}' does not exist in the database.",
    "NotFoundException",
    "The service knows no procedure `{name}`.",
    "Check the name, with its schema; `GET …/_proc?refresh=true` reads the list anew.",
    "df-sqldb src/Resources/StoredProcedure.php:340",
  ),
  row(
    "function-not-found",
    "Function '{name}' does not exist in the database.",
    "NotFoundException",
    "The service knows no function `{name}`.",
    "Check the name, with its schema, and that it is not a procedure; `GET …/_func?refresh=true` reads the list anew.",
    "df-sqldb src/Resources/StoredFunction.php:336",
  ),
  common(
    "procedure-name-empty",
    "Procedure name can not be empty.",
    "BadRequestException",
    "Nothing follows `_proc/`.",
    "Add the name of the procedure.",
    "df-sqldb src/Resources/StoredProcedure.php:303",
  ),
  common(
    "function-name-empty",
    "Function name can not be empty.",
    "BadRequestException",
    "Nothing follows `_func/`.",
    "Add the name of the function.",
    "df-sqldb src/Resources/StoredFunction.php:300",
  ),
  row(
    "procedure-call-failed",
    "Failed to call database stored procedure.\n{driverMessage}",
    "InternalServerErrorException",
    "The procedure was called and the database raised an error: {driverMessage}",
    "Look at the text of the database; check the number, order and types of `params`.",
    "df-sqldb src/Resources/StoredProcedure.php:371",
  ),
  row(
    "function-call-failed",
    "Failed to call database stored function.\n{driverMessage}",
    "InternalServerErrorException",
    "The function was called and the database raised an error: {driverMessage}",
    "Look at the text of the database; check the types of the arguments and, in PostgreSQL, the `search_path`.",
    "df-sqldb src/Resources/StoredFunction.php:366",
  ),
];
