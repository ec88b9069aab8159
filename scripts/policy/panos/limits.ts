/** PAN-OS limits that names and values must keep (device schema 10.0.6; tags: vendor's plugin documentation). */
export const LIMITS = {
  ruleName: 63,
  objectName: 63,
  tag: 127,
  filter: 2047,
  portList: 1023,
  ruleDescription: 1024,
  objectDescription: 1023,
} as const;
