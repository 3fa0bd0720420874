/** How a document speaks. */
export interface SpeechSettings {
  /** BCP 47, `en-US`. */
  readonly locale: string;
  /** Language that labels say their words in too; null for one language. */
  readonly secondLocale: string | null;
  /** IANA name of the zone that moments are told in. */
  readonly timeZone: string;
}
