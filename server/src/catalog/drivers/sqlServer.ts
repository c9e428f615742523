import type { CodeTable } from "./explanation.ts";

/** Error numbers of Microsoft SQL Server. */
export const SQL_SERVER_CODES: CodeTable = {
  102: ["The statement has a syntax error.", "Look at the filter, the view or the procedure it comes from."],
  201: ["The procedure was called without one of its parameters.", "Add it to `params`."],
  207: ["A column does not exist.", "Check the name; refresh the schema with `?refresh=true`."],
  208: ["A table or view does not exist.", "Check the name with its schema, such as `dbo.contact`."],
  229: ["The database user may not do this.", "Grant the right to the user of the service."],
  245: ["A text could not be converted to a number or date.", "Send a value of the type of the column."],
  515: ["A column that must have a value got none.", "Send a value for the column that the message names."],
  544: [
    "A value was sent for an identity column, which the database numbers itself.",
    "Leave the column out of the record.",
  ],
  547: [
    "A foreign key or check is broken.",
    "Write the parent row first, delete dependent rows first, or send a value that passes.",
  ],
  1205: ["Two transactions waited for each other, and this one was undone.", "Send the request again."],
  2601: [
    "Another row has the same value under a unique index.",
    "Look that row up and update it, or send another value.",
  ],
  2627: [
    "Another row has the same value under a unique or primary key.",
    "Look that row up and update it, or send another value.",
  ],
  2628: ["A text is longer than its column.", "Shorten the value, or make the column wider."],
  2812: ["The procedure does not exist.", "Check the name with its schema, such as `dbo.name`."],
  4060: [
    "The database does not exist, or the user may not open it.",
    "Correct the name of the database, or give the login a user in it.",
  ],
  8114: [
    "A value could not be converted to the type of a parameter or column.",
    "Send a value of that type.",
  ],
  8144: [
    "The procedure was called with too many arguments.",
    "Compare `params` with the parameters of the procedure.",
  ],
  8152: ["A text is longer than its column.", "Shorten the value, or make the column wider."],
  18456: [
    "The login failed.",
    "Correct user and password of the service; SQL Server logins must be enabled.",
  ],
};
