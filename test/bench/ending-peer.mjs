/** A renderer whose process ends soon after its first document, and that never gives a second. */
export function open() {
  let first = true;
  return {
    render(text) {
      if (!first) return new Promise(() => {});
      first = false;
      setTimeout(() => process.exit(3), 20);
      return Buffer.from(text);
    },
  };
}
