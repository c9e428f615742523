import { spawnSync } from "node:child_process";

/** Reads texts as a four-byte length and bytes each; answers with one byte per text, its `json_last_error()`. */
const DECODE_ALL = `
while (($head = fread(STDIN, 4)) !== false && strlen($head) === 4) {
  $left = unpack('V', $head)[1];
  $text = '';
  while (strlen($text) < $left) $text .= fread(STDIN, $left - strlen($text));
  json_decode($text, true);
  echo chr(json_last_error());
}`;

/** Whether a `php` stands on the PATH, to ask instead of the frozen verdicts. */
export const hasPhp = spawnSync("php", ["-v"]).status === 0;

/** PHP's `json_last_error()` after `json_decode($text, true)`, for each text, from one process. */
export function askPhp(texts: readonly string[]): number[] {
  const input = Buffer.concat(texts.flatMap((text) => framed(wtf8(text))));
  const { stdout, stderr, status } = spawnSync("php", ["-d", "memory_limit=-1", "-r", DECODE_ALL], {
    input,
    maxBuffer: texts.length + 65_536,
  });
  if (status !== 0) throw new Error(`php ended with ${status}: ${stderr}`);
  return [...stdout];
}

function framed(bytes: Buffer): Buffer[] {
  const length = Buffer.alloc(4);
  length.writeUInt32LE(bytes.length);
  return [length, bytes];
}

const LONE_SURROGATE = /\p{Surrogate}/u;

/** UTF-8 that keeps a lone surrogate as the three bytes that PHP calls malformed; `Buffer` would replace it. */
function wtf8(text: string): Buffer {
  if (!LONE_SURROGATE.test(text)) return Buffer.from(text);
  return Buffer.concat(
    [...text].map((char) => (LONE_SURROGATE.test(char) ? surrogateBytes(char) : Buffer.from(char))),
  );
}

function surrogateBytes(char: string): Buffer {
  const unit = char.charCodeAt(0);
  return Buffer.from([0xe0 | (unit >> 12), 0x80 | ((unit >> 6) & 0x3f), 0x80 | (unit & 0x3f)]);
}
