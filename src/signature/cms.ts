import { createHash } from 'node:crypto';
import { Null, ObjectIdentifier, OctetString, Sequence } from 'asn1js';
import {
  AlgorithmIdentifier,
  Attribute,
  Certificate,
  ContentInfo,
  EncapsulatedContentInfo,
  IssuerAndSerialNumber,
  SignedAndUnsignedAttributes,
  SignedData,
  SignerInfo,
} from 'pkijs';
import type { Identity, SignatureAlgorithm } from './signer.ts';

const OID = {
  data: '1.2.840.113549.1.7.1',
  signedData: '1.2.840.113549.1.7.2',
  contentType: '1.2.840.113549.1.9.3',
  messageDigest: '1.2.840.113549.1.9.4',
  signingCertificateV2: '1.2.840.113549.1.9.16.2.47',
  sha256: '2.16.840.1.101.3.4.2.1',
} as const;

const ALGORITHMS: Readonly<Record<SignatureAlgorithm, () => AlgorithmIdentifier>> = {
  'rsa-sha256': () =>
    new AlgorithmIdentifier({ algorithmId: '1.2.840.113549.1.1.1', algorithmParams: new Null() }),
  'ecdsa-sha256': () => new AlgorithmIdentifier({ algorithmId: '1.2.840.10045.4.3.2' }),
};

/** Set of attributes, in DER. */
const SET = 0x31;

/** What a signature says besides its value, and the bytes that the value is over. */
export interface Unsigned {
  readonly attributes: SignedAndUnsignedAttributes;
  /** To be signed: the attributes as a set (RFC 5652, section 5.4). */
  readonly bytes: Uint8Array;
}

/**
 * The attributes of PAdES B-B (ETSI EN 319 142-1, section 6.3): what is signed, its digest, and which certificate
 * speaks; the time stands in the file and must not stand here.
 */
export function attributesFor(digest: Uint8Array, identity: Identity): Unsigned {
  const [own = new Uint8Array()] = identity.certificates;
  const certificate = createHash('sha256').update(own).digest();
  // ESSCertIDv2 (RFC 5035, section 4): SHA-256 is the default, which DER leaves out.
  const reference = new Sequence({ value: [octets(certificate)] });
  const signing = new Sequence({ value: [new Sequence({ value: [reference] })] });
  const list = [
    attribute(OID.contentType, new ObjectIdentifier({ value: OID.data })),
    attribute(OID.messageDigest, octets(digest)),
    attribute(OID.signingCertificateV2, signing),
  ];
  const encoded = list.map((one) => Buffer.from(one.toSchema().toBER())).sort(Buffer.compare);
  const inside = Buffer.concat(encoded);
  const attributes = new SignedAndUnsignedAttributes({
    type: 0,
    attributes: encoded.map((bytes) => Attribute.fromBER(bytes)),
  });
  return { attributes, bytes: Buffer.concat([header(SET, inside.length), inside]) };
}

/** The signature as the file holds it: CMS SignedData without content (RFC 5652), in DER. */
export function signedData(identity: Identity, unsigned: Unsigned, value: Uint8Array): Uint8Array {
  const certificates = identity.certificates.map((bytes) => Certificate.fromBER(bytes));
  const [own] = certificates;
  if (own === undefined) throw new Error('a signer without a certificate');
  const sha256 = () => new AlgorithmIdentifier({ algorithmId: OID.sha256 });
  const signer = new SignerInfo({
    version: 1,
    sid: new IssuerAndSerialNumber({ issuer: own.issuer, serialNumber: own.serialNumber }),
    digestAlgorithm: sha256(),
    signedAttrs: unsigned.attributes,
    signatureAlgorithm: ALGORITHMS[identity.algorithm](),
    signature: octets(value),
  });
  const signed = new SignedData({
    version: 1,
    digestAlgorithms: [sha256()],
    encapContentInfo: new EncapsulatedContentInfo({ eContentType: OID.data }),
    certificates,
    signerInfos: [signer],
  });
  const content = new ContentInfo({ contentType: OID.signedData, content: signed.toSchema(true) });
  return new Uint8Array(content.toSchema().toBER());
}

function attribute(type: string, value: ObjectIdentifier | OctetString | Sequence): Attribute {
  return new Attribute({ type, values: [value] });
}

function octets(bytes: Uint8Array): OctetString {
  return new OctetString({ valueHex: Uint8Array.from(bytes).buffer });
}

/** Tag and length in DER. */
function header(tag: number, length: number): Uint8Array {
  if (length < 128) return Uint8Array.of(tag, length);
  const bytes: number[] = [];
  for (let rest = length; rest > 0; rest = Math.floor(rest / 256)) bytes.unshift(rest % 256);
  return Uint8Array.of(tag, 128 + bytes.length, ...bytes);
}
