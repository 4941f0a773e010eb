/** What a server shows: one that the authority signed for this host and for now, or one with that fault. */
export const CERTIFICATE_KINDS = ['valid', 'expired', 'wrong-host', 'self-signed'] as const;
export type CertificateKind = (typeof CERTIFICATE_KINDS)[number];

export type KeyAndCertificate = { readonly key: string; readonly cert: string };

export type Authority = {
  /** What a client has to trust. */
  readonly pem: string;
  issue(kind: CertificateKind): Promise<KeyAndCertificate>;
};

/** How a vendor is served: with what of which authority. */
export type ServerTls = { readonly authority: Authority; readonly certificate: CertificateKind };

/** Throws RangeError. */
export const parseCertificateKind = (word: unknown): CertificateKind => {
  const kind = CERTIFICATE_KINDS.find((known) => known === word);
  if (kind !== undefined) return kind;
  throw new RangeError(`no certificate ${JSON.stringify(word)}; there are ${CERTIFICATE_KINDS.join(', ')}`);
};
