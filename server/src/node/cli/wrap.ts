/**
 * Lines no longer than `columns` where the words allow it, each behind `indent`; the first also behind `label`, whose
 * width is `labelWidth`, and the others behind as many blanks.
 */
export function wrap(text: string, columns: number, indent: string, label = "", labelWidth = 0): string[] {
  const room = Math.max(20, columns - indent.length - labelWidth);
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(" ")) {
    if (line !== "" && line.length + 1 + word.length > room) {
      lines.push(line);
      line = word;
    } else {
      line = line === "" ? word : `${line} ${word}`;
    }
  }
  lines.push(line);
  return lines.map((each, index) => indent + (index === 0 ? label : " ".repeat(labelWidth)) + each);
}
