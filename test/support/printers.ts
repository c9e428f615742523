/** How languages other than JavaScript print a value that was read from JSON. */

type Print = (value: unknown) => string;

export const python: Print = (value) => {
  if (value === null) return "None";
  if (typeof value === "string") return pythonString(value);
  if (Array.isArray(value)) return `[${value.map(python).join(", ")}]`;
  if (isRecord(value)) return `{${members(value, (key, each) => `'${key}': ${python(each)}`).join(", ")}}`;
  return String(value);
};

export const ruby: Print = (value) => {
  if (value === null) return "nil";
  if (Array.isArray(value)) return `[${value.map(ruby).join(", ")}]`;
  if (isRecord(value)) return `{${members(value, (key, each) => `"${key}"=>${ruby(each)}`).join(", ")}}`;
  return JSON.stringify(value);
};

/** Java and Kotlin: strings have no quotes. */
export const java: Print = (value) => {
  if (Array.isArray(value)) return `[${value.map(java).join(", ")}]`;
  if (isRecord(value)) return `{${members(value, (key, each) => `${key}=${java(each)}`).join(", ")}}`;
  return String(value);
};

/** Go's `%v`: keys in order, no commas. */
export const go: Print = (value) => {
  if (value === null) return "<nil>";
  if (Array.isArray(value)) return `[${value.map(go).join(" ")}]`;
  if (isRecord(value)) {
    return `map[${members(value, (key, each) => `${key}:${go(each)}`)
      .sort()
      .join(" ")}]`;
  }
  return String(value);
};

export const phpVarExport: Print = (value) => {
  if (value === null) return "NULL";
  if (typeof value === "string") return `'${value.replace(/[\\']/g, "\\$&")}'`;
  if (!isContainer(value)) return String(value);
  const items = Object.entries(value).map(([key, each]) => {
    const name = Array.isArray(value) ? key : `'${key}'`;
    const gap = isContainer(each) ? "\n" : "";
    return `${name} => ${gap}${phpVarExport(each)},\n`;
  });
  return `array (\n${indent(items.join(""), 2)})`;
};

/** PHP's `print_r`: strings have no quotes, null is nothing. */
export const phpPrintR: Print = (value) => {
  if (value === null) return "";
  if (!isContainer(value)) return String(value);
  const items = Object.entries(value).map(
    ([key, each]) => `[${key}] => ${indent(phpPrintR(each), 8).trimStart()}\n`,
  );
  return `Array\n(\n${indent(items.join(""), 4)})\n`;
};

export const powershell: Print = (value) => {
  if (value === null) return "";
  if (Array.isArray(value)) return "System.Object[]";
  if (isRecord(value)) return `@{${members(value, (key, each) => `${key}=${powershell(each)}`).join("; ")}}`;
  return String(value);
};

function pythonString(text: string): string {
  const quote = text.includes("'") && !text.includes('"') ? '"' : "'";
  return `${quote}${text.replace(/\\/g, "\\\\").replace(/\n/g, "\\n").replaceAll(quote, `\\${quote}`)}${quote}`;
}

function members(value: Record<string, unknown>, print: (key: string, each: unknown) => string): string[] {
  return Object.entries(value).map(([key, each]) => print(key, each));
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return isContainer(value) && !Array.isArray(value);
}

function isContainer(value: unknown): value is Record<string, unknown> | unknown[] {
  return typeof value === "object" && value !== null;
}

function indent(text: string, by: number): string {
  return text.replace(/^(?=.)/gm, " ".repeat(by));
}
