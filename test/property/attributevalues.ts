/** Values that a policy, a security service or a cluster's defaults may have. */
export const ATTRIBUTE_VALUES: Readonly<Record<string, readonly string[]>> = {
  appid: ['web-browsing', 'ssl', 'ssl, web-browsing', 'dns,ssl'],
  'url-category': ['news', 'news,games'],
  antivirus: ['strict-av', 'lax-av', 'none'],
  'vuln-protection': ['strict-vp', 'none'],
  wildfire: ['all-files'],
  'profile-group': ['outbound', 'inbound'],
  logprofile: ['to-siem', 'to-panorama'],
  log: ['start', 'both', 'none', 'end'],
  ticket: ['CHG-1', 'CHG-2'],
};
