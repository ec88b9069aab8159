/*
 * Formats of names, with the messages of `k8s.io/apimachinery/pkg/util/validation`. Each check gives the reasons why a
 * text is refused; none means that it is fine.
 */

const LABEL = '[a-z0-9]([-a-z0-9]*[a-z0-9])?';
const SUBDOMAIN = `${LABEL}(\\.${LABEL})*`;
const DNS1035 = '[a-z]([-a-z0-9]*[a-z0-9])?';
const KEY_NAME = '([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]';
const LABEL_VALUE = `(${KEY_NAME})?`;

const LABEL_REGEX = new RegExp(`^${LABEL}$`);
const SUBDOMAIN_REGEX = new RegExp(`^${SUBDOMAIN}$`);
const DNS1035_REGEX = new RegExp(`^${DNS1035}$`);
const KEY_NAME_REGEX = new RegExp(`^${KEY_NAME}$`);
const LABEL_VALUE_REGEX = new RegExp(`^${LABEL_VALUE}$`);

const tooLong = (limit: number): string => `must be no more than ${limit} characters`;

/** The double space before `or` is the original's. */
function regexReason(why: string, format: string, ...examples: readonly string[]): string {
  const list = examples.map((example) => `'${example}', `).join(' or ');
  return `${why} (e.g. ${list}regex used for validation is '${format}')`;
}

/** A name in one part: namespaces, containers. */
export function labelNameReasons(value: string): readonly string[] {
  const reasons = value.length > 63 ? [tooLong(63)] : [];
  if (LABEL_REGEX.test(value)) return reasons;
  if (SUBDOMAIN_REGEX.test(value)) return [...reasons, 'must not contain dots'];
  const why =
    "a lowercase RFC 1123 label must consist of lower case alphanumeric characters or '-', and must start and end with an alphanumeric character";
  return [...reasons, regexReason(why, LABEL, 'my-name', '123-abc')];
}

/** A name that may have dots: most objects. */
export function subdomainReasons(value: string): readonly string[] {
  const reasons = value.length > 253 ? [tooLong(253)] : [];
  if (SUBDOMAIN_REGEX.test(value)) return reasons;
  const why =
    "a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, '-' or '.', and must start and end with an alphanumeric character";
  return [...reasons, regexReason(why, SUBDOMAIN, 'example.com')];
}

/** A name that starts with a letter: Services. */
export function dns1035Reasons(value: string): readonly string[] {
  const reasons = value.length > 63 ? [tooLong(63)] : [];
  if (DNS1035_REGEX.test(value)) return reasons;
  const why =
    "a DNS-1035 label must consist of lower case alphanumeric characters or '-', start with an alphabetic character, and end with an alphanumeric character";
  return [...reasons, regexReason(why, DNS1035, 'my-name', 'abc-123')];
}

/** A key of labels and annotations. */
export function labelKeyReasons(value: string): readonly string[] {
  const why =
    "must consist of alphanumeric characters, '-', '_' or '.', and must start and end with an alphanumeric character";
  const nameReason = regexReason(why, KEY_NAME, 'MyName', 'my.name', '123-abc');
  const parts = value.split('/');
  if (parts.length > 2) {
    return [
      `a valid label key ${nameReason} with an optional DNS subdomain prefix and '/' (e.g. 'example.com/MyName')`,
    ];
  }
  const [prefix, name] = parts.length === 2 ? [parts[0] ?? '', parts[1] ?? ''] : [undefined, value];
  const reasons: string[] = [];
  if (prefix === '') reasons.push('prefix part must be non-empty');
  else if (prefix !== undefined) reasons.push(...subdomainReasons(prefix).map((reason) => `prefix part ${reason}`));
  if (name === '') reasons.push('name part must be non-empty');
  else if (name.length > 63) reasons.push(`name part ${tooLong(63)}`);
  if (!KEY_NAME_REGEX.test(name)) reasons.push(`name part ${nameReason}`);
  return reasons;
}

/** A value of a label. */
export function labelValueReasons(value: string): readonly string[] {
  const reasons = value.length > 63 ? [tooLong(63)] : [];
  if (LABEL_VALUE_REGEX.test(value)) return reasons;
  const why =
    "a valid label must be an empty string or consist of alphanumeric characters, '-', '_' or '.', and must start and end with an alphanumeric character";
  return [...reasons, regexReason(why, LABEL_VALUE, 'MyValue', 'my_value', '12345')];
}

/** A port number. */
export const portNumberReasons = (value: number): readonly string[] =>
  value >= 1 && value <= 65535 ? [] : ['must be between 1 and 65535, inclusive'];

/** The name of a port (RFC 6335, lower case). */
export function portNameReasons(value: string): readonly string[] {
  const reasons: string[] = [];
  if (value.length > 15) reasons.push(tooLong(15));
  if (!/^[-a-z0-9]+$/.test(value)) {
    reasons.push('must contain only alpha-numeric characters (a-z, 0-9), and hyphens (-)');
  }
  if (!/[a-z]/.test(value)) reasons.push('must contain at least one letter (a-z)');
  if (value.includes('--')) reasons.push('must not contain consecutive hyphens');
  if (/^-|-$/.test(value)) reasons.push('must not begin or end with a hyphen');
  return reasons;
}
