/**
 * What a log breaks of SARIF 2.1.0: the required properties, the names, types, enumerations and bounds that the
 * standard's schema has for the objects that we write. An object that is not in the table is a mistake of its own.
 */
export function sarifMistakes(log: unknown): string[] {
  return mistakesOf(log, OBJECTS.log, "$");
}

type Check = (value: unknown, path: string) => string[];

interface Shape {
  readonly required: readonly string[];
  readonly properties: Readonly<Record<string, Check>>;
}

const text: Check = (value, path) => (typeof value === "string" ? [] : [`${path} is no string`]);
const uri: Check = (value, path) =>
  typeof value === "string" && /^(?:[\w.~!$&'()*+,;=:@/?#[\]-]|%[0-9A-F]{2})*$/i.test(value)
    ? []
    : [`${path} is no URI reference: ${value}`];
const version: Check = (value, path) =>
  typeof value === "string" && /^\d+\.\d+\.\d+/.test(value) ? [] : [`${path} is no semantic version`];
const from =
  (least: number): Check =>
  (value, path) =>
    Number.isInteger(value) && Number(value) >= least ? [] : [`${path} is no integer from ${least}`];
const oneOf =
  (...allowed: readonly unknown[]): Check =>
  (value, path) =>
    allowed.includes(value) ? [] : [`${path} is ${value}, none of ${allowed.join(", ")}`];
const object =
  (name: keyof typeof OBJECTS): Check =>
  (value, path) =>
    mistakesOf(value, OBJECTS[name], path);
const list =
  (check: Check, unique = false): Check =>
  (value, path) => {
    if (!Array.isArray(value)) return [`${path} is no list`];
    const written = value.map((item) => JSON.stringify(item));
    const repeated = unique && new Set(written).size < written.length ? [`${path} repeats an item`] : [];
    return [...repeated, ...value.flatMap((item, index) => check(item, `${path}[${index}]`))];
  };

const LEVEL = oneOf("none", "note", "warning", "error");

const OBJECTS: Readonly<
  Record<
    | "log"
    | "run"
    | "tool"
    | "driver"
    | "rule"
    | "configuration"
    | "message"
    | "result"
    | "location"
    | "physicalLocation"
    | "artifactLocation"
    | "artifact"
    | "region",
    Shape
  >
> = {
  log: {
    required: ["version", "runs"],
    properties: { $schema: uri, version: oneOf("2.1.0"), runs: list((v, p) => object("run")(v, p)) },
  },
  run: {
    required: ["tool"],
    properties: {
      tool: (v, p) => object("tool")(v, p),
      columnKind: oneOf("utf16CodeUnits", "unicodeCodePoints"),
      artifacts: list((v, p) => object("artifact")(v, p), true),
      results: list((v, p) => object("result")(v, p)),
    },
  },
  tool: { required: ["driver"], properties: { driver: (v, p) => object("driver")(v, p) } },
  driver: {
    required: ["name"],
    properties: {
      name: text,
      semanticVersion: version,
      informationUri: uri,
      rules: list((v, p) => object("rule")(v, p), true),
    },
  },
  rule: {
    required: ["id"],
    properties: {
      id: text,
      shortDescription: (v, p) => object("message")(v, p),
      fullDescription: (v, p) => object("message")(v, p),
      defaultConfiguration: (v, p) => object("configuration")(v, p),
    },
  },
  configuration: { required: [], properties: { level: LEVEL } },
  message: { required: ["text"], properties: { text } },
  result: {
    required: ["message"],
    properties: {
      ruleId: text,
      ruleIndex: from(-1),
      level: LEVEL,
      message: (v, p) => object("message")(v, p),
      locations: list((v, p) => object("location")(v, p)),
    },
  },
  location: { required: [], properties: { physicalLocation: (v, p) => object("physicalLocation")(v, p) } },
  physicalLocation: {
    required: ["artifactLocation"],
    properties: {
      artifactLocation: (v, p) => object("artifactLocation")(v, p),
      region: (v, p) => object("region")(v, p),
    },
  },
  artifactLocation: { required: [], properties: { uri, index: from(-1) } },
  artifact: { required: [], properties: { location: (v, p) => object("artifactLocation")(v, p) } },
  region: {
    required: [],
    properties: { startLine: from(1), startColumn: from(1), endLine: from(1), endColumn: from(1) },
  },
};

function mistakesOf(value: unknown, { required, properties }: Shape, path: string): string[] {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return [`${path} is no object`];
  const missing = required
    .filter((name) => !Object.hasOwn(value, name))
    .map((name) => `${path}.${name} is missing`);
  const wrong = Object.entries(value).flatMap(([name, each]) =>
    properties[name] === undefined
      ? [`${path}.${name} is not in the standard`]
      : properties[name](each, `${path}.${name}`),
  );
  return [...missing, ...wrong];
}
