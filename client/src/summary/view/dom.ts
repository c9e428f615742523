type Attributes = Readonly<Record<string, string | number | boolean | undefined>>;
type Child = Node | string | undefined;

/** An element; text from logs goes in as text only. */
export function element<K extends keyof HTMLElementTagNameMap>(
  name: K,
  attributes: Attributes = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[K] {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value === true) made.setAttribute(key, "");
    else if (value !== undefined && value !== false) made.setAttribute(key, String(value));
  }
  made.append(...children.filter((child) => child !== undefined));
  return made;
}

export function button(
  label: string,
  run: () => void | Promise<void>,
  attributes: Attributes = {},
): HTMLButtonElement {
  const made = element("button", { type: "button", ...attributes }, label);
  made.addEventListener("click", run);
  return made;
}

/** A table with a caption that screen readers announce; the first cell of a row is its header. */
export function table(
  caption: string,
  header: readonly string[],
  rows: readonly (readonly (Node | string)[])[],
): HTMLTableElement {
  const head = element("tr", {}, ...header.map((text) => element("th", { scope: "col" }, text)));
  const body = rows.map((cells) =>
    element(
      "tr",
      {},
      ...cells.map((cell, at) => element(at === 0 ? "th" : "td", at === 0 ? { scope: "row" } : {}, cell)),
    ),
  );
  return element(
    "table",
    {},
    element("caption", { class: "hidden" }, caption),
    element("thead", {}, head),
    element("tbody", {}, ...body),
  );
}

/** A text with `{0}`, `{1}` … filled. */
export function fill(text: string, ...values: readonly (string | number)[]): string {
  return text.replace(/\{(\d)\}/g, (hole, at: string) => String(values[Number(at)] ?? hole));
}
