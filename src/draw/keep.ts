/** The value of a key, made when there is none. Of more than `most` values the one that was wanted longest ago is forgotten. */
export function keep<Value>(
  values: Map<string, Value>,
  most: number,
  key: string,
  make: () => Value,
): Value {
  const value = values.get(key) ?? make();
  values.delete(key);
  values.set(key, value);
  if (values.size > most) values.delete(values.keys().next().value ?? '');
  return value;
}
