import type { CodeTable } from "./explanation.ts";

/** SQLSTATEs that reach the users of an API, from the SQL standard, ODBC and PostgreSQL. */
export const SQL_STATES: CodeTable = {
  "01000": [
    "The database gave a warning where none was expected.",
    "Read the words after the code; often a value was shortened to fit its column.",
  ],
  "08001": [
    "The database server could not be reached.",
    "Check host, port and firewall of the database service.",
  ],
  "08003": [
    "The connection was used after it had been closed.",
    "Send the request again; check the limits on idle connections.",
  ],
  "08004": [
    "The database server refused the connection.",
    "Check the user's right to connect and the limit on connections.",
  ],
  "08006": [
    "The connection to the database failed or broke off.",
    "Check that the database runs and that nothing between the servers closes connections; then try again.",
  ],
  "08S01": [
    "The line to the database broke off.",
    "Try again; look for restarts and timeouts of the database.",
  ],
  "21S01": [
    "The statement has more or fewer values than columns.",
    "Compare the fields of the record with the schema; a trigger or procedure may be at fault.",
  ],
  "22001": ["A text is longer than its column.", "Shorten the value, or make the column wider."],
  "22003": [
    "A number is too large or too small for its column.",
    "Send a number that fits, or change the type of the column.",
  ],
  "22007": ["A text is not a date or a time.", "Write dates as `2026-01-31` and times as `23:59:59`."],
  "22008": [
    "A date or time does not exist or lies out of range.",
    "Check day, month and time zone of the value.",
  ],
  "22012": ["The statement divides by zero.", "Look at the expression, view or procedure that divides."],
  "22018": [
    "A text could not be converted to the type of its column.",
    "Send a value of the type of the column.",
  ],
  "22021": ["A text holds bytes that its encoding does not know.", "Send UTF-8."],
  "22023": ["A function was called with a value it does not accept.", "Check the arguments."],
  "22P02": [
    "A text was given where PostgreSQL wants another type, such as a number or a UUID.",
    "Send a value of the type of the column; in filters look at the value behind the operator.",
  ],
  "23000": [
    "The record breaks a rule of the table: a value that must be unique, must not be null, or must point to another row.",
    "The words after the code name the rule; change the value, or write the other row first.",
  ],
  "23001": ["Other rows still refer to this one.", "Delete or change those rows first."],
  "23502": [
    "A column that must have a value got none.",
    "Send a value for the column that the message names.",
  ],
  "23503": [
    "A foreign key is broken: the row it points to does not exist, or rows still point to the one to be deleted.",
    "Write the parent row first, or delete the dependent rows first.",
  ],
  "23505": [
    "Another row has the same value in a unique column.",
    "Look that row up and update it, or send another value.",
  ],
  "23514": [
    "The value does not pass a check of the table.",
    "Look the check up by its name and send a value that passes.",
  ],
  "25006": [
    "The database or the transaction is read-only.",
    "Write to the primary server instead of a replica.",
  ],
  "25P02": [
    "An earlier statement of the transaction failed, so this one was not run.",
    "Look for the first error; this one follows from it.",
  ],
  "28000": [
    "The database does not accept this user.",
    "Correct user and password of the service, and where the user may connect from.",
  ],
  "28P01": [
    "The password of the database user is wrong.",
    "Correct the password in the settings of the service.",
  ],
  "34000": ["A cursor does not exist.", "Look at the procedure that uses it."],
  "3D000": [
    "The database does not exist.",
    "Correct the name of the database in the settings of the service.",
  ],
  "3F000": [
    "The database schema does not exist.",
    "Correct the name of the schema in the settings of the service or in the path.",
  ],
  "40001": [
    "The transaction collided with another one and was undone.",
    "Send the request again, with a growing pause in between.",
  ],
  "40P01": [
    "Two transactions waited for each other, and this one was undone.",
    "Send the request again; write tables in the same order everywhere.",
  ],
  "42000": [
    "The statement has a syntax error, or the user may not do this.",
    "Read the words after the code. In a filter check operators and quotes; otherwise grant the right to the user of the service.",
  ],
  "42501": [
    "The database user may not do this.",
    "Grant the right on the table, sequence or schema to the user of the service.",
  ],
  "42601": [
    "The statement has a syntax error.",
    "The text after `at or near` shows the place; look at the filter, the view or the settings it comes from.",
  ],
  "42702": [
    "A column name fits several tables.",
    "Put the table in front of the column in the view or procedure.",
  ],
  "42703": [
    "A column does not exist.",
    "Check the name, with upper and lower case; refresh the schema with `?refresh=true`.",
  ],
  "42704": [
    "The statement names something that does not exist.",
    "Check the names of tables, types and schemas.",
  ],
  "42710": ["Something of this name exists already.", "Choose another name, or change what is there."],
  "42804": ["The type of a value does not fit its column.", "Send a value of the type of the column."],
  "42830": [
    "The foreign key does not point to a unique column.",
    "Make the column unique that the key points to.",
  ],
  "42883": [
    "No function or operator takes arguments of these types.",
    "Check the name and the types of the arguments, and that the schema of the function is in the `search_path`.",
  ],
  "42P01": [
    "A table does not exist.",
    "Check the name and its schema; refresh the schema with `?refresh=true`.",
  ],
  "42P07": [
    "A table of this name exists already.",
    "Choose another name, or change the table that is there.",
  ],
  "42S01": [
    "A table of this name exists already.",
    "Choose another name, or change the table that is there.",
  ],
  "42S02": ["A table or view does not exist.", "Check the name; refresh the schema with `?refresh=true`."],
  "42S21": [
    "A column of this name exists already.",
    "Choose another name, or change the column that is there.",
  ],
  "42S22": ["A column does not exist.", "Check the name; refresh the schema with `?refresh=true`."],
  "53300": [
    "The database server has no connection left.",
    "Close idle connections, use a pool, or raise the limit.",
  ],
  "55P03": ["A row or table is locked by somebody else.", "Try again a little later."],
  "57014": [
    "The statement was canceled, usually because it took too long.",
    "Narrow the filter, add an index, or raise the time limit.",
  ],
  "57P01": ["The database server was shut down.", "Wait until it is back, then try again."],
  "57P03": ["The database server is starting and takes no connections yet.", "Try again in a moment."],
  HY000: [
    "An error that the driver does not classify.",
    "Read the number and the words after the code: they are the real message.",
  ],
  HY001: ["The driver ran out of memory.", "Ask for fewer rows or fewer large columns."],
  HY093: [
    "The statement has more or fewer parameters than values.",
    "Check the names in `params` of the filter; a colon inside a value can be taken for a parameter.",
  ],
  HYT00: [
    "The driver waited too long for the database.",
    "Check that the database can be reached; raise the time limit if the query is slow.",
  ],
  IM002: [
    "The ODBC driver or its data source is not installed on the server.",
    "Install the ODBC driver that the service names.",
  ],
  P0001: [
    "A procedure or trigger raised this error itself.",
    "Read its message; look at the code of the procedure or trigger.",
  ],
  XX000: ["An internal error of PostgreSQL.", "Look at the log of the database server."],
};

/** SQLSTATE classes: the first two characters of a state that has no row of its own. */
export const SQL_STATE_CLASSES: CodeTable = {
  "01": ["The database gave a warning.", "Read the words after the code."],
  "02": ["There was no row to work on.", "Check the filter or the id."],
  "08": [
    "The connection to the database failed.",
    "Check that the database runs and can be reached from the server.",
  ],
  "0A": ["The database does not support what was asked.", "Ask for it in another way."],
  "21": [
    "A statement returned or took another number of values than expected.",
    "Look at the view or procedure behind it.",
  ],
  "22": ["A value does not fit its type.", "Compare the values of the record with the types in the schema."],
  "23": [
    "The record breaks a rule of the table.",
    "The words after the code name the rule; change the value, or write the other row first.",
  ],
  "25": [
    "The state of the transaction does not allow this.",
    "Look for an earlier error in the same request.",
  ],
  "28": ["The database does not accept this user.", "Correct user and password of the service."],
  "40": ["The transaction was undone.", "Send the request again."],
  "42": [
    "The statement has a syntax error, names something that does not exist, or is not allowed.",
    "Check the names of tables and columns, then the rights of the user of the service.",
  ],
  "53": [
    "The database server is short of memory, disk space or connections.",
    "Free some, or raise the limits.",
  ],
  "54": ["A limit of the database was exceeded.", "Make the request smaller."],
  "55": ["The object is in use or not in the right state.", "Try again a little later."],
  "57": [
    "An operator or the server itself stopped the statement.",
    "Try again; look at the log of the database.",
  ],
  "58": ["The system below the database failed.", "Look at the log and the disks of the database server."],
  HY: ["An error that the driver does not classify.", "Read the words after the code."],
  IM: ["The ODBC driver is missing or misconfigured.", "Check the drivers that are installed on the server."],
};
