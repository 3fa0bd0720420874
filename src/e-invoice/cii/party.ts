import type { Contact, Party, PartyAddress, SchemedId } from '../e-invoice.ts';
import { branch, leaf, type Xml } from '../xml.ts';

/** Seller or buyer (BG-4, BG-7). */
export function writeParty(name: string, party: Party): Xml {
  return branch(
    name,
    writeId(party.id),
    leaf('ram:Name', party.name),
    leaf('ram:Description', party.legalText),
    branch(
      'ram:SpecifiedLegalOrganization',
      leaf('ram:ID', party.legalId?.value ?? null, { schemeID: party.legalId?.scheme ?? null }),
      leaf('ram:TradingBusinessName', party.tradingName),
    ),
    writeContact(party.contact),
    writeAddress(party.address),
    branch(
      'ram:URIUniversalCommunication',
      leaf('ram:URIID', party.endpoint?.value ?? null, {
        schemeID: party.endpoint?.scheme ?? null,
      }),
    ),
    writeRegistration(party.vatId, 'VA'),
    writeRegistration(party.taxNumber, 'FC'),
  );
}

/** An identifier of a registered scheme is a global one. */
function writeId(id: SchemedId | null): Xml {
  if (id === null) return '';
  return id.scheme === null
    ? leaf('ram:ID', id.value)
    : leaf('ram:GlobalID', id.value, { schemeID: id.scheme });
}

function writeContact(contact: Contact | null): Xml {
  if (contact === null) return '';
  return branch(
    'ram:DefinedTradeContact',
    leaf('ram:PersonName', contact.name),
    branch('ram:TelephoneUniversalCommunication', leaf('ram:CompleteNumber', contact.phone)),
    branch('ram:EmailURIUniversalCommunication', leaf('ram:URIID', contact.email)),
  );
}

/** A postal address (BG-5, BG-8, BG-15). */
export function writeAddress({ lines, postalCode, city, region, country }: PartyAddress): Xml {
  const [one = null, two = null, three = null] = lines;
  return branch(
    'ram:PostalTradeAddress',
    leaf('ram:PostcodeCode', postalCode),
    leaf('ram:LineOne', one),
    leaf('ram:LineTwo', two),
    leaf('ram:LineThree', three),
    leaf('ram:CityName', city),
    leaf('ram:CountryID', country),
    leaf('ram:CountrySubDivisionName', region),
  );
}

function writeRegistration(id: string | null, scheme: 'VA' | 'FC'): Xml {
  return branch('ram:SpecifiedTaxRegistration', leaf('ram:ID', id, { schemeID: scheme }));
}
