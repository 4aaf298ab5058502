/**
 * The fewest of these with which the fault stays, as far as it is found by leaving out whole groups, then ever smaller
 * runs (delta debugging). `stays` is asked at most `most` times.
 */
export function shrink<T>(
  all: readonly T[],
  groupOf: (one: T) => string,
  stays: (left: readonly T[]) => boolean,
  most: number,
): readonly T[] {
  let left = all;
  let asked = 0;
  const leaveOut = (without: readonly T[]): boolean => {
    if (asked >= most || without.length === left.length) return false;
    asked += 1;
    if (!stays(without)) return false;
    left = without;
    return true;
  };
  for (const group of new Set(all.map(groupOf))) leaveOut(left.filter((one) => groupOf(one) !== group));
  for (let size = Math.ceil(left.length / 2); size > 0 && asked < most; size = size === 1 ? 0 : Math.ceil(size / 2)) {
    for (let at = 0; at < left.length && asked < most; ) {
      // What follows moves to this place where the part was not needed.
      if (!leaveOut([...left.slice(0, at), ...left.slice(at + size)])) at += size;
    }
  }
  return left;
}
