import { button, element } from "./dom.ts";
import { fieldOf, momentOf } from "./formats.ts";
import type { Page } from "./page.ts";
import { MOST_SERIES } from "./timeline.ts";

/** The filters. Its fields stay while the user works in them; `update` brings in what other parts of the page chose. */
export interface FilterBar {
  readonly root: HTMLElement;
  update(classes: readonly string[]): void;
}

export function createFilterBar(page: Page): FilterBar {
  const { words } = page;
  const text = element("input", { type: "search", placeholder: words.textHint, id: "text" });
  text.addEventListener("input", () => page.setFilter({ text: text.value || undefined }));
  const from = timeField("from", (moment) => page.setFilter({ from: moment }));
  const to = timeField("to", (moment) => page.setFilter({ to: moment }));
  const boxes = element("div", { class: "classes" });
  const root = element(
    "form",
    { class: "filters", role: "search", "aria-label": words.filters },
    labeled(words.text, text),
    labeled(words.from, from),
    labeled(words.to, to),
    button(words.clear, () => page.clearFilter(), { class: "secondary" }),
    element("fieldset", {}, element("legend", {}, words.classes), boxes),
  );
  root.addEventListener("submit", (event) => event.preventDefault());
  let shown: readonly string[] = [];

  return {
    root,
    update(classes) {
      const filter = page.filter();
      if (document.activeElement !== text) text.value = filter.text ?? "";
      if (document.activeElement !== from) from.value = fieldOf(filter.from);
      if (document.activeElement !== to) to.value = fieldOf(filter.to);
      if (classes.join("\n") !== shown.join("\n")) {
        shown = classes;
        boxes.replaceChildren(...classes.map((name, at) => classBox(name, at)));
      }
      for (const box of boxes.querySelectorAll("input")) {
        box.checked = filter.classes?.includes(box.value) ?? true;
      }
    },
  };

  function classBox(name: string, at: number): HTMLElement {
    const box = element("input", { type: "checkbox", value: name, checked: true });
    box.addEventListener("change", () => {
      const checked = [...boxes.querySelectorAll("input")].filter((each) => each.checked);
      page.setFilter({
        classes: checked.length === shown.length ? undefined : checked.map(({ value }) => value),
      });
    });
    return element(
      "label",
      { class: "class" },
      box,
      element("span", { class: `swatch series-${Math.min(at, MOST_SERIES)}` }),
      name,
    );
  }
}

function timeField(id: string, change: (moment: number | undefined) => void): HTMLInputElement {
  const field = element("input", { type: "datetime-local", step: 1, id });
  field.addEventListener("change", () => change(momentOf(field.value)));
  return field;
}

function labeled(label: string, field: HTMLElement): HTMLElement {
  return element("label", {}, element("span", {}, label), field);
}
