/** What keeps a key while it is used. The values are Cloud KMS's own words. */
export enum GkeKeyProtection {
  /** Software of Google's. */
  SOFTWARE = 'SOFTWARE',
  /** Hardware that is certified for it (FIPS 140-2, level 3). A version costs about a dollar a month in place of cents. */
  HSM = 'HSM',
}
