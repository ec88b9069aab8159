/**
 * PAN-OS limits that names and values must keep (device schema 10.0.6; tags: vendor's plugin documentation). How
 * many tags a registered address may have stands in the vendor's documentation on dynamic address groups (7.1 to 11.0);
 * it makes no difference between models there, and says nothing of addresses that the Kubernetes plugin registers.
 */
export const LIMITS = {
  ruleName: 63,
  objectName: 63,
  tag: 127,
  tagsOfAddress: 32,
  filter: 2047,
  portList: 1023,
  ruleDescription: 1024,
  objectDescription: 1023,
} as const;
