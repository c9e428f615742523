/**
 * The index of the first item that passes a test which then holds for all items behind it; their number when none
 * does. Looks at few of them (binary search).
 */
export function firstIndex<T>(items: readonly T[], test: (item: T) => boolean): number {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const item = items[middle];
    if (item === undefined || test(item)) high = middle;
    else low = middle + 1;
  }
  return low;
}
