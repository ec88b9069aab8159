import { hasKey } from '../text/canonical';
import { didYouMean } from '../text/words';
import { ATTRIBUTE_KEYS, KEYS, type AttributeKey } from './keys';

/** Other words for the same thing that people try, beside the names of the PAN-OS elements. */
const OTHER_WORDS: { readonly [word: string]: AttributeKey } = {
  app: 'appid',
  apps: 'appid',
  applications: 'appid',
  categories: 'url-category',
  group: 'profile-group',
  'log-end': 'log',
  'log-forwarding': 'logprofile',
  'log-forwarding-profile': 'logprofile',
  'log-start': 'log',
  logging: 'log',
  'vulnerability-protection': 'vuln-protection',
};

/**
 * The hint for a key that does not exist, with a leading blank; '' where nothing comes to mind.
 *
 * @param key what stands after the prefix and the scope
 * @param scope `ingress.0.` and the like; '' for the policy
 * @example unknownKeyHint('antivrius', 'ingress.') //=> ' Did you mean "ingress.antivirus"?'
 */
export function unknownKeyHint(key: string, scope: string): string {
  const word = key.toLowerCase();
  const known = hasKey(OTHER_WORDS, word) ? OTHER_WORDS[word] : keyOfElement(word);
  if (known !== undefined) return ' Did you mean "' + scope + known + '"?';
  return didYouMean(scope + key, scope === '' ? keysWithScopes() : keysIn(scope));
}

/** The key that becomes the PAN-OS element of this name. */
function keyOfElement(word: string): AttributeKey | undefined {
  for (const key of ATTRIBUTE_KEYS) {
    const element = KEYS[key].element;
    if (element !== '' && element.slice(element.lastIndexOf('/') + 1) === word) return key;
  }
  return undefined;
}

function keysWithScopes(): string[] {
  return keysIn('').concat(keysIn('ingress.'), keysIn('egress.'));
}

function keysIn(scope: string): string[] {
  return ATTRIBUTE_KEYS.map((key) => scope + key);
}
