import type { Correction, Example, Source } from "../../catalog/model.ts";
import { codeBlock, codeSpan, escapeMarkdown } from "../markdown.ts";
import { say } from "../words.ts";

/** The parts of a page that are there, one blank line between them. */
export function joinParts(...parts: readonly (string | undefined)[]): string {
  return `${parts.filter((part) => part !== undefined && part !== "").join("\n\n")}\n`;
}

/** A part with a heading in English, which it translates; `undefined` when it has no content. */
export function section(heading: string, ...content: readonly (string | undefined)[]): string | undefined {
  const parts = content.filter((part) => part !== undefined && part !== "");
  return parts.length === 0 ? undefined : [`## ${say(heading)}`, ...parts].join("\n\n");
}

/** A list of our own sentences, in the reader's language. */
export function sayList(sentences: readonly string[]): string | undefined {
  return bulletList(sentences.map((each) => say(each)));
}

/** Items are Markdown already. */
export function bulletList(items: readonly string[]): string | undefined {
  return items.length === 0 ? undefined : items.map((item) => `- ${item.replace(/\n/g, "\n  ")}`).join("\n");
}

export function exampleBlock({ caption, language, code }: Example): string {
  const block = codeBlock(code.trimEnd(), language);
  return caption === undefined ? block : `${say(caption)}\n\n${block}`;
}

/** The sections of a correction, in the order of a compiler's explanation: wrong, right, why. */
export function correctionParts({ wrong, right, why }: Correction): (string | undefined)[] {
  return [
    section("Wrong", exampleBlock(wrong)),
    section("Right", exampleBlock(right)),
    section("Why", say(why)),
  ];
}

export function sourceList(sources: readonly Source[]): string | undefined {
  return bulletList(
    sources.map(({ title, where }) =>
      where.startsWith("https://")
        ? `[${sourceTitle(title)}](${where})`
        : `${sourceTitle(title)}: ${codeSpan(where)}`,
    ),
  );
}

/** A title of one word is the name of a package or a host, the same in every language. */
function sourceTitle(title: string): string {
  return escapeMarkdown(title.includes(" ") ? say(title) : title);
}

/** A table; cells are Markdown already. */
export function table(header: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell) => cell.replace(/\\?\|/g, "\\|")).join(" | ")} |`;
  return [line(header), line(header.map(() => "---")), ...rows.map(line)].join("\n");
}

/**
 * A link to the page of another topic, relative as previews want it: from a page such as `fault/trailing-comma`, or
 * `from` the top, where the pages without a kind of their own lie.
 */
export function pageLink(label: string, topic: string, from: "kind" | "top" = "kind"): string {
  return `[${label}](${from === "kind" ? "../" : ""}${topic}.md)`;
}

/** Links to related topics, each under the last part of its id. */
export function seeAlso(topics: readonly string[]): string | undefined {
  const links = topics.map((topic) => pageLink(codeSpan(topic.slice(topic.indexOf("/") + 1)), topic));
  return section("See also", links.join(" · "));
}
