/** How the signature's value is made: RSA PKCS #1 v1.5 gives equal bytes for equal files, ECDSA does not. */
export type SignatureAlgorithm = 'rsa-sha256' | 'ecdsa-sha256';

/** Whoever signs files: certificates, and a key that may lie anywhere. */
export interface Identity {
  /** DER; the signer's own first, then those that vouch for it. */
  readonly certificates: readonly Uint8Array[];
  readonly algorithm: SignatureAlgorithm;
}

/** A key at hand. */
export interface Signer extends Identity {
  /** The signature's value over these bytes (SHA-256 is part of the algorithm). */
  readonly sign: (bytes: Uint8Array) => Uint8Array;
}

/** A key held elsewhere, such as in a key management service. */
export interface RemoteSigner extends Identity {
  readonly sign: (bytes: Uint8Array) => Promise<Uint8Array>;
}
