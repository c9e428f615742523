/** `2026-11-22 09:15:37 – 10:20:01` in local time; `""` where no time is known. */
export function timeRange({
  firstSeen,
  lastSeen,
}: {
  readonly firstSeen: number | undefined;
  readonly lastSeen: number | undefined;
}): string {
  if (firstSeen === undefined || lastSeen === undefined) return "";
  const [from, to] = [localTime(firstSeen), localTime(lastSeen)];
  if (from === to) return from;
  const sameDay = from.slice(0, 10) === to.slice(0, 10);
  return `${from} – ${sameDay ? to.slice(11) : to}`;
}

function localTime(moment: number): string {
  const date = new Date(moment);
  const two = (value: number): string => String(value).padStart(2, "0");
  const day = `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
  return `${day} ${two(date.getHours())}:${two(date.getMinutes())}:${two(date.getSeconds())}`;
}
