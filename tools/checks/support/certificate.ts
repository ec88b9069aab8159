import { generateKeyPairSync, sign } from 'node:crypto';

/** A private key and the certificate that it signed itself, as PEM. */
export interface SelfSigned {
  readonly key: string;
  readonly cert: string;
}

/**
 * Makes a certificate for 127.0.0.1 that is valid for a day, for clients that insist on TLS and verify nothing. Node makes
 * keys but no certificates, so the few ASN.1 structures of X.509 version 1 (RFC 5280, section 4.1) are written out here.
 */
export function selfSigned(now = new Date()): SelfSigned {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const name = sequence(set(sequence(objectIdentifier(COMMON_NAME), tagged(0x0c, Buffer.from('127.0.0.1')))));
  const validity = sequence(time(now, -1), time(now, 1));
  const algorithm = sequence(objectIdentifier(ECDSA_WITH_SHA256));
  const subjectKey = publicKey.export({ type: 'spki', format: 'der' });
  const body = sequence(tagged(0x02, Buffer.from([1])), algorithm, name, validity, name, subjectKey);
  const signature = tagged(0x03, Buffer.concat([Buffer.from([0]), sign('sha256', body, privateKey)]));
  const lines =
    sequence(body, algorithm, signature)
      .toString('base64')
      .match(/.{1,64}/g) ?? [];
  return {
    key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    cert: `-----BEGIN CERTIFICATE-----\n${lines.join('\n')}\n-----END CERTIFICATE-----\n`,
  };
}

/** 2.5.4.3 and 1.2.840.10045.4.3.2, encoded. */
const COMMON_NAME = '550403';
const ECDSA_WITH_SHA256 = '2a8648ce3d040302';

/** One DER element: tag, length, content. */
function tagged(tag: number, content: Buffer): Buffer {
  const size = content.length;
  const length = size < 0x80 ? [size] : size < 0x100 ? [0x81, size] : [0x82, size >> 8, size & 0xff];
  return Buffer.concat([Buffer.from([tag, ...length]), content]);
}

const sequence = (...parts: readonly Buffer[]): Buffer => tagged(0x30, Buffer.concat(parts));
const set = (...parts: readonly Buffer[]): Buffer => tagged(0x31, Buffer.concat(parts));
const objectIdentifier = (hex: string): Buffer => tagged(0x06, Buffer.from(hex, 'hex'));

/** UTCTime, `YYMMDDhhmmssZ`, some days from a moment on. */
function time(moment: Date, days: number): Buffer {
  const text = new Date(moment.getTime() + days * 24 * 3600 * 1000).toISOString();
  return tagged(0x17, Buffer.from(`${text.slice(2, 19).replace(/[-:T]/g, '')}Z`));
}
