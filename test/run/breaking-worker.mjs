/** A worker that ends its thread in the middle of the customer `breaks`; it renders nothing. */
export function render({ customer }) {
  if (customer === 'breaks') process.exit(3);
  return { kind: 'failed', failures: [] };
}
