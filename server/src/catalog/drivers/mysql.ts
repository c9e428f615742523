import type { CodeTable } from "./explanation.ts";

/** Error numbers of MySQL and MariaDB: the server's from 1000, the client's from 2000. */
export const MYSQL_CODES: CodeTable = {
  1040: ["The database server has no connection left.", "Close idle connections or raise `max_connections`."],
  1044: [
    "The database user has no rights on this database.",
    "Grant them, or correct the name of the database.",
  ],
  1045: [
    "The database does not accept this user or password.",
    "Correct both in the settings of the service, and grant the user access from this host.",
  ],
  1046: ["No database was chosen.", "Enter the name of the database in the settings of the service."],
  1048: ["A column that must have a value got `null`.", "Send a value for the column."],
  1049: ["The database does not exist.", "Correct its name in the settings of the service, or create it."],
  1050: ["A table of this name exists already.", "Choose another name, or change the table that is there."],
  1051: ["The table to drop does not exist.", "Refresh the schema with `?refresh=true`."],
  1052: [
    "A column name fits several tables.",
    "Put the table in front of the column in the view or procedure.",
  ],
  1054: ["A column does not exist.", "Check the name; refresh the schema with `?refresh=true`."],
  1060: ["A column of this name exists already.", "Choose another name."],
  1062: [
    "Another row has the same value under a unique key.",
    "Look that row up and update it, or send another value.",
  ],
  1064: [
    "The statement has a syntax error.",
    "The text after `near` shows the place; look at the filter, the view or the procedure it comes from.",
  ],
  1067: ["The default value does not fit the type of the column.", "Correct the default in the schema."],
  1091: ["The column or key to drop does not exist.", "Refresh the schema with `?refresh=true`."],
  1136: ["A row has more or fewer values than columns.", "Compare the fields of the record with the schema."],
  1142: ["The database user may not do this on the table.", "Grant the right to the user of the service."],
  1146: ["A table does not exist.", "Check the name; refresh the schema with `?refresh=true`."],
  1153: [
    "The statement is larger than the server takes.",
    "Send fewer records at once, or raise `max_allowed_packet`.",
  ],
  1205: ["A row stayed locked for too long.", "Try again; look for long transactions."],
  1213: ["Two transactions waited for each other, and this one was undone.", "Send the request again."],
  1216: [
    "A foreign key points to a row that does not exist.",
    "Create the parent row first, or correct the id.",
  ],
  1217: ["Other rows still refer to this one.", "Delete or change those rows first."],
  1227: [
    "The database user lacks a right that concerns the whole server.",
    "Run the statement as a user who has it.",
  ],
  1264: [
    "A number is too large or too small for its column.",
    "Send a number that fits, or change the type of the column.",
  ],
  1265: [
    "A value had to be cut to fit its column.",
    "Send a value that the column takes; for ENUM columns one of the list.",
  ],
  1292: ["A text is not a date, time or number.", "Write dates as `2026-01-31` and times as `23:59:59`."],
  1304: ["A procedure or function of this name exists already.", "Choose another name."],
  1305: ["The procedure or function does not exist.", "Check the name and the database it belongs to."],
  1318: [
    "The procedure was called with more or fewer arguments than it has.",
    "Compare `params` with the parameters of the procedure.",
  ],
  1364: [
    "A column has no default, and the record has no value for it.",
    "Add the field to the record, or give the column a default.",
  ],
  1366: [
    "A text cannot be stored in its column: wrong type or character set.",
    "Send a number to numeric columns; use `utf8mb4` for emoji.",
  ],
  1370: ["The database user may not run this routine.", "Grant EXECUTE to the user of the service."],
  1406: ["A text is longer than its column.", "Shorten the value, or make the column wider."],
  1442: ["A trigger changes the table that it is called for.", "Change the trigger."],
  1451: [
    "Other rows still refer to this one.",
    "Delete or change those rows first, or let the foreign key cascade.",
  ],
  1452: [
    "A foreign key points to a row that does not exist.",
    "Create the parent row first, or correct the id.",
  ],
  1644: [
    "A procedure or trigger raised this error itself.",
    "Read its message; look at the code of the procedure or trigger.",
  ],
  1698: [
    "The database user logs in by the operating system, not by password.",
    "Make a user with a password for the service.",
  ],
  2002: [
    "Nothing answers at the host and port of the database, or the socket does not exist.",
    "Check that the database runs and the host of the service; inside Docker `localhost` is the container itself.",
  ],
  2003: [
    "Nothing answers at the host and port of the database.",
    "Check that the database runs, its port and the firewall.",
  ],
  2005: ["The name of the database host is unknown.", "Correct the host of the service."],
  2006: [
    "The database closed the connection.",
    "Try again; send less at once, or raise `max_allowed_packet` and `wait_timeout`.",
  ],
  2013: [
    "The connection broke while the statement ran.",
    "Try again; look for restarts, and for queries that take too long.",
  ],
  2014: ["An earlier result was not read to its end.", "Look at procedures that return several results."],
  2054: [
    "The driver does not know how this server checks passwords.",
    "Create the user with `mysql_native_password`, or update PHP's driver.",
  ],
  3140: ["A text for a JSON column is not JSON.", "Send valid JSON text."],
  3780: ["The two columns of a foreign key have different types.", "Give both the same type."],
  3819: [
    "The value does not pass a check of the table.",
    "Look the check up by its name and send a value that passes.",
  ],
};
