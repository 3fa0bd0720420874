import type { Contact, Party, PartyAddress } from '../e-invoice.ts';
import { branch, leaf, type Xml } from '../xml.ts';

/** Seller or buyer (BG-4, BG-7). */
export function writeParty(party: Party): Xml {
  const { endpoint, id, legalId } = party;
  return branch(
    'cac:Party',
    leaf('cbc:EndpointID', endpoint?.value ?? null, { schemeID: endpoint?.scheme ?? null }),
    branch(
      'cac:PartyIdentification',
      leaf('cbc:ID', id?.value ?? null, { schemeID: id?.scheme ?? null }),
    ),
    branch('cac:PartyName', leaf('cbc:Name', party.tradingName)),
    writeAddress('cac:PostalAddress', party.address),
    writeTaxScheme(party.vatId, 'VAT'),
    writeTaxScheme(party.taxNumber, 'TAX'),
    branch(
      'cac:PartyLegalEntity',
      leaf('cbc:RegistrationName', party.name),
      leaf('cbc:CompanyID', legalId?.value ?? null, { schemeID: legalId?.scheme ?? null }),
      leaf('cbc:CompanyLegalForm', party.legalText),
    ),
    writeContact(party.contact),
  );
}

/** A postal address (BG-5, BG-8, BG-15). */
export function writeAddress(
  name: string,
  { lines, postalCode, city, region, country }: PartyAddress,
): Xml {
  const [one = null, two = null, three = null] = lines;
  return branch(
    name,
    leaf('cbc:StreetName', one),
    leaf('cbc:AdditionalStreetName', two),
    leaf('cbc:CityName', city),
    leaf('cbc:PostalZone', postalCode),
    leaf('cbc:CountrySubentity', region),
    branch('cac:AddressLine', leaf('cbc:Line', three)),
    branch('cac:Country', leaf('cbc:IdentificationCode', country)),
  );
}

function writeTaxScheme(id: string | null, scheme: 'VAT' | 'TAX'): Xml {
  if (id === null) return '';
  return branch(
    'cac:PartyTaxScheme',
    leaf('cbc:CompanyID', id),
    branch('cac:TaxScheme', leaf('cbc:ID', scheme)),
  );
}

function writeContact(contact: Contact | null): Xml {
  if (contact === null) return '';
  return branch(
    'cac:Contact',
    leaf('cbc:Name', contact.name),
    leaf('cbc:Telephone', contact.phone),
    leaf('cbc:ElectronicMail', contact.email),
  );
}
