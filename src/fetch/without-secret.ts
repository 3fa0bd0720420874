/** A text from outside without the key, also where it is written as in a URL. */
export function withoutSecret(text: string, secret: string): string {
  const forms = new Set([secret, encodeURIComponent(secret), JSON.stringify(secret).slice(1, -1)]);
  return [...forms]
    .filter((form) => form !== '')
    .reduce((clean, form) => clean.replaceAll(form, '***'), text);
}
