import { CURL_CODES } from "./drivers/curl.ts";
import type { CodeTable } from "./drivers/explanation.ts";
import { MYSQL_CODES } from "./drivers/mysql.ts";
import { ORACLE_CODES } from "./drivers/oracle.ts";
import { SQL_SERVER_CODES } from "./drivers/sqlServer.ts";
import { SQL_STATES } from "./drivers/sqlStates.ts";
import type { DriverCode } from "./model.ts";

const TABLES: readonly (readonly [prefix: string, table: CodeTable])[] = [
  ["SQLSTATE ", SQL_STATES],
  ["MySQL ", MYSQL_CODES],
  ["ORA-", ORACLE_CODES],
  ["SQL Server ", SQL_SERVER_CODES],
  ["cURL ", CURL_CODES],
];

/** Every code of a database or of cURL that has an explanation of its own, named as in messages. */
export const DRIVER_CODES: readonly DriverCode[] = TABLES.flatMap(([prefix, table]) =>
  Object.entries(table).map(([code, [meaning, fix]]) => ({ name: prefix + code, meaning, fix })),
);
