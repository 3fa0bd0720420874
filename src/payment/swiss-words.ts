/** The headings of a QR-bill (Swiss Implementation Guidelines QR-bill, annex D), which no one may word otherwise. */
export interface SwissWords {
  readonly language: string;
  readonly paymentPart: string;
  readonly receipt: string;
  readonly account: string;
  readonly reference: string;
  readonly additionalInformation: string;
  readonly payableBy: string;
  readonly payableByName: string;
  readonly currency: string;
  readonly amount: string;
  readonly acceptancePoint: string;
  readonly separate: string;
}

const ENGLISH: SwissWords = {
  language: 'en',
  paymentPart: 'Payment part',
  receipt: 'Receipt',
  account: 'Account / Payable to',
  reference: 'Reference',
  additionalInformation: 'Additional information',
  payableBy: 'Payable by',
  payableByName: 'Payable by (name/address)',
  currency: 'Currency',
  amount: 'Amount',
  acceptancePoint: 'Acceptance point',
  separate: 'Separate before paying in',
};

const GERMAN: SwissWords = {
  language: 'de',
  paymentPart: 'Zahlteil',
  receipt: 'Empfangsschein',
  account: 'Konto / Zahlbar an',
  reference: 'Referenz',
  additionalInformation: 'Zusätzliche Informationen',
  payableBy: 'Zahlbar durch',
  payableByName: 'Zahlbar durch (Name/Adresse)',
  currency: 'Währung',
  amount: 'Betrag',
  acceptancePoint: 'Annahmestelle',
  separate: 'Vor der Einzahlung abzutrennen',
};

const FRENCH: SwissWords = {
  language: 'fr',
  paymentPart: 'Section paiement',
  receipt: 'Récépissé',
  account: 'Compte / Payable à',
  reference: 'Référence',
  additionalInformation: 'Informations supplémentaires',
  payableBy: 'Payable par',
  payableByName: 'Payable par (nom/adresse)',
  currency: 'Monnaie',
  amount: 'Montant',
  acceptancePoint: 'Point de dépôt',
  separate: 'A détacher avant le versement',
};

const ITALIAN: SwissWords = {
  language: 'it',
  paymentPart: 'Sezione pagamento',
  receipt: 'Ricevuta',
  account: 'Conto / Pagabile a',
  reference: 'Riferimento',
  additionalInformation: 'Informazioni supplementari',
  payableBy: 'Pagabile da',
  payableByName: 'Pagabile da (nome/indirizzo)',
  currency: 'Valuta',
  amount: 'Importo',
  acceptancePoint: 'Punto di accettazione',
  separate: 'Da staccare prima del versamento',
};

const WORDS: Readonly<Record<string, SwissWords>> = { de: GERMAN, fr: FRENCH, it: ITALIAN };

/** The headings in the document's language where Switzerland knows it, else in English. */
export function swissWords(locale: string): SwissWords {
  const { language } = new Intl.Locale(locale);
  return Object.hasOwn(WORDS, language) ? (WORDS[language] ?? ENGLISH) : ENGLISH;
}
