/** A whole number within an untrusted body; null where there is none. */
export function numberAt(body: unknown, path: readonly string[]): number | null {
  const value = path.reduce<unknown>(
    (within, key) =>
      typeof within === 'object' && within !== null && Object.hasOwn(within, key)
        ? (within as Readonly<Record<string, unknown>>)[key]
        : undefined,
    body,
  );
  return typeof value === 'number' && Number.isInteger(value) && value >= 0 ? value : null;
}
