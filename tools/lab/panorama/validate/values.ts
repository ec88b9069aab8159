import { isIPv4, isIPv6 } from 'node:net';

const isPrefix = (text: string, maximum: number): boolean => /^\d{1,3}$/.test(text) && Number(text) <= maximum;

/** An address with or without a prefix length: `10.0.0.1`, `10.0.0.0/8`, `2001:db8::/32`. */
export function isIpNetmask(text: string): boolean {
  const [address = '', prefix, ...others] = text.split('/');
  if (others.length > 0) return false;
  if (isIPv4(address)) return prefix === undefined || isPrefix(prefix, 32);
  return isIPv6(address) && !address.includes('%') && (prefix === undefined || isPrefix(prefix, 128));
}

/** Two addresses of one family with a hyphen. */
export function isIpRange(text: string): boolean {
  const [first = '', last = '', ...others] = text.split('-');
  return others.length === 0 && ((isIPv4(first) && isIPv4(last)) || (isIPv6(first) && isIPv6(last)));
}

/** An IPv4 address and a wildcard mask. */
export function isIpWildcard(text: string): boolean {
  const [address = '', mask = '', ...others] = text.split('/');
  return others.length === 0 && isIPv4(address) && isIPv4(mask);
}

/** Schema 10.0.6, `fqdn`. */
export function isFqdn(text: string): boolean {
  return /^[a-zA-Z0-9_](?:[a-zA-Z0-9._-])+[a-zA-Z0-9]$/.test(text) && !isIPv4(text);
}

/** Ports and ranges of ports, 0 to 65535, with commas and without spaces: `80,443,32000-32768`. */
export function isPortList(text: string): boolean {
  return text.split(',').every((part) => {
    const [first = '', last = first, ...others] = part.split('-');
    const valid = [first, last].every((port) => /^\d{1,5}$/.test(port) && Number(port) <= 65535);
    return valid && others.length === 0 && Number(first) <= Number(last);
  });
}
