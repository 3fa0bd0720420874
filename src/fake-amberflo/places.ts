/** Where customers of the make-believe account live: currency, language, and addresses and names as written there. */
export interface Country {
  readonly code: string;
  readonly currency: string;
  readonly language: string;
  readonly timeZone: string;
  readonly cities: readonly [City, ...City[]];
  readonly streets: readonly [string, ...string[]];
  readonly names: readonly [string, ...string[]];
  readonly forms: readonly [string, ...string[]];
  /** A VAT id, digits in place of `#`; null where the country has none of this kind. */
  readonly vatId: string | null;
  /** The tax number’s trait and form, where it has another one. */
  readonly taxNumber: readonly [trait: string, form: string] | null;
  /** The number of the house stands before the street. */
  readonly numberFirst: boolean;
}

type City = readonly [city: string, postalCode: string, state: string];

const plain = { vatId: null, taxNumber: null, numberFirst: false } as const;

/** The seller’s neighbours first, then the world. */
export const COUNTRIES: readonly [Country, ...Country[]] = [
  {
    ...plain,
    code: 'DE',
    currency: 'EUR',
    language: 'de-DE',
    timeZone: 'Europe/Berlin',
    cities: [
      ['München', '80331', 'Bayern'],
      ['Köln', '50667', ''],
      ['Leipzig', '04109', 'Sachsen'],
    ],
    streets: ['Schützenstraße', 'Am Großen Wehr', 'Königsallee', 'Rösrather Weg'],
    names: [
      'Müller & Söhne Fördertechnik',
      'Nordlicht Energie',
      'Weißbach Optik',
      'Grünwald Labor',
    ],
    forms: ['GmbH', 'AG', 'GmbH & Co. KG'],
    vatId: 'DE#########',
  },
  {
    ...plain,
    code: 'US',
    currency: 'USD',
    language: 'en-US',
    timeZone: 'America/New_York',
    cities: [
      ['Austin', '78701', 'TX'],
      ['Portland', '97205', 'OR'],
      ['Brooklyn', '11201', 'NY'],
    ],
    streets: ['Congress Avenue', 'Alder Street', 'Water Street', 'Mission Street'],
    names: [
      'Blue Heron Analytics',
      'Cascade Robotics',
      'Prairie Health',
      'O’Malley Freight',
      'Lumen & Oak',
    ],
    forms: ['Inc.', 'LLC', 'Corp.'],
    taxNumber: ['ein', '##-#######'],
    numberFirst: true,
  },
  {
    ...plain,
    code: 'GB',
    currency: 'GBP',
    language: 'en-GB',
    timeZone: 'Europe/London',
    cities: [
      ['London', 'EC1A 4HD', ''],
      ['Edinburgh', 'EH1 1YZ', ''],
      ['Bristol', 'BS1 4DJ', ''],
    ],
    streets: ['Giltspur Street', 'High Street', 'Harbourside Way'],
    names: ['Thistle & Thorn', 'Pennine Data', 'Marlowe Publishing', 'Firth Marine'],
    forms: ['Ltd', 'plc', 'LLP'],
    vatId: 'GB#########',
    numberFirst: true,
  },
  {
    ...plain,
    code: 'FR',
    currency: 'EUR',
    language: 'fr-FR',
    timeZone: 'Europe/Paris',
    cities: [
      ['Lyon', '69002', ''],
      ['Besançon', '25000', ''],
      ['Nîmes', '30000', ''],
    ],
    streets: ['rue de l’Abbé-Grégoire', 'quai Saint-Antoine', 'boulevard des Évadés'],
    names: [
      'Étoile Mécanique',
      'Boréal Cartographie',
      'Crêperie Numérique',
      'Société Générale d’Échecs',
    ],
    forms: ['SAS', 'SARL', 'SA'],
    vatId: 'FR###########',
    taxNumber: ['siren', '### ### ###'],
    numberFirst: true,
  },
  {
    ...plain,
    code: 'CH',
    currency: 'CHF',
    language: 'de-CH',
    timeZone: 'Europe/Zurich',
    cities: [
      ['Zürich', '8001', ''],
      ['Genève', '1204', ''],
      ['Lugano', '6900', ''],
    ],
    streets: ['Limmatquai', 'Rue du Rhône', 'Via Nassa'],
    names: ['Alpenblick Treuhand', 'Säntis Messtechnik', 'Léman Assurances'],
    forms: ['AG', 'SA', 'GmbH'],
    vatId: 'CHE-###.###.###',
  },
  {
    ...plain,
    code: 'JP',
    currency: 'JPY',
    language: 'en-JP',
    timeZone: 'Asia/Tokyo',
    cities: [
      ['Minato-ku', '105-0011', 'Tokyo'],
      ['Kita-ku', '530-0001', 'Osaka'],
    ],
    streets: ['Shibakoen 4-chome', 'Umeda 2-chome'],
    names: ['Aozora Keisan', 'Sakura Denki', 'Hoshino Butsuryū'],
    forms: ['K.K.', 'G.K.'],
    taxNumber: ['corporate_number', 'T#############'],
  },
  {
    ...plain,
    code: 'IN',
    currency: 'INR',
    language: 'hi-IN',
    timeZone: 'Asia/Kolkata',
    cities: [
      ['मुंबई', '400001', 'महाराष्ट्र'],
      ['Bengaluru', '560001', 'Karnataka'],
      ['पुणे', '411001', 'महाराष्ट्र'],
    ],
    streets: ['महात्मा गांधी मार्ग', 'Brigade Road', 'लक्ष्मी रोड'],
    names: ['शक्ति ऊर्जा', 'Nila Textiles', 'ज्योति विज्ञान', 'Kaveri Softworks'],
    forms: ['Pvt. Ltd.', 'LLP'],
    taxNumber: ['gstin', '29ABCDE####F1Z#'],
  },
  {
    ...plain,
    code: 'BR',
    currency: 'BRL',
    language: 'pt-BR',
    timeZone: 'America/Sao_Paulo',
    cities: [
      ['São Paulo', '01310-100', 'SP'],
      ['Florianópolis', '88010-001', 'SC'],
    ],
    streets: ['Avenida Paulista', 'Rua Conselheiro Mafra'],
    names: ['Ipê Amarelo Logística', 'Maré Alta Sistemas', 'João & Irmãos'],
    forms: ['Ltda.', 'S.A.'],
    taxNumber: ['cnpj', '##.###.###/0001-##'],
  },
  {
    ...plain,
    code: 'SE',
    currency: 'SEK',
    language: 'sv-SE',
    timeZone: 'Europe/Stockholm',
    cities: [
      ['Malmö', '211 20', ''],
      ['Göteborg', '411 06', ''],
      ['Umeå', '903 26', ''],
    ],
    streets: ['Skeppsbron', 'Södra Hamngatan', 'Rådhusesplanaden'],
    names: ['Halden Robotics', 'Björk & Ås Skogsdata', 'Norrsken Väder'],
    forms: ['AB'],
    vatId: 'SE##########01',
  },
  {
    ...plain,
    code: 'PL',
    currency: 'EUR',
    language: 'pl-PL',
    timeZone: 'Europe/Warsaw',
    cities: [
      ['Łódź', '90-001', ''],
      ['Kraków', '31-007', ''],
    ],
    streets: ['ul. Piotrkowska', 'ul. Świętego Jana'],
    names: ['Żuraw Technika', 'Śnieżka Dane', 'Łąka i Źródło'],
    forms: ['Sp. z o.o.', 'S.A.'],
    vatId: 'PL##########',
  },
  {
    ...plain,
    code: 'GR',
    currency: 'EUR',
    language: 'el-GR',
    timeZone: 'Europe/Athens',
    cities: [
      ['Αθήνα', '105 57', ''],
      ['Θεσσαλονίκη', '546 24', ''],
    ],
    streets: ['Οδός Ερμού', 'Λεωφόρος Νίκης'],
    names: ['Αιγαίο Ναυτιλιακή', 'Ήλιος Ενέργεια'],
    forms: ['Α.Ε.', 'Ε.Π.Ε.'],
    vatId: 'EL#########',
  },
  {
    ...plain,
    code: 'BG',
    currency: 'EUR',
    language: 'bg-BG',
    timeZone: 'Europe/Sofia',
    cities: [
      ['София', '1000', ''],
      ['Пловдив', '4000', ''],
    ],
    streets: ['бул. Витоша', 'ул. Шипка'],
    names: ['Розова Долина Софтуер', 'Тракия Логистик'],
    forms: ['ООД', 'АД'],
    vatId: 'BG#########',
  },
  {
    ...plain,
    code: 'AE',
    currency: 'USD',
    language: 'ar-AE',
    timeZone: 'Asia/Dubai',
    cities: [
      ['دبي', '', ''],
      ['أبوظبي', '', ''],
    ],
    streets: ['شارع الشيخ زايد', 'شارع الكورنيش'],
    names: ['شركة النخيل للتقنية', 'مؤسسة الأفق للحوسبة'],
    forms: ['ش.ذ.م.م'],
    taxNumber: ['trn', '100############'],
  },
  {
    ...plain,
    code: 'IL',
    currency: 'USD',
    language: 'he-IL',
    timeZone: 'Asia/Jerusalem',
    cities: [
      ['תל אביב', '6578901', ''],
      ['חיפה', '3100001', ''],
    ],
    streets: ['שדרות רוטשילד', 'דרך העצמאות'],
    names: ['אופק מערכות', 'גליל אנליטיקה'],
    forms: ['בע״מ'],
    taxNumber: ['company_number', '51#######'],
  },
  {
    ...plain,
    code: 'TH',
    currency: 'THB',
    language: 'th-TH',
    timeZone: 'Asia/Bangkok',
    cities: [
      ['กรุงเทพมหานคร', '10110', ''],
      ['เชียงใหม่', '50200', ''],
    ],
    streets: ['ถนนสุขุมวิท', 'ถนนนิมมานเหมินท์'],
    names: ['บริษัท สยามคลาวด์ จำกัด', 'บริษัท ล้านนาข้อมูล จำกัด'],
    forms: [''],
    taxNumber: ['tax_number', '0105#########'],
  },
  {
    ...plain,
    code: 'CA',
    currency: 'CAD',
    language: 'fr-CA',
    timeZone: 'America/Toronto',
    cities: [
      ['Montréal', 'H2Y 1C6', 'QC'],
      ['Toronto', 'M5H 2N2', 'ON'],
    ],
    streets: ['rue Saint-Paul', 'Adelaide Street West'],
    names: ['Érablière Numérique', 'Boréale Imaging'],
    forms: ['Inc.', 'ltée'],
    numberFirst: true,
  },
];

/** Units of each currency for one US dollar, in ten thousandths; made up, as everything here. */
export const RATES: Readonly<Record<string, number>> = {
  USD: 10_000,
  EUR: 9_150,
  GBP: 7_825,
  CHF: 8_810,
  JPY: 1_492_500,
  INR: 831_250,
  BRL: 54_275,
  SEK: 105_200,
  THB: 352_100,
  CAD: 13_650,
};
