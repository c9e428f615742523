/** A log of `count` lines with one error each, of four kinds in turn. */
export function manyRecords(count: number): string {
  return Array.from({ length: count }, (_, index) => {
    const [code, message] = KINDS[index % KINDS.length] ?? [500, ""];
    const envelope = `{"error":{"code":${code},"context":null,"message":"${message.replace("#", String(index))}","status_code":${code}}}`;
    return `[2026-11-22T09:14:58.${index % 1000}+00:00] production.ERROR: client ${index} got ${envelope} \n`;
  }).join("");
}

const KINDS: readonly (readonly [number, string])[] = [
  [404, "Table &quot;t#&quot; does not exist in the database."],
  [401, "Invalid credentials supplied."],
  [409, "Duplicate entry 'a#@example.com' for key 'contact.email_unique'"],
  [500, "Nobody has ever seen message # before"],
];
