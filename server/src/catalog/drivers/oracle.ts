import type { CodeTable } from "./explanation.ts";

/** Oracle's error numbers, as in `ORA-00942`. */
export const ORACLE_CODES: CodeTable = {
  "00001": [
    "Another row has the same value under a unique constraint.",
    "Look that row up and update it, or send another value.",
  ],
  "00054": ["A row or table is locked by somebody else.", "Try again a little later."],
  "00060": ["Two transactions waited for each other, and one was undone.", "Send the request again."],
  "00904": ["A column does not exist.", "Check the name; names in lower case need quotes in Oracle."],
  "00911": [
    "The statement holds a character that is not allowed there, often a semicolon.",
    "Remove it from the filter or the view.",
  ],
  "00933": [
    "The statement goes on where it should end.",
    "Look at `order`, `limit` and the filter; old servers know no `OFFSET`.",
  ],
  "00936": [
    "An expression is missing in the statement.",
    "Look at empty values in the filter or in `fields`.",
  ],
  "00942": [
    "The table or view does not exist, or the user may not see it.",
    "Check the name with its schema, and grant SELECT to the user of the service.",
  ],
  "00955": ["Something of this name exists already.", "Choose another name."],
  "01000": [
    "Too many cursors are open.",
    "Raise `open_cursors`, or look for procedures that do not close theirs.",
  ],
  "01017": [
    "User or password is wrong.",
    "Correct both in the settings of the service; passwords are case-sensitive.",
  ],
  "01031": ["The user may not do this.", "Grant the right to the user of the service."],
  "01400": [
    "A column that must have a value got none.",
    "Send a value for the column that the message names.",
  ],
  "01403": ["A procedure expected a row and found none.", "Check the arguments; look at the procedure."],
  "01407": [
    "A column that must have a value was to be set to null.",
    "Send a value for the column that the message names.",
  ],
  "01422": ["A procedure expected one row and found several.", "Check the arguments; look at the procedure."],
  "01438": ["A number has more digits than its column.", "Send a number that fits."],
  "01461": ["A text is too long for its column.", "Use a CLOB column, or shorten the value."],
  "01722": [
    "A text was given where a number is wanted.",
    "Send a number; in filters look at the value behind the operator.",
  ],
  "01830": [
    "A date has more parts than its format.",
    "Write the date in the format of the session, such as `2026-01-31`.",
  ],
  "01843": [
    "The month of a date is not valid.",
    "Write the date in the format of the session, such as `2026-01-31`.",
  ],
  "01861": [
    "A date does not follow the format of the session.",
    "Write it as `2026-01-31`, or convert it with TO_DATE in a view.",
  ],
  "02290": [
    "The value does not pass a check of the table.",
    "Look the check up by its name and send a value that passes.",
  ],
  "02291": [
    "A foreign key points to a row that does not exist.",
    "Create the parent row first, or correct the id.",
  ],
  "02292": ["Other rows still refer to this one.", "Delete or change those rows first."],
  "03113": ["The connection to the database broke off.", "Try again; look at the log of the database."],
  "03114": ["There is no connection to the database any more.", "Try again."],
  "03135": [
    "The connection was lost, often to a firewall that closes idle ones.",
    "Try again; keep idle connections alive.",
  ],
  "04063": ["A view or package has errors.", "Compile it and correct what the compiler says."],
  "04091": ["A trigger reads the table that it is called for.", "Change the trigger."],
  "06502": [
    "A procedure put a value into a variable that cannot hold it.",
    "Check types and lengths of the arguments.",
  ],
  "06512": [
    "This line says where in the procedure the error arose.",
    "The error itself stands in front of it.",
  ],
  "06550": [
    "The call of the procedure does not compile.",
    "Check its name, and the number, order and types of `params`.",
  ],
  "12154": [
    "The name of the connection is unknown.",
    "Correct the service name or TNS entry in the settings of the service.",
  ],
  "12170": ["The database did not answer in time.", "Check host, port and firewall."],
  "12505": ["The listener knows no such SID.", "Use the service name instead, or correct the SID."],
  "12514": [
    "The listener knows no such service.",
    "Correct the service name in the settings of the service.",
  ],
  "12541": ["No listener answers at host and port.", "Check that the listener runs, and the port."],
  "12545": ["The database host cannot be reached.", "Check the name of the host."],
  "12560": [
    "The connection failed on the way.",
    "Check the Oracle client on the server and the settings of the service.",
  ],
  "12899": ["A text is longer than its column.", "Shorten the value; accents and emoji count several bytes."],
  "28000": ["The account of the database user is locked.", "Unlock it."],
  "28001": [
    "The password of the database user has expired.",
    "Set a new password and enter it in the settings of the service.",
  ],
  "28040": ["The Oracle client on the server is too old for this database.", "Install a newer client."],
};
