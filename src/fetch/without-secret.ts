/** A text from outside without the key, also where it is written as in a URL or in JSON. Cut texts after this, not before. */
export function withoutSecret(text: string, secret: string): string {
  return formsOf(secret).reduce((clean, form) => clean.replaceAll(form, '***'), text);
}

/** Whether the key stands in a text. */
export function holdsSecret(text: string, secret: string): boolean {
  return formsOf(secret).some((form) => text.includes(form));
}

/** As it is, as in a URL’s path, as in a query, and as in JSON. */
function formsOf(secret: string): readonly string[] {
  const query = new URLSearchParams({ secret }).toString().slice('secret='.length);
  const forms = [secret, encodeURIComponent(secret), query, JSON.stringify(secret).slice(1, -1)];
  return [...new Set(forms)].filter((form) => form !== '');
}
