import assert from "node:assert/strict";
import { suite, test } from "node:test";
import { curlCode, findDriverCodes, sqlStateCode } from "../../server/src/catalog/driverCodes.ts";
import { CURL_CODES } from "../../server/src/catalog/drivers/curl.ts";
import { DRIVER_TEXTS } from "../../server/src/catalog/drivers/driverTexts.ts";
import { MYSQL_CODES } from "../../server/src/catalog/drivers/mysql.ts";
import { ORACLE_CODES } from "../../server/src/catalog/drivers/oracle.ts";
import { SQL_SERVER_CODES } from "../../server/src/catalog/drivers/sqlServer.ts";
import { SQL_STATE_CLASSES, SQL_STATES } from "../../server/src/catalog/drivers/sqlStates.ts";
import { assertLinear } from "../support/linear.ts";

/** A message, the names of the codes in it, and what the first one captured. */
const MESSAGES: readonly (readonly [string, readonly string[], Record<string, string>?])[] = [
  [
    "SQLSTATE[23000]: Integrity constraint violation: 1062 Duplicate entry 'test5' for key 'name'",
    ["MySQL 1062", "SQLSTATE 23000"],
    { value: "test5", key: "name" },
  ],
  ["Duplicate entry 'O'Brien' for key 'name'", ["MySQL 1062"], { value: "O'Brien", key: "name" }],
  ["SQLSTATE[HY000] [2002] Connection refused", ["MySQL 2002"]],
  [
    "SQLSTATE[HY000] [2002] php_network_getaddresses: getaddrinfo for db failed: Name or service not known",
    ["Host name", "MySQL 2002"],
    { host: "db" },
  ],
  [
    "SQLSTATE[42S02]: Base table or view not found: 2003 SQL compilation error: Object 'X' does not exist or not authorized.",
    ["Snowflake object", "SQLSTATE 42S02"],
    { object: "X" },
  ],
  [
    'SQLSTATE[42704]: Undefined object: -204 [IBM][CLI Driver][DB2/LINUXX8664] SQL0204N "X" is an undefined name.',
    ["SQLSTATE 42704"],
  ],
  [
    "E11000 duplicate key error collection: test.people index: email_1 dup key: { email: 1 }",
    ["MongoDB 11000"],
    { collection: "test.people", index: "email_1" },
  ],
  [
    "SQLSTATE[28000] [1045] Access denied for user &#039;df&#039;@&#039;10.0.0.1&#039; (using password: YES)",
    ["MySQL 1045", "SQLSTATE 28000"],
    { user: "df", host: "10.0.0.1" },
  ],
  [
    "SQLSTATE[42S22]: Column not found: 1054 Unknown column 'a' in 'field list' (SQL: select a)",
    ["MySQL 1054", "SQLSTATE 42S22"],
    { column: "a", clause: "field list" },
  ],
  [
    "SQLSTATE[23000]: Integrity constraint violation: 1451 Cannot delete or update a parent row: a foreign key constraint fails (`db`.`orders`, CONSTRAINT `fk` FOREIGN KEY (`a`) REFERENCES `b` (`id`))",
    ["MySQL 1451", "SQLSTATE 23000"],
    { database: "db", table: "orders" },
  ],
  [
    "SQLSTATE[HY000]: General error: 1364 Field 'x' doesn't have a default value",
    ["MySQL 1364"],
    { field: "x" },
  ],
  ["SQLSTATE[HY000]: General error: 1366 whatever a newer server says", ["MySQL 1366"]],
  ["SQLSTATE[HY000]: General error: something", ["SQLSTATE HY000"]],
  [
    'SQLSTATE[23505]: Unique violation: 7 ERROR:  duplicate key value violates unique constraint "contact_pkey"',
    ["SQLSTATE 23505"],
    { constraint: "contact_pkey" },
  ],
  [
    'SQLSTATE[42703]: Undefined column: 7 ERROR:  column "x" of relation "y" does not exist',
    ["SQLSTATE 42703"],
    { column: "x", table: "y" },
  ],
  [
    'SQLSTATE[42P01]: Undefined table: 7 ERROR:  relation "a.b" does not exist\nLINE 1: select',
    ["SQLSTATE 42P01"],
    { table: "a.b" },
  ],
  [
    "SQLSTATE[42883]: Undefined function: 7 ERROR:  function st_setsrid(public.geometry, integer) does not exist",
    ["SQLSTATE 42883"],
    { name: "st_setsrid(public.geometry, integer)" },
  ],
  [
    'SQLSTATE[22P02]: Invalid text representation: 7 ERROR:  invalid input syntax for type integer: "abc"',
    ["SQLSTATE 22P02"],
    { type: "type integer", value: "abc" },
  ],
  [
    "SQLSTATE[23000]: Integrity constraint violation: 19 NOT NULL constraint failed: cors_config.created_date (SQL: insert)",
    ["SQLite NOT NULL", "SQLSTATE 23000"],
    { column: "cors_config.created_date" },
  ],
  [
    "SQLSTATE[HY000]: General error: 1 no such table: user (SQL: select 1)",
    ["SQLite no such table"],
    { table: "user" },
  ],
  [
    "SQLSTATE[42S02]: [Microsoft][ODBC Driver 17 for SQL Server][SQL Server]Invalid object name 'dbo.x'. (SQL: select)",
    ["SQL Server 208", "SQLSTATE 42S02"],
    { table: "dbo.x" },
  ],
  [
    "SQLSTATE[HY000]: General error: 1205 General SQL Server error: Check messages from the SQL Server [1205] (severity 13)",
    ["SQL Server 1205"],
  ],
  ["Error Code    : 942\nError Message : ORA-00942: table or view does not exist", ["ORA-00942"]],
  ["SQLSTATE[HY000]: General error: 1400 OCIStmtExecute: ORA-01400: cannot insert NULL", ["ORA-01400"]],
  ["cURL error 28: Operation timed out after 30001 milliseconds", ["cURL 28"]],
  ["curl: (6) Could not resolve host: example.invalid", ["cURL 6"]],
  ["SQLSTATE[23X99]: something new", ["SQLSTATE 23X99"]],
  ["SQLSTATE[ZZ999]: something newer", []],
  ["ORA-99999 and cURL error 999", []],
  ["Invalid credentials supplied.", []],
  ["", []],
];

suite("findDriverCodes", () => {
  for (const [message, names, captures] of MESSAGES) {
    test(`${JSON.stringify(message.slice(0, 80))} holds ${names.join(", ") || "no code"}`, () => {
      const found = findDriverCodes(message);
      assert.deepEqual(
        found.map(({ name }) => name),
        names,
      );
      assert.deepEqual(found[0]?.captures, captures);
    });
  }

  test("every sentence of a driver is found and its explanation uses nothing but its holes", () => {
    for (const { name, template, explanation } of DRIVER_TEXTS) {
      const message = template.replace(/\{(\w+)\}/g, "some_$1");
      const code = findDriverCodes(message).find((found) => found.name === name);
      assert.ok(code, message);
      const used = [...explanation.join(" ").matchAll(/\{(\w+)\}/g)].map(([, hole = ""]) => hole);
      assert.deepEqual(
        used.filter((hole) => code.captures?.[hole] !== `some_${hole}`),
        [],
        message,
      );
    }
  });

  const hostile: readonly (readonly [string, string])[] = [
    ["half sentences", "Duplicate entry '".repeat(60_000)],
    ["states", "SQLSTATE[23000]: Integrity ".repeat(40_000)],
    ["colons", `SQLSTATE[23000]: ${":".repeat(1_000_000)}`],
    ["quotes", `column "${'"'.repeat(1_000_000)}`],
  ];
  for (const [name, message] of hostile) {
    test(`a megabyte of ${name} is read in time that grows with it`, () =>
      assertLinear(findDriverCodes, message));
  }
});

suite("tables of codes", () => {
  const tables = { CURL_CODES, MYSQL_CODES, ORACLE_CODES, SQL_SERVER_CODES, SQL_STATES, SQL_STATE_CLASSES };
  for (const [name, table] of Object.entries(tables)) {
    test(`every row of ${name} says in whole sentences what it means and what to do`, () => {
      for (const [code, [meaning, fix]] of Object.entries(table)) {
        assert.match(meaning, /^[A-Z].*\.$/, code);
        assert.match(fix, /^[A-Z].*\.$/, code);
      }
    });
  }

  test("a bare number of cURL and a bare SQLSTATE can be looked up", () => {
    assert.equal(curlCode(7)?.name, "cURL 7");
    assert.equal(curlCode(404), undefined);
    assert.equal(sqlStateCode("23000")?.name, "SQLSTATE 23000");
    assert.equal(sqlStateCode("23999")?.name, "SQLSTATE 23999");
    assert.equal(sqlStateCode("constructor"), undefined);
    assert.equal(sqlStateCode("hello"), undefined);
  });
});
