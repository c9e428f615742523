import { toPlainText } from "../../../features/markdown.ts";
import type { Terminal } from "../host.ts";
import { type Paint, paintFor } from "../paint.ts";
import { wrap } from "../wrap.ts";

const WIDEST = 100;

/** Our own Markdown as a terminal shows it: headings bold, code indented, tables in columns, links with their address. */
export function terminalMarkdown(markdown: string, terminal: Terminal): string {
  const paint = paintFor(terminal);
  const columns = Math.min(terminal.columns, WIDEST);
  const out: string[] = [];
  const lines = markdown.trimEnd().split("\n");
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at] ?? "";
    const fence = /^ {0,3}(`{3,})/.exec(line)?.[1];
    if (fence !== undefined) {
      const end = lines.findIndex((each, index) => index > at && each.trim() === fence);
      const code = lines.slice(at + 1, end < 0 ? undefined : end);
      out.push(...code.map((each) => `    ${paint.green(each)}`));
      at = end < 0 ? lines.length : end;
    } else if (isTableRow(line)) {
      let end = at;
      while (isTableRow(lines[end] ?? "")) end += 1;
      out.push(...tableLines(lines.slice(at, end), paint));
      at = end - 1;
    } else {
      out.push(...lineOf(line, columns, paint));
    }
  }
  return `${out.join("\n").replace(/\n{3,}/g, "\n\n")}\n`;
}

function lineOf(line: string, columns: number, paint: Paint): string[] {
  const heading = /^(#{1,6}) (.*)$/.exec(line);
  if (heading !== null) return [paint.bold(toPlainText(heading[2] ?? ""))];
  if (line === "---") return [];
  const bullet = /^(\s*)- (.*)$/.exec(line);
  if (bullet !== null) {
    const indent = bullet[1] ?? "";
    return wrap(toPlainText(bullet[2] ?? ""), columns, indent, "• ", 2).map((each) =>
      styled(each, line, paint),
    );
  }
  const indent = /^\s*/.exec(line)?.[0] ?? "";
  return wrap(toPlainText(line.trim()), columns, indent).map((each) => styled(each, line, paint));
}

/** Makes bold what stood between `**` in the line, where it was not broken over lines. */
function styled(text: string, line: string, paint: Paint): string {
  const [, strong] = /\*\*(.+?)\*\*/.exec(line) ?? [];
  const shown = strong === undefined ? "" : toPlainText(strong);
  return shown !== "" && text.includes(shown) ? text.replace(shown, () => paint.bold(shown)) : text;
}

function isTableRow(line: string): boolean {
  return line.startsWith("| ");
}

function tableLines(lines: readonly string[], paint: Paint): string[] {
  const rows = lines
    .filter((line) => !/^[|\s:-]+$/.test(line))
    .map((line) =>
      line
        .slice(1, -1)
        .split(/(?<!\\)\|/)
        .map((cell) => toPlainText(cell.trim())),
    );
  const widths = (rows[0] ?? []).map((_, column) =>
    Math.max(...rows.map((row) => (row[column] ?? "").length)),
  );
  return rows.map((row, index) => {
    const text = row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join("  ")
      .trimEnd();
    return index === 0 ? paint.bold(text) : text;
  });
}
