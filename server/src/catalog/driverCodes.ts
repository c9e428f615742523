import { decodeEntities } from "../text/entities.ts";
import { CURL_CODES } from "./drivers/curl.ts";
import { DRIVER_TEXTS } from "./drivers/driverTexts.ts";
import type { CodeTable } from "./drivers/explanation.ts";
import { findTexts } from "./drivers/findTexts.ts";
import { MYSQL_CODES } from "./drivers/mysql.ts";
import { ORACLE_CODES } from "./drivers/oracle.ts";
import { SQL_SERVER_CODES } from "./drivers/sqlServer.ts";
import { SQL_STATE_CLASSES, SQL_STATES } from "./drivers/sqlStates.ts";
import { foldText } from "./messages/fold.ts";
import type { DriverCode } from "./model.ts";

/**
 * The codes of databases and of cURL that a message mentions, most telling first, each once. Sentences of drivers
 * are recognized without their number too. Linear in the message; never throws.
 */
export function findDriverCodes(message: string): readonly DriverCode[] {
  const folded = foldText(decodeEntities(message));
  const found = [
    ...findTexts(DRIVER_TEXTS, folded),
    ...vendorNumbers(folded.text),
    ...numbersAfter(/\bORA-(\d{5})\b/g, folded.text).map((code) => lookUp(ORACLE_CODES, code, "ORA-")),
    ...numbersAfter(/\bcurl(?: error |: \()(\d{1,3})\b/gi, folded.text).map((code) => curlCode(Number(code))),
    ...numbersAfter(/\bSQLSTATE\[(\w{5})\]/g, folded.text).map(sqlStateCode),
  ];
  const byName = new Map<string, DriverCode>();
  for (const code of found) {
    if (code !== undefined && !byName.has(code.name)) byName.set(code.name, code);
  }
  if (byName.size > 1) byName.delete(UNCLASSIFIED);
  return [...byName.values()];
}

/** What an error number of libcurl means, such as the 28 that a remote service's error has as its code. */
export function curlCode(code: number): DriverCode | undefined {
  return lookUp(CURL_CODES, String(code), "cURL ");
}

/** What an SQLSTATE means, such as the `"23000"` that a failing record has as its code; by its class if need be. */
export function sqlStateCode(state: string): DriverCode | undefined {
  if (!/^[0-9A-Z]{5}$/.test(state)) return undefined;
  const exact = lookUp(SQL_STATES, state, "SQLSTATE ");
  if (exact !== undefined) return exact;
  const byClass = lookUp(SQL_STATE_CLASSES, state.slice(0, 2), "SQLSTATE ");
  return byClass && { ...byClass, name: `SQLSTATE ${state}` };
}

/** Its explanation says only that the words behind it are the real message. */
const UNCLASSIFIED = "SQLSTATE HY000";

/** Where drivers put their own number: `SQLSTATE[HY000] [2002] …` or `SQLSTATE[23000]: Integrity …: 1062 …`. */
const NUMBER_AFTER_STATE = /\bSQLSTATE\[\w{5}\](?:: [^:]{1,60}:)? \[?(\d{3,5})\b/g;

/** Databases whose numbers stand where MySQL's do and mean other things. */
const OTHER_DATABASES = /ORA-|SQL compilation error|\[(?:IBM|Snowflake|Oracle)\]/;

function vendorNumbers(message: string): (DriverCode | undefined)[] {
  if (OTHER_DATABASES.test(message)) return [];
  const numbers = numbersAfter(NUMBER_AFTER_STATE, message);
  return message.includes("SQL Server")
    ? numbers.map((number) => lookUp(SQL_SERVER_CODES, number, "SQL Server "))
    : numbers.map((number) => lookUp(MYSQL_CODES, number, "MySQL "));
}

function numbersAfter(pattern: RegExp, message: string): string[] {
  return Array.from(message.matchAll(pattern), ([, number = ""]) => number);
}

function lookUp(table: CodeTable, code: string, prefix: string): DriverCode | undefined {
  const explanation = Object.hasOwn(table, code) ? table[code] : undefined;
  if (explanation === undefined) return undefined;
  const [meaning, fix] = explanation;
  return { name: prefix + code, meaning, fix };
}
