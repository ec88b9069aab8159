import { createHash } from 'node:crypto';

/** A version 5 UUID (RFC 9562) over names, so that the same thing keeps its own through every build. */
export function deterministicUuid(...names: readonly string[]): string {
  const digest = createHash('sha1')
    .update(['cnseries', ...names].join('\0'))
    .digest('hex');
  const variant = ((parseInt(digest[16], 16) & 0x3) | 0x8).toString(16);
  return [
    digest.slice(0, 8),
    digest.slice(8, 12),
    `5${digest.slice(13, 16)}`,
    variant + digest.slice(17, 20),
    digest.slice(20, 32),
  ].join('-');
}
