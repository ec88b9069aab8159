/**
 * The syntax of names, labels and port names (Kubernetes documentation: "Object Names and IDs", "Labels and Selectors";
 * RFC 1123, RFC 6335). Each function says why a text is not valid, or undefined where it is.
 */

const DNS_LABEL = /^[a-z0-9]([-a-z0-9]*[a-z0-9])?$/;
const DNS_SUBDOMAIN = /^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$/;
const LABEL_NAME = /^[A-Za-z0-9]([-A-Za-z0-9_.]*[A-Za-z0-9])?$/;

/**
 * Names of namespaces (and of Services): an RFC 1123 label.
 *
 * @example namespaceNameViolation('Shop') //=> 'it has capital letters'
 */
export function namespaceNameViolation(name: string): string | undefined {
  if (name.length > 63) return 'it has ' + String(name.length) + ' characters, at most 63 are allowed';
  return DNS_LABEL.test(name) ? undefined : dnsViolation(name, '');
}

/** Names of most other objects: an RFC 1123 subdomain. */
export function objectNameViolation(name: string): string | undefined {
  if (name.length > 253) return 'it has ' + String(name.length) + ' characters, at most 253 are allowed';
  return DNS_SUBDOMAIN.test(name) ? undefined : dnsViolation(name, ' and "."');
}

function dnsViolation(name: string, more: string): string {
  if (name === '') return 'it is empty';
  if (/[A-Z]/.test(name)) return 'it has capital letters';
  const foreign = /[^-a-z0-9.]/.exec(name);
  if (foreign) return 'it has the character "' + foreign[0] + '"';
  if (more === '' && name.indexOf('.') >= 0) return 'it has a "."';
  return 'each part between dots must start and end with a letter or digit';
}

/**
 * Label keys: an optional DNS prefix with a slash, and a name.
 *
 * @example labelKeyViolation('a/b/c') //=> 'it has more than one "/"'
 */
export function labelKeyViolation(key: string): string | undefined {
  const slash = key.indexOf('/');
  const name = key.slice(slash + 1);
  if (slash === 0) return 'the prefix before the "/" is empty';
  if (slash > 0) {
    const violation = objectNameViolation(key.slice(0, slash));
    if (violation !== undefined) return 'its prefix must be a DNS name; ' + violation;
  }
  if (name === '') return slash < 0 ? 'it is empty' : 'the name after the "/" is empty';
  if (name.indexOf('/') >= 0) return 'it has more than one "/"';
  if (name.length > 63) return 'its name has ' + String(name.length) + ' characters, at most 63 are allowed';
  return LABEL_NAME.test(name) ? undefined : labelNameViolation(name);
}

/**
 * Label values: empty, or like the name of a key.
 *
 * @example labelValueViolation('-x') //=> 'it must start and end with a letter or digit'
 */
export function labelValueViolation(value: string): string | undefined {
  if (value === '') return undefined;
  if (value.length > 63) return 'it has ' + String(value.length) + ' characters, at most 63 are allowed';
  return LABEL_NAME.test(value) ? undefined : labelNameViolation(value);
}

function labelNameViolation(name: string): string {
  const foreign = /[^-A-Za-z0-9_.]/.exec(name);
  if (foreign) return 'it has the character "' + foreign[0] + '"; letters, digits, "-", "_" and "." are allowed';
  return 'it must start and end with a letter or digit';
}

/** Annotation keys: as label keys, but letters of the prefix may be capital. */
export function annotationKeyViolation(key: string): string | undefined {
  return labelKeyViolation(key.toLowerCase());
}

/** Names of container ports (RFC 6335, lower case only). */
export function portNameViolation(name: string): string | undefined {
  if (name === '') return 'it is empty';
  if (/^[0-9]+$/.test(name)) {
    return 'in quotes it is the name of a port, and a name needs a letter; write ' + name + ' without quotes';
  }
  if (name.length > 15) return 'a port name has at most 15 characters';
  if (!/^[-a-z0-9]+$/.test(name)) return 'a port name has only lower-case letters, digits and "-"';
  if (!/[a-z]/.test(name)) return 'a port name needs a letter';
  if (name.indexOf('--') >= 0) return 'a port name has no two "-" in a row';
  if (name.charAt(0) === '-' || name.charAt(name.length - 1) === '-') {
    return 'a port name does not start or end with "-"';
  }
  return undefined;
}
