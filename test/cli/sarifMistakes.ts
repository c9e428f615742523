import { readFileSync } from "node:fs";
import { Ajv } from "ajv";
import addFormats from "ajv-formats";

/** The schema of SARIF 2.1.0 as the standard's makers publish it. */
const SCHEMA = "node_modules/@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json";

// It is written in draft 4, of which it uses nothing that the later drafts changed but the name of `id`.
const { id: $id, ...schema } = JSON.parse(readFileSync(SCHEMA, "utf8"));
const ajv = new Ajv({ strict: false, allErrors: true, validateSchema: false, unicodeRegExp: false });
addFormats.default(ajv);
const validate = ajv.compile({ ...schema, $id, $schema: undefined });

/** What a log breaks of the schema of SARIF 2.1.0, by place. */
export function sarifMistakes(log: unknown): string[] {
  validate(log);
  return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath}: ${message}`);
}
