/** Freeze a value and all in it, so that a stage that changes its input throws. */
export function deepFreeze<T>(value: T): T {
  if (
    typeof value !== 'object' ||
    value === null ||
    Object.isFrozen(value) ||
    ArrayBuffer.isView(value)
  )
    return value;
  Object.freeze(value);
  Object.values(value).forEach(deepFreeze);
  return value;
}
